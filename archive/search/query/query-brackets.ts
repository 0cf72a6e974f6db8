import { quotationMarks } from './query-marks.ts';
import { queryLimits } from './query-reading.ts';
import type { QueryReading } from './query-reading.ts';
import type { QueryToken } from './query-token.ts';

interface Pairs {
  /** Places in the list of tokens. */
  readonly stray: readonly number[];
  readonly unclosed: readonly number[];
  /** Brackets beyond the depth that is allowed, both of each pair. */
  readonly tooDeep: readonly number[];
}

function pair(tokens: readonly QueryToken[]): Pairs {
  const open: number[] = [];
  const stray: number[] = [];
  const tooDeep: number[] = [];
  tokens.forEach(({ kind }, index) => {
    if (kind === 'open') {
      if (open.length >= queryLimits.levels) tooDeep.push(index);
      open.push(index);
    } else if (kind === 'close') {
      if (open.length > queryLimits.levels) tooDeep.push(index);
      if (open.pop() === undefined) stray.push(index);
    }
  });
  return { stray, unclosed: open, tooDeep };
}

function balanced(text: string, tokens: readonly QueryToken[], { stray, unclosed }: Pairs): string {
  const left = new Set(stray.map((index) => tokens[index]?.start));
  const right = text
    .trimEnd()
    .split('')
    .filter((_, at) => !left.has(at))
    .join('');
  const closers = [...unclosed]
    .reverse()
    .map((index) => (text[tokens[index]?.start ?? 0] === '(' ? ')' : '\uFF09'));
  return right + closers.join('');
}

function hasOpenQuote({ notices }: QueryReading): boolean {
  return notices.some(
    (notice) =>
      notice.code === 'searched-as-words' &&
      notice.reason.code === 'unbalanced' &&
      quotationMarks.includes(notice.reason.sign),
  );
}

/**
 * The tokens with every bracket in a pair: what is open at the end is closed there, what closes nothing is left out, and so is
 * what is nested too deep. Each kind of fault is noted once; while typing, an open bracket is none.
 */
export function balanceBrackets(reading: QueryReading, tokens: readonly QueryToken[]): readonly QueryToken[] {
  const { text, typing } = reading;
  const pairs = pair(tokens);
  const { stray, unclosed, tooDeep } = pairs;
  const note = (index: number | undefined, fault: boolean) => {
    const token = index === undefined ? undefined : tokens[index];
    if (token === undefined || !fault) return;
    const sign = text.slice(token.start, token.end);
    // A text that is bracketed too deeply is not worth correcting bracket by bracket; and where a quotation mark is open it is
    // not plain which brackets are within it: the suggestion that closes it closes them too.
    const unclear = tooDeep.length > 0 || hasOpenQuote(reading);
    const suggest = () => (unclear ? null : balanced(text, tokens, pairs));
    reading.report({ code: 'unbalanced', sign }, token.start, suggest);
  };
  note(stray[0], true);
  note(unclosed[0], !typing);
  const deepest = tokens[tooDeep[0] ?? -1];
  if (deepest !== undefined) {
    const { levels } = queryLimits;
    reading.report({ code: 'too-many', what: 'levels', limit: levels }, deepest.start);
  }
  const left = new Set([...stray, ...tooDeep]);
  const end = text.length;
  const closers = unclosed
    .slice(0, queryLimits.levels)
    .map((): QueryToken => ({ kind: 'close', start: end, end }));
  return [...tokens.filter((_, index) => !left.has(index)), ...closers];
}
