import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../../archive/readers/csv/csv.ts';
import { json } from '../../../../archive/readers/json/json.ts';
import { readsRecords } from '../../../../archive/readers/reader.ts';
import { readWith } from '../agency/support.ts';
import { readInPieces, recordSources } from './support.ts';

describe('files of records', () => {
  test.each(recordSources().filter(({ reader }) => readsRecords(reader)))(
    '$name is the same in pieces, and each record has its own bytes',
    async ({ reader, bytes }) => {
      const whole = await readWith(reader, bytes);
      for (const length of [1, 7, 64, 1_000])
        expect(await readInPieces(reader, bytes, length)).toEqual(whole);
      for (const result of whole) {
        if (!result.ok) continue;
        const { start, end, sha256 } = result.value.record!;
        expect(createHash('sha256').update(bytes.subarray(start, end)).digest('hex')).toBe(sha256);
      }
    },
  );

  test('what is written by RFC 4180 is read again', async () => {
    // A word first, so that no cell means “nothing”, and none is a list.
    const text = fc.tuple(
      fc.constantFrom('The', 'Mali', 'Një'),
      fc.string({ maxLength: 30 }),
      fc.constantFrom('"', '\n', '\r\n', ';', ',', '""', 'č'),
    );
    const cell = text.map(([word, some, sign]) => `${word} ${some.replaceAll('<', ' ')}${sign}end`);
    const rows = fc.array(fc.record({ title: cell, text: cell }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        async (all, comma, lineEnd) => {
          const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
          const lines = all.map(({ title, text: body }, at) =>
            [`${at}`, quoted(title), quoted(body), '2020'].join(comma),
          );
          const table = [['id', 'title', 'text', 'date'].join(comma), ...lines, ''].join(lineEnd);
          const results = await readWith(csv, Buffer.from(table));
          const plain = (value: string): string =>
            value
              .replace(/[\0-\x08\x0e-\x1f\x7f]/gu, ' ')
              .replace(/\s+/gu, ' ')
              .trim();
          expect(
            results.map((result) =>
              result.ok
                ? [
                    result.value.headline,
                    result.value.blocks.map((block) => ('text' in block ? block.text : '')).join(' '),
                  ]
                : result.error,
            ),
          ).toEqual(all.map(({ title, text: body }) => [plain(title), plain(body)]));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('articles of any JSON are found wherever they are, with the bytes they have there', async () => {
    const article = fc.record({
      title: fc.constantFrom('A', 'Č "x"', 'B}]'),
      body: fc.string({ minLength: 1 }).map((text) => `x${text}`),
      date: fc.constant('2020'),
    });
    const path = fc.array(fc.constantFrom('data', 'response', 'docs', 'a b'), { maxLength: 3 });
    const space = fc.constantFrom(0, 1, '\t');
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 1, maxLength: 5 }),
        path,
        space,
        async (articles, names, indent) => {
          const value = names.reduceRight<unknown>(
            (inner, name) => ({ status: 'ok', [name]: inner, n: [1, {}] }),
            articles,
          );
          const bytes = Buffer.from(JSON.stringify(value, null, indent));
          expect(json.claims({ name: 'file', path: 'file', bytes })).toBe(true);
          const found = await readInPieces(json, bytes, 11);
          expect(
            found.map((result) =>
              result.ok
                ? (JSON.parse(
                    bytes.subarray(result.value.record!.start, result.value.record!.end).toString(),
                  ) as unknown)
                : result.error,
            ),
          ).toEqual(articles);
        },
      ),
      { numRuns: 200 },
    );
  });
});
