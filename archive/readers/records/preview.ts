import { anyColumns, csvHeader } from '../csv/csv-header.ts';
import { codingOf } from '../csv/csv-text.ts';
import { firstObjects } from '../json/first-objects.ts';
import type { Draft, SourceFile } from '../reader.ts';
import type { FieldMap } from './field-map.ts';
import { guessFieldMap } from './field-map.ts';
import { readersFor } from './mapped-readers.ts';

/** What a file of records would give, for a person to say whether it is right. */
export interface RecordPreview {
  /** The reader that would take it; null when no column is known to hold a headline or a text. */
  readonly reader: string | null;
  /** The names of its fields, in their order. */
  readonly columns: readonly string[];
  /** Which field holds what: as given, else as guessed by their names. */
  readonly map: FieldMap;
  /** The first articles, five at most. */
  readonly drafts: readonly Draft[];
}

const headLength = 64 * 1024;
const previewed = 5;
const mostColumns = 300;

function columnsOf(head: Buffer, complete: boolean): readonly string[] {
  const decoded = codingOf(head, complete);
  const text = decoded?.text ?? '';
  if (/^\s*[[{]/u.test(text)) {
    const names = new Set(
      firstObjects(Buffer.from(text), previewed).flatMap((record) => Object.keys(record)),
    );
    return [...names].slice(0, mostColumns);
  }
  return csvHeader(text, complete, null)?.columns ?? anyColumns(text, complete);
}

/**
 * The fields of a file of records (JSON Lines, JSON, a table), what they are taken to hold and the first articles, by the
 * beginning of the file. Null when it is none of these, by its content.
 */
export async function previewOf(
  source: SourceFile,
  map: FieldMap | null = null,
): Promise<RecordPreview | null> {
  const complete = source.bytes.length <= headLength;
  const head = { ...source, bytes: source.bytes.subarray(0, headLength) };
  const columns = columnsOf(Buffer.from(head.bytes), complete);
  if (columns.length === 0) return null;
  const guessed = map ?? guessFieldMap(columns);
  const reader = readersFor(map).find((one) => one.claims(head)) ?? null;
  const drafts: Draft[] = [];
  for await (const result of reader?.read(head) ?? []) {
    if (result.ok) drafts.push(result.value);
    if (drafts.length === previewed) break;
  }
  return { reader: reader?.name ?? null, columns, map: guessed, drafts };
}
