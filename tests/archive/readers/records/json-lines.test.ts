import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLines } from '../../../../archive/readers/json-lines/json-lines.ts';
import { paragraphsOf } from '../../../../archive/readers/records/record-paragraphs.ts';
import { readJsonDate } from '../../../../archive/readers/records/record-date.ts';
import { readLanguageTag } from '../../../../archive/readers/records/record-language.ts';
import { linesOfPieces } from '../../../../archive/readers/json-lines/record-lines.ts';
import type { RecordLine } from '../../../../archive/readers/json-lines/record-lines.ts';
import { chooseReader } from '../../../../archive/readers/registry.ts';
import { fileOf } from '../read.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function linesOf(bytes: Uint8Array, size: number, limit: number): Promise<RecordLine[]> {
  const lines: RecordLine[] = [];
  for await (const some of linesOfPieces(cut(bytes, size), limit)) lines.push(...some);
  return lines;
}

test('lines are the same however the file is cut, and their places hold their bytes', async () => {
  const ending = fc.constantFrom('\n', '\r\n', '\n\n', '\n \t\n');
  const content = fc.stringMatching(/^[a-zčш {}"]{0,12}$/u);
  const file = fc.record({
    mark: fc.boolean(),
    lines: fc.array(fc.tuple(content, ending), { maxLength: 8 }),
    last: content,
  });
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 9 }), async ({ mark, lines, last }, size) => {
      const text = (mark ? '\ufeff' : '') + lines.map(([line, end]) => line + end).join('') + last;
      const bytes = new TextEncoder().encode(text);
      const found = await linesOf(bytes, size, 20);
      const expected = text
        .replace(/^\ufeff/u, '')
        .split('\n')
        .map((line, at) => ({ line: line.replace(/\r$/u, ''), number: at + 1 }))
        .filter(({ line }) => line.trim() !== '');
      expect(
        found.map(({ number, start, end }) => ({
          line: Buffer.from(bytes).toString('utf8', start, end),
          number,
        })),
      ).toEqual(expected);
      for (const { start, end, bytes: held } of found) {
        if (held !== null) expect(Buffer.from(bytes.slice(start, end)).equals(held)).toBe(true);
        else expect(end - start).toBeGreaterThan(16);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['{"title":"A","body":"b"}\n', true],
  ['\ufeff\n\n{"text":"only text"}', true],
  ['{"headline":"A"}\nnot json at all', true],
  ['{"name":"x","version":"1.0.0"}\n', false],
  ['{"title":"","body":null}\n', false],
  ['{\n  "title": "A file of one object"\n}\n', false],
  ['[{"title":"A"}]\n', false],
  ['"title"\n', false],
  ['Headline\n\n{"title":"A"}\n', false],
  [`{"body":"${'long '.repeat(20_000)}`, true],
  [`{"data":"${'long '.repeat(20_000)}`, false],
])('by its first line: %s', (text, claimed) => {
  expect(chooseReader(fileOf(text))?.name === 'json-lines').toBe(claimed);
});

test('bytes that are not UTF-8 cost their line only; UTF-16 is refused', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"title":"One","body":"1"}\n{"title":"'),
    Buffer.from([0xe8, 0xe6]),
    Buffer.from('","body":"2"}\n{"title":"Three"}'),
  ]);
  const outcomes: string[] = [];
  for await (const result of jsonLines.read(fileOf(bytes))) {
    outcomes.push(result.ok ? result.value.headline : result.error.code);
  }
  expect(outcomes).toEqual(['One', 'line-not-utf-8', 'Three']);
  const wide = Buffer.from('\ufeff{"title":"Ā","body":"b"}\n', 'utf16le');
  const files = [wide, wide.subarray(2), Buffer.from(wide).swap16()].map(fileOf);
  expect(files.map((file) => [chooseReader(file)?.name, jsonLines.refuses(file)?.params])).toEqual(
    ['utf-16le', 'utf-16le', 'utf-16be'].map((encoding) => [
      'json-lines',
      { path: 'folder/page.txt', encoding },
    ]),
  );
});

