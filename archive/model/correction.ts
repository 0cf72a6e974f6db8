import type { PartialDate } from './partial-date.ts';

/** What of an article a person may put right; `null` says that it has none. A field that is absent stays. */
export interface Correction {
  readonly headline?: string;
  readonly byline?: string | null;
  readonly source?: string | null;
  /** BCP 47. */
  readonly language?: string | null;
  readonly published?: PartialDate | null;
}

export type CorrectedField = keyof Correction;

/** What the reader gave for the fields that a person has put right. */
export type ReadValues = { readonly [Field in CorrectedField]?: Correction[Field] };

export const correctedFields: readonly CorrectedField[] = [
  'headline',
  'byline',
  'source',
  'language',
  'published',
];
