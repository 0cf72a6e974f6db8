import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newsmlG2 } from '../../../../archive/readers/agency/newsml-g2.ts';
import { newsml } from '../../../../archive/readers/agency/newsml.ts';
import { ninjsLines } from '../../../../archive/readers/agency/ninjs-lines.ts';
import { ninjs } from '../../../../archive/readers/agency/ninjs.ts';
import { nitf } from '../../../../archive/readers/agency/nitf.ts';
import { reutersSgml } from '../../../../archive/readers/agency/reuters-sgml.ts';
import { wireText } from '../../../../archive/readers/agency/wire-text.ts';
import type { ArchiveError } from '../../../../archive/model/errors.ts';
import type { Result } from '../../../../archive/model/result.ts';
import type { Draft, Reader } from '../../../../archive/readers/reader.ts';

/** The readers of agencies' formats. */
export const agencyReaders: readonly Reader[] = [
  nitf,
  newsmlG2,
  newsml,
  reutersSgml,
  wireText,
  ninjsLines,
  ninjs,
];

export type Results = readonly Result<Draft, ArchiveError>[];

/** What one reader makes of bytes, whether it claims them or not. */
export async function readWith(reader: Reader, bytes: Uint8Array): Promise<Results> {
  const results: Result<Draft, ArchiveError>[] = [];
  for await (const result of reader.read({ name: 'file', path: 'file', bytes })) results.push(result);
  return results;
}

/** The reader that claims bytes, asked in the order of the registry. */
export function claimant(bytes: Uint8Array): Reader | null {
  return agencyReaders.find((reader) => reader.claims({ name: 'file', path: 'file', bytes })) ?? null;
}

/** All files below a folder, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

/** The sources of the fixtures of agencies' formats, with the reader each is for. */
export function fixtureSources(): {
  readonly reader: Reader;
  readonly name: string;
  readonly bytes: Buffer;
}[] {
  const root = fileURLToPath(new URL('../../../fixtures/readers', import.meta.url));
  return agencyReaders.flatMap((reader) =>
    filesBelow(join(root, reader.name))
      .filter((path) => /source\.\w+$/u.test(path))
      .map((path) => ({ reader, name: path.slice(root.length + 1), bytes: readFileSync(path) })),
  );
}

/** Text as bytes. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
