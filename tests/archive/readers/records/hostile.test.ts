import { describe, expect, test } from 'vitest';
import { readsRecords } from '../../../../archive/readers/reader.ts';
import type { Reader } from '../../../../archive/readers/reader.ts';
import { csv } from '../../../../archive/readers/csv/csv.ts';
import { jsonLines } from '../../../../archive/readers/json-lines/json-lines.ts';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import { readWith } from '../agency/support.ts';
import type { Results } from '../agency/support.ts';
import { recordReaders, recordSources } from './support.ts';
import { inTime } from '../../support/in-time.ts';

/** Nothing that anybody sends may take longer, of the processor's time: tests run beside each other. In milliseconds. */
const longest = 2_000;

const timed = (reader: Reader, bytes: Uint8Array): Promise<Results> =>
  inTime(longest, () => readWith(reader, bytes));

function expectSound(results: Results): void {
  for (const result of results) {
    if (result.ok) expect(result.value.headline.trim()).not.toBe('');
    else expect(result.error.code).not.toBe('internal');
  }
}

const sources = recordSources();

describe('malformed files', () => {
  test.each(sources)('$name: cut anywhere, it gives results', async ({ reader, bytes }) => {
    const step = Math.max(1, Math.floor(bytes.length / 100));
    for (let end = 0; end < bytes.length; end += step) {
      expectSound(await readWith(reader, bytes.subarray(0, end)));
    }
  });

  test('bytes changed at random give results', async () => {
    const rounds = isLong ? 20_000 : 400;
    const random = randomFrom(20_070_217);
    const signs = Buffer.from('"\'{}[]\\,;:\n\r\t#*_-`|<>&=@\0\xff', 'latin1');
    for (let round = 0; round < rounds; round += 1) {
      const { reader, bytes } = sources[below(random, sources.length)]!;
      const changed = Buffer.from(bytes);
      for (let times = 1 + below(random, 8); times > 0; times -= 1) {
        changed[below(random, changed.length)] = signs[below(random, signs.length)]!;
      }
      const from = below(random, changed.length);
      const piece = changed.subarray(from, from + below(random, 200));
      const grown = below(random, 3) === 0 ? Buffer.concat([changed, piece, piece]) : changed;
      expectSound(await timed(reader, grown));
    }
  });

  test.each(sources.filter(({ reader }) => readsRecords(reader)))(
    '$name: an import that is stopped gives nothing more',
    async ({ reader, bytes }) => {
      const results = [];
      const signal = { aborted: true };
      for await (const result of reader.read({ name: 'file', path: 'file', bytes }, signal))
        results.push(result);
      expect(results).toEqual([]);
    },
  );
});

const size = 5_000_000;
const times = (text: string, rest = ''): string => text.repeat(Math.floor(size / text.length)) + rest;
/** As much as gives no more records than two seconds are enough for, one by one. */
const records = (text: string): string => text.repeat(Math.floor(size / 10 / text.length));

const head = 'id,title,text,date\n1,A,b,2020\n';
const hostile: readonly (readonly [string, string])[] = [
  ['brackets', times('[')],
  ['braces', times('{')],
  ['braces and names', times('{"a":')],
  ['a list of brackets', `[{"title":"A","body":"b","date":"2020"},${times('[')}`],
  ['deep values', `[{"title":"A","body":"b","date":${times('[', '"')}`],
  ['marks without end', `[{"title":"A","body":"b","date":"2020"},${times('{"title":"')}`],
  ['broken elements', `[{"title":"A","body":"b","date":"2020"}${records(',{"title":"B" "body":"c"}')}]`],
  [
    'broken and whole elements',
    `[{"title":"A","body":"b","date":"2020"}${times(',{"title":"B","x":"},{"title":"C","text":"d","date":"2021"}')}]`,
  ],
  ['names', `{${times('"title":"a",')}"body":"b"}`],
  ['escapes', `[{"title":"A","body":"${times('\\\\')}"}]`],
  ['quotation marks', head + times('"')],
  ['rows that begin with a mark', head + times('"x\n')],
  ['bad and good rows', head + records('2,B,"c,2020\n3,C,d,2021\n')],
  ['bad rows and one mark at the end', `${head}${records('2,B,"c,2020\n3,C,d,2021\n')}",`],
  [
    'a line of commas behind bad rows',
    `${head}${times('2,"B\n').slice(0, size / 2)}"${','.repeat(size / 2)}`,
  ],
  ['commas', head + times(',')],
  ['columns', times('title,')],
  ['line ends', head + times('\r')],
  ['blank lines', head + times('\n')],
  ['front matter of braces', `---\ntitle: A\nx: ${'{'.repeat(60_000)}\n---\n`],
  ['front matter of brackets', `---\ntitle: A\nx: ${'[a,'.repeat(20_000)}\n---\ntext`],
  ['front matter of lists', `---\ntitle: A\nx: ${'- '.repeat(30_000)}\n---\ntext`],
  [
    'deep front matter',
    `---\ntitle: A\n${Array.from({ length: 340 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n---\ntext`,
  ],
  [
    'a bomb of aliases',
    `---\ntitle: A\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n---\ntext`,
  ],
  ['TOML of brackets', `+++\ntitle = "A"\nx = ${'['.repeat(60_000)}\n+++\ntext`],
  ['TOML of dots', `+++\ntitle = "A"\n[${'a.'.repeat(30_000)}b]\n+++\ntext`],
  ...[
    '*',
    '_a__',
    '[',
    '![',
    '[a](',
    '[a](<',
    '`',
    '> ',
    '- ',
    '- a\n',
    '- a\nb\n',
    '1. ',
    '#',
    '# a\n',
    '<',
    '<b ',
    '<!--',
    '|',
    '|-',
    '~~~\n',
    '\\',
    '&#1',
    '{% ',
    '[[a|',
    '* a',
    '\t',
    ' ',
    '=\n',
    'a\n=\n',
  ].map((text): readonly [string, string] => [
    `Markdown of ${JSON.stringify(text)}`,
    `---\ntitle: A\n---\n${times(text, 'a')}`,
  ]),
];

