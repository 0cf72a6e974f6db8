import { describe, expect, test } from 'vitest';
import { draftsOfDatabase } from '../../../../archive/readers/databases/database-drafts.ts';
import { latexText } from '../../../../archive/readers/references/latex-text.ts';
import { textCollection } from '../../../../archive/readers/text-collection/text-collection.ts';
import { fileOf, readAll } from '../read.ts';

const story = (at: number, line = '28 November 2007'): string =>
  `Headline number ${at} of the day\n${line}\n\nWords of a text that is long enough to be the text of an article.\n`;
const section = (at: number): string =>
  `Section number ${at}\n\nWords of a text that is long enough to be the text of an article.\n`;

describe('a text of several articles', () => {
  test.each([
    ['rules between dated articles', [1, 2, 3].map((at) => story(at)).join('\n=====\n'), 3],
    ['stars with blanks', [1, 2, 3].map((at) => story(at)).join('\n* * *\n'), 3],
    ['form feeds', [1, 2, 3].map((at) => section(at)).join('\f\n'), 3],
    ['form feeds before the line', [1, 2, 3].map((at) => section(at)).join('\n\f\n'), 3],
    ['counted documents', [1, 2, 3].map((at) => `Document ${at} of 3\n\n${section(at)}`).join('\n'), 3],
    ['counted in Serbian', [1, 2, 3].map((at) => `Članak ${at}\n\n${section(at)}`).join('\n'), 3],
    [
      'rules and rules under headlines',
      [1, 2, 3].map((at) => story(at).replace('\n', '\n-----\n')).join('\n#####\n'),
      3,
    ],
    ['one rule', `${story(1)}\n=====\n${story(2)}`, 0],
    ['sections of one article', `${story(1)}\n***\n\n${[2, 3, 4].map(section).join('\n***\n\n')}`, 0],
    [
      'rules between paragraphs',
      Array.from(
        { length: 5 },
        () => 'Words of a text that is long enough to be one, and it ends here.',
      ).join('\n\n---\n\n'),
      0,
    ],
    ['a list of headlines', Array.from({ length: 5 }, (_, at) => `Headline ${at}`).join('\n=====\n'), 0],
  ])('%s', async (_name, text, count) => {
    const file = fileOf(text);
    expect(textCollection.claims(file)).toBe(count > 0);
    const { reader, results } = await readAll(file);
    expect([reader === 'text-collection', results.filter(({ ok }) => ok).length]).toEqual([
      count > 0,
      count > 0 ? count : 1,
    ]);
  });
});

test('the accents of LaTeX', () => {
  const given = [
    "Vu\\v{c}i\\'c",
    '\\DJ or\\dj{}e',
    '{\\v S}kolu',
    '\\"uber',
    'na\\"{\\i}ve',
    '\\c{c}a',
    'Stra\\ss e',
    '\\O{}re',
    'a--b',
    '\\emph{so} 5\\,\\%',
    "``x''",
    'A \\& B',
    'no marks',
  ];
  expect(given.map(latexText)).toEqual([
    'Vučić',
    'Đorđe',
    'Školu',
    'über',
    'naïve',
    'ça',
    'Straße',
    'Øre',
    'a–b',
    'so 5 %',
    '“x”',
    'A & B',
    'no marks',
  ]);
});

test('an export of a database that came as a document is its articles', () => {
  const lines = [
    '1 of 2 DOCUMENTS',
    '',
    'The Lantern',
    '',
    'November 28, 2007',
    '',
    'First story',
    '',
    'LENGTH: 2 words',
    '',
    'SECTION: A',
    '',
    'BODY:',
    '',
    'Words.',
    '',
    'LOAD-DATE: November 28, 2007',
    '',
    '2 of 2 DOCUMENTS',
    '',
    'The Lantern',
    '',
    'November 29, 2007',
    '',
    'Second story',
    '',
    'LENGTH: 2 words',
    '',
    'BODY:',
    '',
    'More.',
  ];
  const drafts = draftsOfDatabase(lines, { mediaType: 'application/rtf', encoding: null });
  expect(
    drafts?.map(({ headline, source, published, encoding, mediaType }) => [
      headline,
      source,
      published?.value,
      encoding,
      mediaType,
    ]),
  ).toEqual([
    ['First story', 'The Lantern', '2007-11-28', null, 'application/rtf'],
    ['Second story', 'The Lantern', '2007-11-29', null, 'application/rtf'],
  ]);
  expect(
    draftsOfDatabase(['A letter', '', 'Dear all,'], { mediaType: 'application/rtf', encoding: null }),
  ).toBeNull();
});
