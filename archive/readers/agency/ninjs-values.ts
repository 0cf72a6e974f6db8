import { textOf } from '../records/record-values.ts';
import { tidy } from './markup-text.ts';

/** An object of JSON. */
export type NinjsObject = Readonly<Record<string, unknown>>;

/** One of the texts of a ninjs object: a headline, a description, a body. */
export interface NinjsText {
  /** In lower case: `main`, `summary`; of ninjs 1 the end of the key (`body_xhtml`); `` when it has none. */
  readonly role: string;
  readonly type: string;
  readonly value: string;
}

/** Whether a value is an object of JSON. */
export function isObject(value: unknown): value is NinjsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string on one line, or null. */
export function stringOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = tidy(String(value));
  return text === '' ? null : text;
}

/** The first of these keys that has a string. */
export function firstString(object: NinjsObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = Object.hasOwn(object, key) ? stringOf(object[key]) : null;
    if (text !== null) return text;
  }
  return null;
}

/** The objects in a list or in the values of an object: ninjs 1 has associations by name, ninjs 2 in a list. */
export function objectsOf(value: unknown): readonly NinjsObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? Object.values(value).filter(isObject) : [];
}

function listedTexts(value: unknown): readonly NinjsText[] {
  return objectsOf(Array.isArray(value) ? value : []).flatMap((item) => {
    const text = typeof item['value'] === 'string' ? item['value'] : '';
    const role = firstString(item, 'role')?.toLowerCase() ?? '';
    const type = firstString(item, 'contentType', 'contenttype')?.toLowerCase() ?? '';
    return text.trim() === '' ? [] : [{ role, type, value: textOf(text) }];
  });
}

/** The texts of a name in every version: `headlines` (2 and 3), `headline` and `headline_*` (1). */
export function textsOf(object: NinjsObject, singular: string, plural: string): readonly NinjsText[] {
  const own = Object.entries(object).flatMap(([key, value]) => {
    if (typeof value !== 'string' || value.trim() === '') return [];
    if (key !== singular && !key.startsWith(`${singular}_`) && !key.startsWith(`${singular}-`)) return [];
    const role = key.slice(singular.length + 1).toLowerCase();
    return [{ role, type: '', value: textOf(value) }];
  });
  return [...listedTexts(object[plural]), ...own];
}

/** The names in lists of concepts: subjects, people, places. */
export function namesOf(object: NinjsObject, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => {
    const value = object[key];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((item) => {
      const name = isObject(item)
        ? firstString(item, 'name', 'title', 'literal', 'code', 'uri')
        : stringOf(item);
      return name === null ? [] : [name];
    });
  });
}
