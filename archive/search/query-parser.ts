import { searchFields } from '../model/search.ts';
import type { QueryProblem, SearchNotice } from '../model/search.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { words } from '../text/tokens.ts';
import { lunrParts } from './lunr-parts.ts';
import type { LunrClause, LunrLexeme } from './lunr-parts.ts';
import { prepareQuery, withoutUnfinishedOperator } from './query-text.ts';
import type { QueryText } from './query-text.ts';

export type Presence = 'optional' | 'required' | 'prohibited';

/** One term of a query, as lunr's parser understood it. */
export interface ParsedTerm {
  /** As typed, without escapes; with `*` when it has wildcards. */
  readonly term: string;
  readonly hasWildcard: boolean;
  readonly fields: readonly string[];
  /** Whether a field was named. */
  readonly fielded: boolean;
  readonly boost: number;
  readonly presence: Presence;
  /** 0 when it is not fuzzy. */
  readonly distance: number;
  /** Terms of the same number were typed as one: in quotation marks, or joined by hyphens. */
  readonly group: number;
  /** Whether the text ends with it, so that it may not be finished. */
  readonly last: boolean;
}

export interface ParsedQuery {
  readonly terms: readonly ParsedTerm[];
  readonly notices: readonly SearchNotice[];
}

/** More than two edits make a different word; and lunr's automaton grows with every one. */
const mostEdits = 2;
const longestFuzzyWord = 32;
const highestBoost = 1_000;

/** Wildcards and fuzzy terms are looked up one by one in all words of the archive. */
const mostPatterns = 32;

interface Problem {
  readonly reason: QueryProblem;
  readonly at: number | null;
}

function problemOf(error: unknown, text: string): Problem {
  if (!(error instanceof lunrParts.QueryParseError)) {
    return { reason: { code: 'unreadable', detail: String(error) }, at: null };
  }
  const { message, start, end } = error;
  const field = /^unrecognised field '([^]*)', possible fields/u.exec(message)?.[1];
  if (field !== undefined) {
    return { reason: { code: 'unknown-field', field, fields: searchFields }, at: start };
  }
  if (/must be numeric/u.test(message)) {
    return { reason: { code: 'number-expected', sign: text.slice(start - 1, start) }, at: start - 1 };
  }
  if (/found nothing$/u.test(message)) {
    const sign = text.slice(start, end) + (text[end] === ':' ? ':' : '');
    return { reason: { code: 'nothing-after', sign }, at: start };
  }
  if (/^expecting term/u.test(message)) {
    const before = text.slice(0, start).trimEnd();
    return { reason: { code: 'nothing-after', sign: before.slice(-1) }, at: Math.max(0, before.length - 1) };
  }
  return { reason: { code: 'unreadable', detail: message }, at: start };
}

function presenceOf(clause: LunrClause): Presence {
  return clause.presence === 2 ? 'required' : clause.presence === 3 ? 'prohibited' : 'optional';
}

type Quoted = QueryText['quoted'];

/** Numbers the terms so that those typed as one share a number. */
function groupsOf(lexemes: readonly LunrLexeme[], text: string, quoted: Quoted): number[] {
  const groups: number[] = [];
  lexemes.forEach((lexeme, index) => {
    const before = lexemes[index - 1];
    const inQuote = ([from, to]: readonly [number, number], at: number) => at >= from && at < to;
    const together =
      before !== undefined &&
      ((before.end + 1 === lexeme.start && text[before.end] === '-') ||
        quoted.some((range) => inQuote(range, before.start) && inQuote(range, lexeme.start)));
    groups.push(together ? (groups[index - 1] ?? 0) : index);
  });
  return groups;
}

function toTerm(clause: LunrClause, lexeme: LunrLexeme, group: number, text: string): ParsedTerm {
  const hasWildcard = !clause.usePipeline;
  const long = lexeme.str.length > longestFuzzyWord;
  return {
    term: hasWildcard ? lexeme.str.replace(/\*{2,}/gu, '*') : lexeme.str,
    hasWildcard,
    fields: clause.fields,
    fielded: clause.fields.length < searchFields.length,
    boost: Math.min(clause.boost, highestBoost),
    presence: presenceOf(clause),
    distance: long || hasWildcard ? 0 : Math.min(clause.editDistance ?? 0, mostEdits),
    group,
    last: lexeme.end === text.length,
  };
}

/** What stands before a group (`+`, `-`, a field) is meant for all of it; lunr gives it to the first term only. */
function shareWithinGroups(terms: readonly ParsedTerm[]): readonly ParsedTerm[] {
  const heads = new Map<number, ParsedTerm>();
  return terms.map((term) => {
    const head = heads.get(term.group);
    if (head === undefined) {
      heads.set(term.group, term);
      return term;
    }
    return { ...term, presence: head.presence, fields: head.fields, fielded: head.fielded };
  });
}

function parseWithLunr(text: string, quoted: Quoted): Result<readonly ParsedTerm[], Problem> {
  try {
    const lexer = new lunrParts.QueryLexer(text);
    lexer.run();
    const lexemes = lexer.lexemes.filter((lexeme) => lexeme.type === 'TERM');
    const { clauses } = new lunrParts.QueryParser(text, new lunrParts.Query(searchFields)).parse();
    const groups = groupsOf(lexemes, text, quoted);
    const terms = clauses.flatMap((clause, index): readonly ParsedTerm[] => {
      const lexeme = lexemes[index];
      return lexeme === undefined ? [] : [toTerm(clause, lexeme, groups[index] ?? index, text)];
    });
    return ok(shareWithinGroups(terms));
  } catch (error) {
    return fail(problemOf(error, text));
  }
}

function limitPatterns(
  parsed: Result<readonly ParsedTerm[], Problem>,
): Result<readonly ParsedTerm[], Problem> {
  const patterns = parsed.ok
    ? parsed.value.filter((term) => term.hasWildcard || term.distance > 0).length
    : 0;
  const detail = `more than ${String(mostPatterns)} wildcards or fuzzy words`;
  return patterns > mostPatterns ? fail({ reason: { code: 'unreadable', detail }, at: null }) : parsed;
}

function plainTerms(text: string): readonly ParsedTerm[] {
  return words(text).map((word, index) => ({
    term: word.text,
    hasWildcard: false,
    fields: searchFields,
    fielded: false,
    boost: 1,
    presence: 'optional',
    distance: 0,
    group: index,
    last: word.end === text.length,
  }));
}

/**
 * Reads a query in lunr's syntax. What lunr cannot parse becomes plain words with a notice that says why; while the
 * text is being typed, an operator at its end is not a mistake but unfinished. Never throws.
 */
export function parseQuery(typed: string, typing: boolean): ParsedQuery {
  const { text, quoted, hadQuotes } = prepareQuery(typed);
  const notices: SearchNotice[] = hadQuotes ? [{ code: 'quotes-ignored' }] : [];
  const finished = typing ? withoutUnfinishedOperator(text) : text;
  const parsed = limitPatterns(parseWithLunr(finished, quoted));
  if (parsed.ok) {
    return { terms: parsed.value, notices };
  }
  return { terms: plainTerms(typed), notices: [...notices, { code: 'searched-as-words', ...parsed.error }] };
}
