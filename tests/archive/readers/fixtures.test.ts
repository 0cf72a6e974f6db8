import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TextRange } from '../../../archive/model/article.ts';
import { decodeText } from '../../../archive/text/decode.ts';
import { fileOf, readAll, wordsOf } from './read.ts';

// A case is a folder with source.* and expected.json: adding one needs no code. What is expected is one draft or, of a
// file of many articles, the list of drafts and errors.
const root = fileURLToPath(new URL('../../fixtures/readers', import.meta.url));
const cases = readdirSync(root).flatMap((reader) =>
  readdirSync(join(root, reader)).map((name) => ({ reader, name, folder: join(root, reader, name) })),
);
/** Readers that say where in the text each part stands. */
const placing: readonly string[] = ['page-text', 'plain-text'];
const pages = cases.filter(({ reader }) => placing.includes(reader));

function sourceIn(folder: string): Buffer {
  const name = readdirSync(folder).find((file) => file.startsWith('source.'));
  return readFileSync(join(folder, name ?? 'source'));
}

describe('fixtures', () => {
  it.each(cases)('$reader reads $name', async ({ reader, folder }) => {
    const bytes = sourceIn(folder);
    const { reader: chosen, results } = await readAll(fileOf(bytes));
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    const all: unknown[] = Array.isArray(expected) ? expected : [{ ok: true, value: expected }];
    expect({ reader: chosen, results }).toEqual({ reader, results: all });
  });

  it.each(pages)('$name: places hold the words they stand for', async ({ folder }) => {
    const bytes = sourceIn(folder);
    const decoded = decodeText(bytes);
    const { results } = await readAll(fileOf(bytes));
    const draft = results[0]?.ok === true ? results[0].value : null;
    const text = decoded.ok ? decoded.value.text : '';
    const at = (place: TextRange | null): string[] =>
      place === null ? [] : (text.slice(place.start, place.end).match(/[\p{L}\p{N}]+/gu) ?? []);
    const words = (of: string | null | undefined): string[] => of?.match(/[\p{L}\p{N}]+/gu) ?? [];
    expect(draft).not.toBeNull();
    const missing = (has: string[], of: string[]): string[] => of.filter((word) => !has.includes(word));
    expect(missing(at(draft?.places.headline ?? null), words(draft?.headline))).toEqual([]);
    expect(at(draft?.places.standfirst ?? null)).toEqual(words(draft?.standfirst));
    expect(missing(at(draft?.places.published ?? null), words(draft?.published?.printed))).toEqual([]);
    expect((draft?.blocks ?? []).flatMap((block) => missing(at(block.place), wordsOf(block)))).toEqual([]);
  });
});
