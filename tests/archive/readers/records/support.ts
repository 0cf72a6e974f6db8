import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { csv } from '../../../../archive/readers/csv/csv.ts';
import { json } from '../../../../archive/readers/json/json.ts';
import { jsonLines } from '../../../../archive/readers/json-lines/json-lines.ts';
import { databaseHtml } from '../../../../archive/readers/databases/database-html.ts';
import { databaseText } from '../../../../archive/readers/databases/database-reader.ts';
import { markdown } from '../../../../archive/readers/markdown/markdown.ts';
import { bibtex } from '../../../../archive/readers/references/bibtex.ts';
import { ris } from '../../../../archive/readers/references/ris.ts';
import { textCollection } from '../../../../archive/readers/text-collection/text-collection.ts';
import { readsRecords } from '../../../../archive/readers/reader.ts';
import type { Reader } from '../../../../archive/readers/reader.ts';
import { filesBelow } from '../agency/support.ts';
import type { Results } from '../agency/support.ts';

/** The readers of records and of texts that are tested here. */
export const recordReaders: readonly Reader[] = [
  jsonLines,
  json,
  databaseText,
  databaseHtml,
  ris,
  bibtex,
  csv,
  markdown,
  textCollection,
];

/** What a reader makes of bytes that come in pieces of a length. */
export async function readInPieces(reader: Reader, bytes: Uint8Array, length: number): Promise<Results> {
  if (!readsRecords(reader)) throw new Error(`${reader.name} does not read pieces`);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += length) yield bytes.slice(at, at + length);
  }
  const results = [];
  for await (const result of reader.readPieces(pieces(), 'file')) results.push(result);
  return results;
}

/** The sources of the fixtures, with the reader each is for. */
export function recordSources(): {
  readonly reader: Reader;
  readonly name: string;
  readonly bytes: Buffer;
}[] {
  const root = fileURLToPath(new URL('../../../fixtures/readers', import.meta.url));
  return recordReaders.flatMap((reader) =>
    filesBelow(join(root, reader.name))
      .filter((path) => /source\.\w+$/u.test(path))
      .map((path) => ({ reader, name: path.slice(root.length + 1), bytes: readFileSync(path) })),
  );
}
