import lunr from 'lunr';
import type { IndexField } from './fields.ts';

/**
 * Parts of lunr 2.3.9 that its types leave out or have wrong. Everything here is documented in lunr's own source as
 * public, save the properties of the index.
 */
export interface LunrToken extends lunr.Token {
  readonly metadata: { readonly written?: string };
}

export interface LunrClause {
  readonly term: string;
  readonly fields: readonly string[];
  readonly boost: number;
  readonly usePipeline: boolean;
  /** 1 optional, 2 required, 3 prohibited. */
  readonly presence: number;
  readonly editDistance?: number;
}

export interface LunrLexeme {
  readonly type: string;
  readonly str: string;
  readonly start: number;
  readonly end: number;
}

interface LunrQuery {
  readonly clauses: readonly LunrClause[];
}

interface LunrLexer {
  readonly lexemes: readonly LunrLexeme[];
  run(): void;
}

/** Field to document to the metadata that the builder was told to keep; and the term's number. */
export type LunrPosting = Readonly<
  Record<IndexField, Readonly<Record<string, { readonly written?: readonly string[] } | undefined>>>
> & { readonly _index: number };

export interface LunrTokenSet {
  intersect(other: LunrTokenSet): LunrTokenSet;
  toArray(): string[];
}

export interface LunrIndex {
  search(query: string): readonly { readonly ref: string; readonly score: number }[];
  query(
    build: (query: { clause(clause: Omit<LunrClause, 'presence'>): void }) => void,
  ): ReturnType<LunrIndex['search']>;
  readonly invertedIndex: Readonly<Record<string, LunrPosting | undefined>>;
  readonly tokenSet: LunrTokenSet;
  /** By `field/document`; elements are pairs of a term's number and its weight, ascending by number. */
  readonly fieldVectors: Readonly<
    Record<
      string,
      { readonly elements: readonly number[]; positionForIndex(term: number): number } | undefined
    >
  >;
}

interface LunrParts {
  idf(posting: LunrPosting, documentCount: number): number;
  readonly Query: new (fields: readonly string[]) => LunrQuery;
  readonly QueryLexer: new (text: string) => LunrLexer;
  readonly QueryParser: new (text: string, query: LunrQuery) => { parse(): LunrQuery };
  readonly QueryParseError: new () => Error & { readonly start: number; readonly end: number };
  readonly TokenSet: { fromFuzzyString(text: string, distance: number): LunrTokenSet };
  readonly Token: new (text: string, metadata: object) => LunrToken;
}

/** lunr, seen through the types above. */
export const lunrParts = lunr as unknown as LunrParts;
