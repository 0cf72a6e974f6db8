import { countWords } from './count-words.ts';
import { findDates } from './dates.ts';
import type { FoundDate } from './dates.ts';
import { timePattern } from './date-times.ts';
import { remembered } from './remembered.ts';

/** A line whose purpose is its date. */
export interface DateLine extends FoundDate {
  /** What else the line says, cut at its separators and without empty parts: a place, a source, a byline. */
  readonly others: readonly string[];
}

const longest = 200;
const separators = /\s*(?:[,;|·•()[\]]|\s[/–—-]\s)\s*/u;
const atSeparator = /(?:^|[,;:|·•/()[\]–—-])\s*$/u;
// A label of an unknown language: a few words and a colon.
const otherLabel = /(?:^|[,;|·•/–—-])[^,;:|·•/–—-]+:\s*$/u;
const namesOnly = /^\s+(?:\p{Lu}[\p{L}\p{N}'’.-]*\s*){1,4}$/u;
const fromSeparator = /^\s*(?:$|[,;|·•/()[\]–—.-])/u;
const onlyTime = new RegExp(`^(?:[/(|]?\\s*${timePattern}\\)?)(?![\\p{L}\\p{N}])`, 'u');
const wordsAllowed = 6;

function parts(text: string): string[] {
  return text
    .split(separators)
    .map((part) => part.replace(/^[\s/–—.:-]+|[\s/–—.:-]+$/gu, ''))
    .filter((part) => part !== '' && !onlyTime.test(part));
}

/** The rest after a date, without the same time in another zone (`18:20 UK`) and without further dates. */
function withoutTimes(text: string): string {
  return text.replace(/^\s+(?=\d)/u, '').replace(onlyTime, '');
}

/**
 * A line that is there for its date: a label and a date, or a date with at most a few words that a comma, bar or
 * dash sets apart. `Kosovo talks of 28 November 2007` is no such line, nor is a paragraph. Where a line has several
 * dates, `Published:` goes before `Updated:`, else the first one counts. Null when the line is no date line.
 */
export const readDateLine = remembered((line: string): DateLine | null => {
  if (line.length > longest || !/\p{N}/u.test(line)) return null;
  const found = findDates(line, true);
  const first = found[0];
  const last = found.at(-1);
  if (first === undefined || last === undefined) return null;
  const head = line.slice(0, first.start);
  const tail = withoutTimes(line.slice(last.end));
  const others = [...parts(head.replace(otherLabel, '')), ...parts(tail)];
  const tailApart = fromSeparator.test(tail) || (head.trim() === '' && namesOnly.test(tail));
  const setApart = first.label !== null || (atSeparator.test(head) && tailApart);
  const startsLow = others.some((part) => /^\p{Ll}/u.test(part) && countWords(part) > 2);
  if (!setApart || startsLow || others.some((part) => countWords(part) > wordsAllowed)) return null;
  if (/[.!?]["”’»]?\s*$/u.test(tail) && countWords(tail) > 2) return null;
  const possible = found.filter(({ date }) => date !== null);
  const best = possible.find(({ label }) => label === 'published') ?? possible[0] ?? first;
  return { ...best, others };
});
