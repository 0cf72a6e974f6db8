import type { QueryProperty } from '../../model/query-fields.ts';
import type { SearchField } from '../../model/search.ts';

/*
 * What a query means, before it meets an index. `docs/query-language.md` has the grammar. Precedence, the tightest
 * first: NOT, AND, words beside each other, OR.
 */

/** `[start, end)` in UTF-16 code units of the text as typed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What every term has. */
interface Term extends Span {
  /** The fields it is sought in, as named; null for all. */
  readonly fields: readonly SearchField[] | null;
  /** How much it counts in the order; 1 unless `^N` was typed. */
  readonly boost: number;
}

/** One word, as typed, without escapes: exactly one word in the sense of the tokeniser. */
export interface WordTerm extends Term {
  readonly kind: 'word';
  readonly text: string;
  /** The text ends with it, while it is being typed: it also stands for what it may become. */
  readonly unfinished: boolean;
}

/** A word with wildcards: `*` for any letters or none, `?` for exactly one. */
export interface PatternTerm extends Term {
  readonly kind: 'pattern';
  /** Literal text and the signs between, in order. Never empty, never without a sign, never signs alone. */
  readonly pieces: readonly ({ readonly text: string } | { readonly sign: '*' | '?' })[];
}

/** A word and those near it. */
export interface FuzzyTerm extends Term {
  readonly kind: 'fuzzy';
  readonly text: string;
  /** Optimal string alignment distance, 1 or 2. */
  readonly distance: number;
}

/** One place of a phrase: the words that may stand there. */
export type PhrasePlace = readonly (WordTerm | PatternTerm)[];

export interface PhraseTerm extends Term {
  readonly kind: 'phrase';
  /** At least one; quoted text is folded, never stemmed. */
  readonly places: readonly PhrasePlace[];
  /**
   * How many other words may stand between its words, all gaps together; 0 is an exact phrase. From `"…"~5` (any order)
   * or `"…"~>5` (in this order).
   */
  readonly slop: number;
  /** With a slop: whether the order of the words counts. An exact phrase is ordered. */
  readonly ordered: boolean;
}

/** `field:*`: has anything in one of the fields. A lone `*` (fields null) is everything. */
export interface ExistsTerm extends Term {
  readonly kind: 'exists';
}

/** What `date:` asks. The ends are partial ISO dates as typed (`2007`, `2007-11`, `2007-11-28`); null is an open end. */
export interface DateTerm extends Span {
  readonly kind: 'date';
  /**
   * `within`: the article's date may lie in the range, both ends included (overlap). `after`: it lies wholly after the end of
   * `from`. `before`: wholly before the beginning of `to`. `none`: it has no date. `>=` and `<=` are `within` with an open end.
   */
  readonly how: 'within' | 'after' | 'before' | 'none';
  readonly from: string | null;
  readonly to: string | null;
}

/** A property of the whole article: `lang:sr`, `tag:x`, `collection:"My clippings"`, `section:Europe`. */
export interface PropertyTerm extends Span {
  readonly kind: 'property';
  readonly name: QueryProperty;
  /** As typed; `*` means that it has any. Compared without case; `sr` also means `sr-Latn` and `sr-Cyrl`. */
  readonly value: string;
  /** The text ends with it, while it is being typed: values that begin with it are meant too. */
  readonly unfinished: boolean;
}

export type Leaf = WordTerm | PatternTerm | FuzzyTerm | PhraseTerm | ExistsTerm | DateTerm | PropertyTerm;

export type Presence = 'optional' | 'required' | 'prohibited';

/** Things beside each other, lunr's list of clauses: how many must match is the search's `all` or `any`. */
export interface ListNode extends Span {
  readonly kind: 'list';
  readonly clauses: readonly { readonly presence: Presence; readonly node: QueryNode }[];
}

export interface AllNode extends Span {
  readonly kind: 'all';
  /** At least two. Words joined by a hyphen, or by signs within a word (`S/2007/168`), are also of this kind. */
  readonly nodes: readonly QueryNode[];
  /** Whether the words were typed as one, so that they may be parts of one name. */
  readonly joined: boolean;
}

export interface OneNode extends Span {
  readonly kind: 'one';
  /** At least two. */
  readonly nodes: readonly QueryNode[];
}

export interface NotNode extends Span {
  readonly kind: 'not';
  readonly node: QueryNode;
}

export type QueryNode = Leaf | ListNode | AllNode | OneNode | NotNode;