const dated =
  'A headline of it\n28 November 2007\n\nWords of a text that is long enough to be the text of an article.\n';
const more: readonly (readonly [string, string])[] = [
  ['RIS without end', records('TY  - NEWS\n')],
  ['RIS of one long reference', `TY  - NEWS\nTI  - A\n${times('AU  - B\n')}ER  - \n`],
  ['RIS of blanks', `TY  - NEWS\nTI  - A\n${times(' \n')}ER  - \n`],
  ['BibTeX of braces', `@article{a, title = ${times('{')}`],
  ['BibTeX of fields', `@article{a, ${times('title = {b}, ').slice(0, 1_900_000)}}\n`],
  ['BibTeX of signs', `@article{a, title = "b" ${times('# "c" ').slice(0, 1_900_000)}}\n`],
  ['BibTeX of abbreviations', `@string{a = "b"}\n@article{k, title = a}\n${records('@string{a = "b"}\n')}`],
  ['BibTeX of accents', `@article{a, title = {${times("\\'").slice(0, 1_900_000)}}}\n`],
  ['BibTeX of commands', `@article{a, title = {${times('\\a').slice(0, 1_900_000)}}}\n`],
  ['rules', `${dated}===\n${dated}===\n${dated}${times('===\n')}`],
  ['signs', `${dated}===\n${dated}===\n${dated}${times('=')}`],
  ['signs and blanks', `${dated}===\n${dated}===\n${dated}${times('= ')}`],
  [
    'kinds of rules',
    `${dated}===\n${dated}===\n${dated}${Array.from({ length: 900 }, (_, at) => '='.repeat(3 + (at % 190))).join('\n')}`,
  ],
  ['form feeds', `${dated}\f\n${dated}\f\n${dated}${times('\f')}`],
  ['counts of Nexis', `1 of 2 DOCUMENTS\nLENGTH: 1 words\nSECTION: A\n${times('1 of 2 DOCUMENTS\n')}`],
  ['labels of Nexis', `1 of 2 DOCUMENTS\nLENGTH: 1 words\n${times('SECTION: A\n')}`],
  ['blanks in Nexis', `1 of 2 DOCUMENTS\nLENGTH: 1 words\nSECTION: A\n${times(' \n')}`],
  ['codes of Factiva', `HD A\nPD B\nSN C\nSC D\nWC E\nLP\n${times('IN  x\n')}`],
  ['a page of Nexis', `<p>1 of 2 DOCUMENTS</p><p>LENGTH: 1 words</p><p>LOAD-DATE: a</p>${times('<p>')}`],
];

describe('files made to harm', () => {
  test.each([...hostile, ...more])('%s', async (_name, text) => {
    const bytes = Buffer.from(text);
    const claiming = await inTime(longest, () =>
      recordReaders.find((reader) => reader.claims({ name: 'file', path: 'file', bytes })),
    );
    if (claiming !== undefined) expectSound(await timed(claiming, bytes));
  });

  test('names of the language itself are names like others', async () => {
    const text = '{"__proto__":{"title":"no"},"constructor":"x","title":"Yes","body":"b","date":"2020"}\n';
    const table = '__proto__,title,text,constructor\nx,Yes,b,c\n';
    for (const [reader, content] of [
      [jsonLines, text],
      [csv, table],
    ] as const) {
      const [result] = await readWith(reader, Buffer.from(content));
      expect(result?.ok === true && result.value.headline).toBe('Yes');
    }
    expect(({} as { title?: string }).title).toBeUndefined();
  });
});
