import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TextRange } from '../../../archive/model/article.ts';
import { decodeText } from '../../../archive/text/decode.ts';
import { fileOf, readAll, wordsOf } from './read.ts';

// A case is a folder with source.txt and expected.json: adding one needs no code.
const root = fileURLToPath(new URL('../../fixtures/readers', import.meta.url));
const cases = readdirSync(root).flatMap((reader) =>
  readdirSync(join(root, reader)).map((name) => ({ reader, name, folder: join(root, reader, name) })),
);

describe('fixtures', () => {
  it.each(cases)('$reader reads $name', async ({ reader, folder }) => {
    const bytes = readFileSync(join(folder, 'source.txt'));
    const { reader: chosen, results } = await readAll(fileOf(bytes));
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    expect({ reader: chosen, results }).toEqual({ reader, results: [{ ok: true, value: expected }] });
  });

  it.each(cases)('$name: places hold the words they stand for', async ({ folder }) => {
    const bytes = readFileSync(join(folder, 'source.txt'));
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
