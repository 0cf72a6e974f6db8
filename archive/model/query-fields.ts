import { searchFields } from './search.ts';
import type { SearchField } from './search.ts';

/** Properties of a whole article that a query may name before a colon. */
export const queryProperties = ['lang', 'tag', 'collection', 'section'] as const;
export type QueryProperty = (typeof queryProperties)[number];

/** What a name before a colon stands for. */
export type QueryFieldName = SearchField | 'date' | QueryProperty;

/** What other archives and libraries call the same, and what it is called here. */
export const fieldSynonyms = [
  ['title', 'headline'],
  ['text', 'body'],
  ['lead', 'standfirst'],
  ['description', 'standfirst'],
  ['language', 'lang'],
] as const satisfies readonly (readonly [said: string, meant: QueryFieldName])[];

/** Every name that is understood before a colon, in small letters, and what it stands for. */
export const queryFields: ReadonlyMap<string, QueryFieldName> = new Map<string, QueryFieldName>([
  ...[...searchFields, 'date' as const, ...queryProperties].map((name) => [name, name] as const),
  ...fieldSynonyms,
]);
