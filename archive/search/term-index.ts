import lunr from 'lunr';
import { words } from '../text/tokens.ts';
import { stemSign, tokenise, writtenSign } from './analysis.ts';
import type { Analysis } from './analysis.ts';
import type { SearchRecord } from './engine.ts';
import { fieldBoosts, fieldTexts, indexFields } from './fields.ts';
import type { IndexField } from './fields.ts';
import { lunrParts } from './lunr-parts.ts';
import type { LunrIndex } from './lunr-parts.ts';

/** A lunr index, and what a query asks of it. Documents are numbered as the records were. */
export interface TermIndex {
  readonly analysis: Analysis;
  readonly size: number;
  /** The documents that hold the term in one of the fields; one in several fields comes several times. */
  documents(term: string, fields: readonly IndexField[]): readonly number[];
  /** The documents that have any text at all in one of the fields. */
  documentsWithText(fields: readonly IndexField[]): ReadonlySet<number>;
  holds(term: string): boolean;
  /** How much the term tells articles apart (lunr's inverse document frequency); 0 when no article holds it. */
  rarity(term: string): number;
  /** Calls back with lunr's weight of the term in each document that holds it in the field. */
  eachWeight(term: string, field: IndexField, visit: (document: number, weight: number) => void): void;
  /** What was written where this document holds the term, in any of the fields. */
  written(term: string, document: number, fields: readonly IndexField[]): readonly string[];
  /** The indexed words (no stems) that begin so. */
  wordsWithPrefix(prefix: string): readonly string[];
  /** The indexed words that fit a pattern in which each `*` stands for any letters, or none. */
  wordsLike(pattern: string): readonly string[];
  /** The indexed words at most so many edits away (insertions, deletions, changes, exchanges), as lunr counts them. */
  wordsNear(word: string, distance: number): readonly string[];
}

/**
 * BM25's parameters. The weight of length is lunr's own. A word that comes again and again says a little more than at
 * lunr's saturation of 1.2: on the Cranfield and Medline collections the mean average precision is highest at 1.6
 * (0.290 and 0.526, against 0.289 and 0.521).
 */
const lengthWeight = 0.75;
const saturation = 1.6;

/** lunr's own index of some records; what it answers itself is the yardstick for us. */
export function buildLunr(records: readonly SearchRecord[], analysis: Analysis): LunrIndex {
  const builder = new lunr.Builder();
  builder.ref('number');
  builder.b(lengthWeight);
  builder.k1(saturation);
  for (const field of indexFields) {
    builder.field(field, { boost: fieldBoosts[field] });
  }
  builder.tokenizer = tokenise as unknown as typeof lunr.tokenizer;
  builder.pipeline = analysis.pipeline;
  builder.searchPipeline = analysis.pipeline;
  builder.metadataWhitelist = ['written'];
  records.forEach((record, number) => {
    builder.add({ number: String(number), ...fieldTexts(record) });
  });
  return builder.build() as unknown as LunrIndex;
}

/** Whether a word fits a pattern with `*`. Linear but for one step back, so that no pattern can make it slow. */
export function fitsPattern(word: string, pattern: string): boolean {
  let at = 0;
  let patternAt = 0;
  let star = -1;
  let resume = 0;
  while (at < word.length) {
    if (pattern[patternAt] === '*') {
      star = patternAt;
      resume = at;
      patternAt += 1;
    } else if (pattern[patternAt] === word[at]) {
      at += 1;
      patternAt += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      patternAt = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/u.test(pattern.slice(patternAt));
}

function firstNotBefore(sorted: readonly string[], value: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function withPrefix(sorted: readonly string[], prefix: string): readonly string[] {
  const found: string[] = [];
  for (let at = firstNotBefore(sorted, prefix); sorted[at]?.startsWith(prefix) === true; at += 1) {
    found.push(sorted[at] ?? '');
  }
  return found;
}

function refsOf(index: LunrIndex, term: string, field: IndexField): readonly string[] {
  return Object.keys(index.invertedIndex[term]?.[field] ?? {});
}

function weightsOf(index: LunrIndex): TermIndex['eachWeight'] {
  return (term, field, visit) => {
    const number = index.invertedIndex[term]?._index ?? -1;
    for (const ref of refsOf(index, term, field)) {
      const vector = index.fieldVectors[`${field}/${ref}`];
      const at = vector?.positionForIndex(number) ?? 0;
      if (vector?.elements[at] === number) {
        visit(Number(ref), vector.elements[at + 1] ?? 0);
      }
    }
  };
}

function textsByField(records: readonly SearchRecord[]): ReadonlyMap<IndexField, ReadonlySet<number>> {
  const found = new Map(indexFields.map((field) => [field, new Set<number>()]));
  records.forEach((record, number) => {
    const texts = fieldTexts(record);
    for (const field of indexFields) {
      if (texts[field].some((text) => words(text).length > 0)) {
        found.get(field)?.add(number);
      }
    }
  });
  return found;
}

/** Builds the index of some records. */
export function buildTermIndex(records: readonly SearchRecord[], analysis: Analysis): TermIndex {
  const index = buildLunr(records, analysis);
  const isWord = (term: string) => !term.startsWith(stemSign) && !term.startsWith(writtenSign);
  const sorted = Object.keys(index.invertedIndex).filter(isWord).sort();
  let withText: ReturnType<typeof textsByField> | undefined;
  return {
    analysis,
    size: records.length,
    documents: (term, fields) => fields.flatMap((field) => refsOf(index, term, field)).map(Number),
    documentsWithText: (fields) => {
      withText ??= textsByField(records);
      const sets = fields.map((field) => withText?.get(field) ?? new Set<number>());
      return new Set(sets.flatMap((set) => [...set]));
    },
    holds: (term) => index.invertedIndex[term] !== undefined,
    rarity: (term) => {
      const posting = index.invertedIndex[term];
      return posting === undefined ? 0 : lunrParts.idf(posting, records.length);
    },
    eachWeight: weightsOf(index),
    written: (term, document, fields) =>
      fields.flatMap((field) => index.invertedIndex[term]?.[field]?.[String(document)]?.written ?? []),
    wordsWithPrefix: (prefix) => withPrefix(sorted, prefix),
    wordsLike: (pattern) => {
      const literal = pattern.slice(0, `${pattern}*`.indexOf('*'));
      return withPrefix(sorted, literal).filter((word) => fitsPattern(word, pattern));
    },
    wordsNear: (word, distance) => {
      const near = lunrParts.TokenSet.fromFuzzyString(word, distance);
      return index.tokenSet.intersect(near).toArray().filter(isWord);
    },
  };
}
