import type { SearchNotice } from '../../model/search.ts';
import type { ParsedQuery } from './parse-query.ts';

/** Whoever pastes a page does not want it corrected sign by sign, and each correction is read again. */
const longestMended = 1_000;
/** So many corrections are read for one text; one mistake rarely takes more than two. */
const mostReadings = 24;

type Read = (text: string) => ParsedQuery;

function suggestionsOf({ notices }: ParsedQuery): readonly string[] {
  return notices.flatMap((notice) =>
    notice.code === 'searched-as-words' && notice.suggestion !== null ? [notice.suggestion] : [],
  );
}

/** Puts right what is still wrong in a suggestion, mistake by mistake; null when something stays that cannot be. */
function mender(read: Read): (text: string) => string | null {
  const known = new Map<string, string | null>();
  let readings = 0;
  return (text) => {
    const passed: string[] = [];
    let mended: string | null = text;
    while (mended !== null && !known.has(mended) && readings < mostReadings) {
      readings += 1;
      passed.push(mended);
      const parsed: ParsedQuery = read(mended);
      if (parsed.notices.length === 0) {
        known.set(mended, parsed.root === null ? null : mended);
      } else {
        mended = suggestionsOf(parsed).find((next) => !passed.includes(next)) ?? null;
      }
    }
    const end = mended === null ? null : (known.get(mended) ?? null);
    for (const one of passed) known.set(one, end);
    return end;
  };
}

/**
 * The notices with suggestions that are queries without a mistake: who takes one is not corrected again. A suggestion mends
 * one mistake; the others in the same text are mended with it, and where that cannot be, nothing is suggested.
 */
export function mendSuggestions(
  notices: readonly SearchNotice[],
  text: string,
  read: Read,
): readonly SearchNotice[] {
  const mend = text.length > longestMended ? () => null : mender(read);
  return notices.map((notice) => {
    if (notice.code !== 'searched-as-words' || notice.suggestion === null) return notice;
    const suggestion = mend(notice.suggestion);
    return { ...notice, suggestion: suggestion === text ? null : suggestion };
  });
}