test.each([
  ['2007', '2007', 'year'],
  ['2007-11', '2007-11', 'month'],
  ['2007-11-28', '2007-11-28', 'day'],
  ['20071128', '2007-11-28', 'day'],
  [2007, '2007', 'year'],
  [20071128, '2007-11-28', 'day'],
  ['2007-11-28T11:49', '2007-11-28T11:49:00', 'minute'],
  ['2007-11-28 11:49:02', '2007-11-28T11:49:02', 'second'],
  ['2007-11-28T11:49:02.123Z', '2007-11-28T11:49:02Z', 'second'],
  ['2007-11-28T00:10+01:00', '2007-11-27T23:10:00Z', 'minute'],
  ['20071128T114902Z', '2007-11-28T11:49:02Z', 'second'],
  ['Wed, 28 Nov 2007 11:49:02 +0100', '2007-11-28T10:49:02Z', 'second'],
  ['Wed, 28 Nov 2007 11:49:02 EST', '2007-11-28T16:49:02Z', 'second'],
  [1196250542, '2007-11-28T11:49:02Z', 'second'],
  [1196250542123, '2007-11-28T11:49:02Z', 'second'],
  ['1196250542', '2007-11-28T11:49:02Z', 'second'],
  [-86400, '1969-12-31T00:00:00Z', 'second'],
  ['28. novembar 2007.', '2007-11-28', 'day'],
  ['November 28, 2007', '2007-11-28', 'day'],
  ['2007-02-30', null, 'date-impossible'],
  ['2007-11-28T25:00', null, 'date-impossible'],
  ['yesterday', null, 'date-impossible'],
  [1e300, null, 'date-impossible'],
  [true, null, 'date-impossible'],
  [null, null, 'undated'],
])('the date %s', (value, expected, detail) => {
  const { date, warnings } = readJsonDate(value);
  expect([date?.value ?? null, date?.precision ?? warnings[0]?.code]).toEqual([expected, detail]);
  if (date !== null) expect(date.printed).toBe(String(value));
});

test('languages become BCP 47, or none', () => {
  const given = [
    'en',
    'eng',
    'EN_us',
    'srp-Cyrl',
    'sr-latn',
    'sqi',
    'alb',
    'hrv',
    'bos',
    'mkd',
    'Serbian',
    'und',
    'klingon!',
    '',
  ];
  expect(given.map(readLanguageTag)).toEqual([
    'en',
    'en',
    'en-US',
    'sr-Cyrl',
    'sr-Latn',
    'sq',
    'sq',
    'hr',
    'bs',
    'mk',
    'sr',
    null,
    null,
    null,
  ]);
});

test('paragraphs: blank lines, else long lines, else one', () => {
  const long = 'A line that no editor broke, '.repeat(5).trim();
  const texts = [
    'One\ngoes on.\n\nTwo.\r\n \r\nThree.',
    `${long}\n${long}`,
    'broken by\nan editor\nat few signs',
    [' a ', '', 'b\nc'],
    '  \n\n ',
    12,
  ];
  expect(texts.map(paragraphsOf)).toEqual([
    ['One goes on.', 'Two.', 'Three.'],
    [long, long],
    ['broken by an editor at few signs'],
    ['a', 'b c'],
    [],
    ['12'],
  ]);
});

test('whatever JSON a line holds, it gives a draft with words or an error', async () => {
  const keys = fc.constantFrom(
    'title',
    'body',
    'date',
    'source',
    'author',
    'lang',
    'url',
    'section',
    'summary',
  );
  const record = fc.dictionary(keys, fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
  const lines = fc.array(fc.oneof(record, fc.jsonValue()), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(lines, async (all) => {
      const text = all.map((value) => JSON.stringify(value)).join('\n');
      const results: string[] = [];
      for await (const result of jsonLines.read(fileOf(text))) {
        results.push(result.ok ? result.value.headline.trim() : result.error.code);
        if (result.ok)
          expect(result.value.blocks.every((block) => 'text' in block && block.text !== '')).toBe(true);
      }
      expect(results).toHaveLength(all.length);
      expect(results).not.toContain('');
    }),
    { numRuns: 500 },
  );
});
