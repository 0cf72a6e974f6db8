import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import PostalMime from 'postal-mime';
import { mail } from '../../../../archive/readers/mail/mail.ts';
import { mbox } from '../../../../archive/readers/mail/mbox.ts';
import { chooseReader } from '../../../../archive/readers/registry.ts';
import { unpackedCorpus } from '../../../bench/search/corpora.ts';
import { blocksOf, readMail } from './support.ts';

const corpus = unpackedCorpus('formats/mail');
const files =
  corpus === null
    ? []
    : readdirSync(corpus, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.eml'))
        .sort();
const bytesOf = (name: string): Buffer => readFileSync(join(corpus ?? '', name));
const short = (name: string): string => name.slice(name.lastIndexOf('/') + 1, -'.eml'.length);

/** Mails that are headers and images only. */
const withoutText: readonly string[] = [
  'attachment_with_quoted_filename',
  'bad_date_header',
  'bad_date_header2',
  'base64encodedroot',
  'empty_in_reply_to',
  'missing_body',
  'missing_content_disposition',
  'must_supply_encoding',
  'raw_email_with_binary_encoded',
];
/** No header says that it is a mail: one line `Subject:`. */
const unknown: readonly string[] = ['bad_encoded_subject'];

test.skipIf(corpus === null)('every mail of the corpus is read, or says why not', async () => {
  const claimed: string[] = [];
  const refused: Record<string, string> = {};
  for (const name of files) {
    const bytes = bytesOf(name);
    const reader = chooseReader({ name, path: name, bytes });
    if (reader === mail || reader === mbox) claimed.push(short(name));
    const result = await readMail(bytes);
    if (!result.ok) refused[short(name)] = result.error.code;
  }
  expect(files.length).toBeGreaterThan(100);
  expect(files.map(short).filter((name) => !claimed.includes(name))).toEqual(unknown);
  expect(refused).toEqual(Object.fromEntries(withoutText.map((name) => [name, 'no-article'])));
});

/** What those projects' own tests say of their files. */
test.skipIf(corpus === null).each([
  [
    'raw_email',
    'NOTE: 한국말로 하는 것',
    '2005-05-02T22:07:05Z',
    'paragraph: 대부분의 마찬가지로, 우리는 하나님을 믿습니다.',
  ],
  ['japanese_iso_2022', 'まみむめも', null, 'paragraph: すみません。'],
  ['japanese_shift_jis', 'test', '2014-05-28T08:18:19Z', 'paragraph: あいうえお'],
  ['ks_c_5601-1987', 'test', '2014-05-28T08:18:19Z', 'paragraph: 스티해'],
  [
    'invalid_subject_characters',
    'Formação FrenetikPolis: Mega Campanha Final Verão | Cursos de Setembro',
    null,
    'paragraph: TEST',
  ],
  [
    'encoding_madness',
    'eBay Bid - 2008 Ford Super Duty F-350 DRW King Ranch Crew Cab 4x4 (156) - Stock# XXXX',
    '2010-09-22T07:30:53Z',
    'paragraph: Body Text',
  ],
  [
    'raw_email_with_partially_quoted_subject',
    'Re: Test: "漢字" mid "漢字" tail',
    '2005-05-02T22:07:05Z',
    'paragraph: 대부분의 마찬가지로, 우리는 하나님을 믿습니다.',
  ],
  ['example12', 'Saying Hello', '1997-11-21T09:55:06Z', 'paragraph: This is a message just to say hello.'],
  ['example13', 'Saying Hello', '1997-11-21T15:55:06Z', 'paragraph: This is a message just to say hello.'],
  ['utf8_headers', 'Säying Hello', null, 'paragraph: body'],
  [
    'nodemailer',
    'Nodemailer is unicode friendly ✔ (1476358788189)',
    '2016-10-13T11:39:48Z',
    'paragraph: Hello to myself',
  ],
  ['raw_email4', 'Filth', '2005-05-08T17:30:08Z', 'paragraph: Some text'],
])('%s', async (wanted, headline, published, first) => {
  const name = files.find((file) => short(file) === wanted) ?? '';
  const result = await readMail(bytesOf(name));
  if (!result.ok) throw new Error(result.error.code);
  const { value } = result;
  expect([value.headline, value.published?.value ?? null, blocksOf(value)[0]]).toEqual([
    headline,
    published,
    first,
  ]);
});

/** Its subject is in bare bytes of Windows-1252, which postal-mime shows as U+FFFD. */
const differing: readonly string[] = ['invalid_subject_characters'];

test.skipIf(corpus === null)('subjects and dates are those that postal-mime reads', async () => {
  const different: string[] = [];
  for (const name of files) {
    const bytes = bytesOf(name);
    const ours = await readMail(bytes);
    if (!ours.ok) continue;
    const theirs = await PostalMime.parse(bytes);
    const subject = theirs.subject?.replace(/\s+/gu, ' ').trim();
    const date = theirs.date === undefined ? NaN : Date.parse(theirs.date);
    const { headline, published, warnings } = ours.value;
    const made = warnings.some(({ code }) => code === 'headline-made');
    if (!made && subject !== headline) different.push(`${short(name)}: ${headline} | ${subject}`);
    const value = published?.value ?? '';
    if (!Number.isNaN(date) && value.endsWith('Z') && Date.parse(value) !== date)
      different.push(`${short(name)}: ${value} | ${theirs.date}`);
  }
  expect(different.map((line) => line.slice(0, line.indexOf(':')))).toEqual(differing);
});
