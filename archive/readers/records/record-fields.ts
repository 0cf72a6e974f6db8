import { recordParts } from '../../model/field-map.ts';
import type { FieldMap, RecordPart } from '../../model/field-map.ts';
import { roleOf } from './field-names.ts';
import { textOf } from './record-values.ts';

/** A record as it was parsed: a JSON object, the cells of a row by their columns. */
export type RecordObject = Readonly<Record<string, unknown>>;

/** The values of the parts that a record has. */
export interface RecordFields {
  readonly values: Readonly<Partial<Record<RecordPart, unknown>>>;
  /** The headline comes from a field that could mean something else. */
  readonly weakHeadline: boolean;
}

/** Objects around the article, as search engines and interfaces give it: Elasticsearch, the Guardian, JSON:API. */
const wrappers = ['_source', 'fields', 'article', 'attributes', 'document', 'doc', 'node', 'post', 'item'];

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is RecordObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasValue(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || typeof value === 'boolean') return false;
  if (typeof value !== 'object' || Array.isArray(value)) return !Array.isArray(value) || value.length > 0;
  return '$date' in value || textOf(value) !== '';
}

/** The value at a name, or along a path of names. */
function valueAt(record: RecordObject, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const name of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

function ownFields(record: RecordObject): RecordFields {
  const values: Partial<Record<RecordPart, unknown>> = {};
  const ranks: Partial<Record<RecordPart, number>> = {};
  let weakHeadline = false;
  for (const name of Object.keys(record)) {
    const role = roleOf(name);
    if (role === null || role.rank >= (ranks[role.part] ?? Infinity) || !hasValue(record[name])) continue;
    ranks[role.part] = role.rank;
    values[role.part] = record[name];
    if (role.part === 'headline') weakHeadline = role.weak;
  }
  return { values, weakHeadline };
}

/** The fields of the article that another object is wrapped around; what stands outside comes first. */
function unwrapped(record: RecordObject, own: RecordFields): RecordFields {
  for (const name of wrappers) {
    const inner = Object.hasOwn(record, name) ? record[name] : undefined;
    if (!isRecord(inner)) continue;
    const fields = ownFields(inner);
    if (fields.values.body === undefined && fields.values.headline === undefined) continue;
    const outer = own.weakHeadline ? { ...own.values, headline: undefined } : own.values;
    const values = { ...fields.values };
    for (const part of recordParts) if (outer[part] !== undefined) values[part] = outer[part];
    return { values, weakHeadline: outer.headline === undefined && fields.weakHeadline };
  }
  return own;
}

function mapped(record: RecordObject, map: FieldMap): RecordFields {
  const rest: Record<string, unknown> = { ...record };
  const values: Partial<Record<RecordPart, unknown>> = {};
  for (const part of recordParts) {
    const field = map[part];
    if (field === undefined) continue;
    values[part] = valueAt(record, field);
    delete rest[field];
  }
  const guessed = fieldsOf(rest);
  for (const part of recordParts) {
    if (map[part] === undefined && guessed.values[part] !== undefined) values[part] = guessed.values[part];
  }
  return { values, weakHeadline: map.headline === undefined && guessed.weakHeadline };
}

/** The parts of an article in a record: by the map, and what it leaves out by the names of the fields. */
export function fieldsOf(record: RecordObject, map: FieldMap | null = null): RecordFields {
  if (map !== null) return mapped(record, map);
  const own = ownFields(record);
  return own.values.body === undefined ? unwrapped(record, own) : own;
}
