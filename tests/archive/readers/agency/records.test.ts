import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readsRecords } from '../../../../archive/readers/reader.ts';
import type { RecordReader } from '../../../../archive/readers/reader.ts';
import { recordsOfPieces } from '../../../../archive/readers/agency/record-cutter.ts';
import { fixtureSources, readWith } from './support.ts';
import type { Results } from './support.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function readInPieces(reader: RecordReader, bytes: Uint8Array, size: number): Promise<Results> {
  const results: Results[number][] = [];
  for await (const result of reader.readPieces(inPieces(bytes, size), 'file')) results.push(result);
  return results;
}

const sources = fixtureSources().flatMap(({ reader, name, bytes }) =>
  readsRecords(reader) ? [{ reader, name, bytes }] : [],
);

describe('files of many articles', () => {
  test.each(sources)('$name: in pieces of any size the same drafts', async ({ reader, bytes }) => {
    const whole = await readWith(reader, bytes);
    for (const size of [1, 7, 100, 1_000]) expect(await readInPieces(reader, bytes, size)).toEqual(whole);
  });

  test.each(sources)('$name: a record names its own bytes', async ({ reader, bytes }) => {
    const drafts = (await readWith(reader, bytes)).flatMap((result) => (result.ok ? [result.value] : []));
    expect(drafts.length).toBeGreaterThan(0);
    for (const { record } of drafts) {
      const own = bytes.subarray(record?.start, record?.end);
      expect(createHash('sha256').update(own).digest('hex')).toBe(record?.sha256);
    }
  });
});

describe('cutting a file into records', () => {
  const marks = { open: Buffer.from('<R>'), close: Buffer.from('</R>') };

  async function cut(text: string, limit: number): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const records of recordsOfPieces(inPieces(Buffer.from(text), 3), marks, limit)) {
      for (const { start, end, bytes, whole } of records)
        found.push([start, end, bytes?.toString() ?? null, whole]);
    }
    return found;
  }

  test('what is too long is passed over in its full length, and the next is read', async () => {
    expect(await cut('x<R>0123456789012345678901234567</R>y<R>b</R>', 12)).toEqual([
      [1, 36, null, true],
      [37, 45, '<R>b</R>', true],
    ]);
  });

  test('a record that is not closed ends where the next begins, or with the file', async () => {
    expect(await cut('<R>a<R>b</R><R>c', 100)).toEqual([
      [0, 4, '<R>a', false],
      [4, 12, '<R>b</R>', true],
      [12, 16, '<R>c', false],
    ]);
  });
});
