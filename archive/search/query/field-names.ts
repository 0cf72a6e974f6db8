import { queryFields, queryProperties } from '../../model/query-fields.ts';
import type { QueryFieldName, QueryProperty } from '../../model/query-fields.ts';
import { searchFields } from '../../model/search.ts';
import type { SearchField } from '../../model/search.ts';

/** What the name before a colon stands for: text that is searched, the date, or a property of the whole article. */
export type QueryField =
  | { readonly kind: 'text'; readonly name: SearchField }
  | { readonly kind: 'date' }
  | { readonly kind: 'property'; readonly name: QueryProperty };

/** The names that a query may use before a colon, without the other words that are understood for them. */
export const fieldNames: readonly string[] = [...searchFields, 'date', ...queryProperties];

function isProperty(name: QueryFieldName): name is QueryProperty {
  return (queryProperties as readonly string[]).includes(name);
}

function fieldOf(name: QueryFieldName): QueryField {
  if (name === 'date') return { kind: 'date' };
  return isProperty(name) ? { kind: 'property', name } : { kind: 'text', name };
}

const known = new Map([...queryFields].map(([said, meant]) => [said, fieldOf(meant)] as const));

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
