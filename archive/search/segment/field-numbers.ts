import { indexFields } from '../fields.ts';
import type { IndexField } from '../fields.ts';

/** The fields as postings number them; the order is part of the format. */
export const numberedFields = [
  'headline',
  'standfirst',
  'body',
  'crosshead',
  'caption',
  'source',
  'listed',
] as const satisfies readonly IndexField[];

export const fieldCount = numberedFields.length;
export const bodyField = numberedFields.indexOf('body');
export const allFields = (1 << fieldCount) - 1;

/**
 * How much one occurrence counts by where it stands, in halves, so that sums are whole numbers and do not depend on the
 * order in which they are made: a word of the body counts 2.
 */
export const fieldWeights = Int32Array.from([8, 5, 2, 3, 3, 1, 1]);
export const bodyWeight = fieldWeights[bodyField]!;

/** A set of fields as bits. */
export function fieldMask(fields: readonly IndexField[]): number {
  let mask = 0;
  for (const field of fields) mask |= 1 << numberedFields.indexOf(field);
  return mask;
}

/** The number of each field, by its name. */
export const fieldNumber: Readonly<Record<IndexField, number>> = Object.fromEntries(
  indexFields.map((field) => [field, numberedFields.indexOf(field)]),
) as Record<IndexField, number>;
