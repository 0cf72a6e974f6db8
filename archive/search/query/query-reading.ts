import type { QueryProblem, SearchNotice } from '../../model/search.ts';
import type { Span } from './query-tree.ts';

/** A query is read to its end whatever is in it; these bound what the search is then asked to do. */
export const queryLimits = {
  /** Words, dates and properties. */
  terms: 1_000,
  /** Words with wildcards and fuzzy words: each is looked up in all words of the archive. */
  patterns: 32,
  /** Brackets within brackets. */
  levels: 32,
} as const;

/** Whoever pastes a page of code does not want to read about every colon in it. */
const mostNotices = 10;

/** One reading of one text, and what came up in it. */
export interface QueryReading {
  readonly text: string;
  readonly typing: boolean;
  readonly notices: readonly SearchNotice[];
  /**
   * Notes that a part was not understood. `at` is an offset into the text, `suggest` gives the whole text put right; what
   * is no change or leaves nothing is no suggestion.
   */
  report(reason: QueryProblem, at: number, suggest?: () => string | null): void;
  /** Whether one more notice would be kept. */
  hasRoom(): boolean;
  /** Whether there were so many terms that the rest of the text is ignored. */
  isFull(): boolean;
  /** Whether there may be one more term; if not, that is noted. */
  takeTerm(at: number): boolean;
  /** Whether there may be one more wildcard or fuzzy word; if not, that is noted. */
  takePattern(at: number): boolean;
}

/** Begins to read a text. */
export function beginReading(text: string, typing: boolean): QueryReading {
  const notices: SearchNotice[] = [];
  const used = { terms: 0, patterns: 0 };
  const full = new Set<string>();
  const report: QueryReading['report'] = (reason, at, suggest) => {
    if (notices.length < mostNotices) {
      const suggestion = suggest?.() ?? null;
      const helps = suggestion !== null && suggestion !== '' && suggestion !== text;
      notices.push({ code: 'searched-as-words', reason, at, suggestion: helps ? suggestion : null });
    }
  };
  const take = (what: 'terms' | 'patterns', at: number): boolean => {
    if (used[what] < queryLimits[what]) {
      used[what] += 1;
      return true;
    }
    if (!full.has(what)) {
      full.add(what);
      report({ code: 'too-many', what, limit: queryLimits[what] }, at);
    }
    return false;
  };
  return {
    text,
    typing,
    notices,
    report,
    hasRoom: () => notices.length < mostNotices,
    isFull: () => full.has('terms'),
    takeTerm: (at) => take('terms', at),
    takePattern: (at) => take('patterns', at),
  };
}

/** The text with something else in one place. */
export function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** The text without one part of it, and without the blanks that this leaves over. */
export function removed(text: string, { start, end }: Span): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  return (/(?:^|\s)$/u.test(before) ? before + after.trimStart() : before + after).trim();
}
