import { searchFields } from '../../model/search.ts';
import type { SearchField } from '../../model/search.ts';
import type { PropertyTerm } from './query-tree.ts';

/** What the name before a colon stands for: text that is searched, the date, or a property of the whole article. */
export type QueryField =
  | { readonly kind: 'text'; readonly name: SearchField }
  | { readonly kind: 'date' }
  | { readonly kind: 'property'; readonly name: PropertyTerm['name'] };

const properties = ['lang', 'tag', 'collection', 'section'] as const;

/** The names that a query may use before a colon, without the other words that are understood for them. */
export const fieldNames: readonly string[] = [...searchFields, 'date', ...properties];

/** What other archives and libraries call the same. */
const synonyms: readonly (readonly [said: string, meant: string])[] = [
  ['title', 'headline'],
  ['text', 'body'],
  ['lead', 'standfirst'],
  ['description', 'standfirst'],
  ['language', 'lang'],
];

const known = new Map<string, QueryField>([
  ...searchFields.map((name) => [name, { kind: 'text', name }] as const),
  ['date', { kind: 'date' }],
  ...properties.map((name) => [name, { kind: 'property', name }] as const),
]);
for (const [said, meant] of synonyms) {
  const field = known.get(meant);
  if (field !== undefined) known.set(said, field);
}

/** No name is longer, so nothing longer need be looked up. */
export const longestFieldName = Math.max(...[...known.keys()].map((name) => name.length));

/** The field of a name, in capitals or not; null when there is none. */
export function fieldNamed(name: string): QueryField | null {
  return name.length > longestFieldName ? null : (known.get(name.toLowerCase()) ?? null);
}

/** How many letters to change, add, leave out or swap with a neighbour (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

/**
 * The field name that was probably meant: the nearest by edit distance, where that is one letter in three at most and two
 * in all. Null when none is near.
 */
export function nearestFieldName(name: string): string | null {
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let least = Math.min(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known.keys()) {
    const distance =
      Math.abs(candidate.length - wanted.length) < least ? editDistance(wanted, candidate) : Infinity;
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
