import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../../archive/readers/documents/docx.ts';
import { odt } from '../../../../archive/readers/documents/odt.ts';
import { rtf } from '../../../../archive/readers/documents/rtf.ts';
import type { Reader } from '../../../../archive/readers/reader.ts';
import { chooseReader } from '../../../../archive/readers/registry.ts';
import { draftOf, fileOf, outline, readAll } from '../read.ts';
import { mutated, resultsOf } from './support.ts';
import { inTime } from '../../support/in-time.ts';

const root = fileURLToPath(new URL('../../../fixtures/readers', import.meta.url));
const fixturesOf = ({ name }: Reader): readonly Uint8Array[] =>
  readdirSync(join(root, name)).map((folder) => readFileSync(join(root, name, folder, `source.${name}`)));
const readers = [docx, odt, rtf];
const known = ['draft', 'file-broken', 'no-article', 'encrypted', 'archive-unsafe', 'unsupported'];

async function codesOf(reader: Reader, bytes: Uint8Array): Promise<readonly string[]> {
  return (await resultsOf(reader, bytes)).map((result) => (result.ok ? 'draft' : result.error.code));
}

describe('damaged documents', () => {
  it.each(readers)('$name ends anywhere', async (reader) => {
    const found = new Set<string>();
    for (const bytes of fixturesOf(reader)) {
      for (let end = 16; end < bytes.length; end += 512) {
        for (const code of await codesOf(reader, bytes.subarray(0, end))) found.add(code);
      }
    }
    expect([...found].filter((code) => !known.includes(code))).toEqual([]);
    expect(found.size).toBeGreaterThan(0);
  });

  it.each(readers)('$name has bytes changed, moved and lost', async (reader) => {
    const rounds = process.env['CUTTINGS_LONG_TESTS'] === '1' ? 20_000 : 300;
    const found = new Set<string>();
    for (const bytes of mutated(fixturesOf(reader), rounds, 7)) {
      for (const code of await inTime(2_000, () => codesOf(reader, bytes))) found.add(code);
    }
    expect([...found].filter((code) => !known.includes(code))).toEqual([]);
  });
});

const hostile: readonly (readonly [string, () => string])[] = [
  ['groups in groups', () => `{\\rtf1 ${'{'.repeat(2_000_000)}text`],
  ['bytes that lead out of the file', () => '{\\rtf1 text\\par \\bin999999999 more}'],
  ['control words without end', () => `{\\rtf1 text\\par ${'\\b'.repeat(2_000_000)}}`],
  ['a cell in each of a million rows', () => `{\\rtf1 text\\par ${'x\\cell\\row'.repeat(400_000)}}`],
  ['one word of five million letters', () => `{\\rtf1 text\\par ${'x'.repeat(5_000_000)}}`],
];

describe('RTF', () => {
  it.each(hostile)('%s', async (_name, make) => {
    const bytes = Buffer.from(make(), 'latin1');
    expect(known).toContain((await inTime(2_000, () => codesOf(rtf, bytes)))[0]);
  });

  it('reads two bytes of one character, and characters of two halves', async () => {
    const draft = await draftOf(
      "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 Mincho;}}\\f0 Headline of it\\par \\'93\\'fa\\'96\\{ \\u-10179?\\u-8704? is text here.\\par}",
    );
    expect(outline(draft)).toEqual(['headline: Headline of it', 'paragraph: 日本 😀 is text here.']);
  });

  it('takes no control word for what every object has', async () => {
    const words = '\\constructor \\toString \\hasOwnProperty ';
    const draft = await draftOf(
      `{\\rtf1 ${words}Headline of it\\par ${words}A paragraph of some words.\\par}`,
    );
    expect(outline(draft)).toEqual(['headline: Headline of it', 'paragraph: A paragraph of some words.']);
  });

  it('says when the end is missing', async () => {
    const draft = await draftOf(
      '{\\rtf1\\ansi Talks without result\\par The envoys said that nothing was agreed.',
    );
    expect(draft.warnings).toContainEqual({ code: 'cut-off' });
  });
});

const compound = (name: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(64),
  ]);
const zipped = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from('504b030414000000', 'hex'), Buffer.alloc(22), Buffer.from(text)]);

const refused: readonly (readonly [string, Uint8Array, string])[] = [
  ['.doc', compound('WordDocument'), 'old Word document (.doc): save it as DOCX'],
  ['.xls', compound('Workbook'), 'old Excel workbook (.xls): save it as CSV'],
  ['.xlsx', zipped('[Content_Types].xml xl/workbook.xml'), 'an Excel workbook (.xlsx): save it as CSV'],
  ['JPEG', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'a picture (JPEG)'],
  ['PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a picture (PNG)'],
  ['WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'a picture (WebP)'],
];

describe('formats that are known and not read', () => {
  it.each(refused)('%s', async (_name, bytes, detail) => {
    expect(await readAll(fileOf(bytes))).toEqual({
      reader: 'refusals',
      results: [{ ok: false, error: { code: 'unsupported', params: { path: 'folder/page.txt', detail } } }],
    });
  });

  it('a Word document behind a password', async () => {
    const { results } = await readAll(fileOf(compound('EncryptedPackage')));
    expect(results).toEqual([
      { ok: false, error: { code: 'encrypted', params: { path: 'folder/page.txt' } } },
    ]);
  });

  it('leaves text alone', () => {
    expect(chooseReader(fileOf('GIF is a format for pictures. BMP is another one of them.'))?.name).toBe(
      'plain-text',
    );
  });
});
