import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { joinTwoLines, KnownWords } from '../../../../archive/readers/pdf/join-lines.ts';
import { neatText } from '../../../../archive/readers/pdf/neat-text.ts';
import { pdf } from '../../../../archive/readers/pdf/pdf.ts';
import { fileOf, outline } from '../read.ts';
import { linesOfText, pagesOf, pdfOf } from './made-pdf.ts';
import { mutated, resultsOf } from './support.ts';
import { inTime } from '../../support/in-time.ts';

const folder = fileURLToPath(new URL('../../../fixtures/readers/pdf', import.meta.url));
const fixtures = readdirSync(folder).map((name) => readFileSync(join(folder, name, 'source.pdf')));
const sentence = 'The envoys said on Monday that no agreement on the future of the province had been found.';

const errorsOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await resultsOf(pdf, bytes)).map((result) => (result.ok ? 'draft' : result.error.code));

describe('text of a PDF', () => {
  it('puts an accent that is printed before its letter on it', () => {
    expect(neatText('Miloˇsevi´c i ¨Usk¨udar')).toBe('Milošević i Üsküdar');
    expect(neatText('Croatia´s offer')).toBe('Croatia´s offer');
    expect(neatText('c\u030caj dhe a\u0308')).toBe('čaj dhe ä');
    expect(neatText('e \u0308shtë')).toBe('e s\u0308htë');
  });

  it.each([
    ['pregova-', 'rači', 'pregovarači'],
    ['Kosovo-', 'Metohija', 'Kosovo-Metohija'],
    ['2007-', '2008', '2007-2008'],
    ['anti-', 'terrorist', 'anti-terrorist'],
    ['po\u00ad', 'noviti', 'ponoviti'],
    ['rekao je –', 'dodao', 'rekao je – dodao'],
    ['1998–', '1999', '1998–1999'],
    ['https://example.org/', 'page', 'https://example.org/page'],
  ])('joins %s and %s', (first, second, whole) => {
    const known = new KnownWords();
    known.learn('the anti-terrorist unit');
    expect(joinTwoLines(first, second, known)).toBe(whole);
  });

  it('leaves out running heads and numbers of pages, and joins what a page cut', async () => {
    const page = (number: number, lines: readonly string[]): string =>
      `BT /F1 8 Tf 50 815 Td (The Daily Herald, page ${number}) Tj ET ${linesOfText(lines)} BT /F1 8 Tf 290 30 Td (${number}) Tj ET`;
    const bytes = pagesOf([
      page(1, [
        'Talks fail',
        '',
        sentence,
        'It was the last round of talks that the mediators from three capitals had planned before they report and',
      ]),
      page(2, ['went home.', '', sentence]),
    ]);
    const [result] = await resultsOf(pdf, bytes);
    expect(result?.ok === true ? outline(result.value).join('\n') : result).toMatch(
      /report and went home\./u,
    );
    expect(JSON.stringify(result)).not.toMatch(/Daily Herald/u);
  });

  it('reads 200 pages in less than 10 seconds', async () => {
    const lines = Array.from({ length: 55 }, (_, at) => `${at} ${sentence}`);
    const bytes = pagesOf(Array.from({ length: 200 }, () => linesOfText(lines)));
    expect(await inTime(10_000, () => errorsOf(bytes))).toEqual(['draft']);
  });

  it('stops when it is cancelled', async () => {
    const bytes = pagesOf(Array.from({ length: 50 }, () => linesOfText([sentence])));
    const results = [];
    for await (const result of pdf.read(fileOf(bytes), { aborted: true })) results.push(result);
    expect(results).toEqual([]);
  });
});

const bomb = (): Uint8Array => deflateSync(Buffer.alloc(64 * 1024 * 1024));
const form = (content: string): { value: string; stream: string } => ({
  value:
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> >>',
  stream: content,
});
const withForm = (content: string): Uint8Array =>
  pdfOf([
    { value: '<< /Type /Catalog /Pages 2 0 R >>' },
    { value: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>' },
    { value: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' },
    {
      value:
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> >>',
    },
    { value: '<< >>', stream: '/X Do' },
    form(content),
  ]);

const hostile: readonly (readonly [string, () => Uint8Array, readonly string[]])[] = [
  ['nothing but its name', () => Buffer.from('%PDF-1.7\n'), ['file-broken']],
  [
    'a tree of pages that is a circle',
    () =>
      pdfOf([
        { value: '<< /Type /Catalog /Pages 2 0 R >>' },
        { value: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' },
      ]),
    ['file-broken'],
  ],
  [
    'a billion pages',
    () =>
      pdfOf([
        { value: '<< /Type /Catalog /Pages 2 0 R >>' },
        { value: '<< /Type /Pages /Kids [] /Count 1000000000 >>' },
      ]),
    ['no-text-layer'],
  ],
  [
    'commands that unpack to 64 MB',
    () => pdfOf([{ value: '<< /Type /Catalog >>' }, { value: '<< /Filter /FlateDecode >>', stream: bomb() }]),
    ['archive-unsafe'],
  ],
  [
    'a table of four thousand million characters',
    () =>
      pdfOf([
        { value: '<< /Type /Catalog >>' },
        { value: '<< >>', stream: '1 beginbfrange <00000000> <ffffffff> <0041> endbfrange' },
      ]),
    ['archive-unsafe'],
  ],
  ['a form that prints itself', () => withForm('BT /F1 9 Tf (x) Tj ET /X Do'), ['archive-unsafe']],
  ['commands without end', () => pagesOf(['q '.repeat(1_000_000)]), ['archive-unsafe']],
  [
    'text far away and of no size',
    () => pagesOf(['BT /F1 1e30 Tf 1e38 1e38 Td (far) Tj /F1 0 Tf (none) Tj ET']),
    ['no-text-layer'],
  ],
];

describe('a PDF that means harm', () => {
  it.each(hostile)('%s', async (_name, make, expected) => {
    const bytes = make();
    expect(await inTime(5_000, () => errorsOf(bytes))).toEqual(expected);
  });
});

describe('a damaged PDF', () => {
  const known = ['draft', 'file-broken', 'no-text-layer', 'no-article', 'encrypted', 'archive-unsafe'];

  it('ends anywhere', async () => {
    const found = new Set<string>();
    for (const bytes of fixtures) {
      for (let end = 1_024; end < bytes.length; end += 1_024 * (bytes.length > 20_000 ? 4 : 1)) {
        for (const code of await errorsOf(bytes.subarray(0, end))) found.add(code);
      }
    }
    expect([...found].filter((code) => !known.includes(code))).toEqual([]);
    expect(found.has('file-broken')).toBe(true);
  });

  it('has bytes changed, moved and lost', async () => {
    const rounds = process.env['CUTTINGS_LONG_TESTS'] === '1' ? 20_000 : 150;
    const found = new Set<string>();
    for (const bytes of mutated(fixtures, rounds, 4)) {
      for (const code of await inTime(2_000, () => errorsOf(bytes))) found.add(code);
    }
    expect([...found].filter((code) => !known.includes(code))).toEqual([]);
  });
});
