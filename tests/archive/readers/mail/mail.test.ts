import { describe, expect, test } from 'vitest';
import { memorySource, wholeOf } from '../../../../archive/readers/access/byte-source.ts';
import { mail } from '../../../../archive/readers/mail/mail.ts';
import { readMailDate } from '../../../../archive/readers/mail/mail-date.ts';
import { firstAddress } from '../../../../archive/readers/mail/addresses.ts';
import { decodeWords } from '../../../../archive/readers/mail/mime/encoded-words.ts';
import { decodeCharset } from '../../../../archive/readers/mail/mime/charset.ts';
import { readStructured } from '../../../../archive/readers/mail/mime/parameters.ts';
import { attachedTo, blocksOf, draftOf, mailOf, raw, readMail } from './support.ts';

const claims = (...lines: string[]): boolean =>
  mail.claims({ name: 'a.txt', path: 'a.txt', bytes: mailOf(...lines) });

describe('what is a mail', () => {
  test.each([
    [['From: a@example.org', 'To: b@example.org', 'Subject: News', '', 'Text.']],
    [['Received: from a by b', '\tfor c; Wed, 28 Nov 2007 06:00:00 GMT', 'Subject: News', '', 'Text.']],
    [['From nobody Wed Nov 28 06:00:00 2007', 'Message-ID: <1@a>', 'Subject: News', '', 'Text.']],
    [['Content-Type: multipart/mixed;', '\tboundary="--=b"', '', '----=b', '', 'Text.', '----=b--']],
    [['Newsgroups: alt.news', 'Path: a!b', 'From: a@example.org', 'Subject: News', '', 'Text.']],
  ])('%j is', (lines) => {
    expect(claims(...lines)).toBe(true);
  });
  test.each([
    [['Subject: News', '', 'Text.']],
    [['Title: News', 'Date: 28 November 2007', '', 'Text.']],
    [['The minister: no comment', 'From: our correspondent', '', 'Text.']],
    [['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Date: Wed, 28 Nov 2007 06:00:00 GMT', '', '<html>']],
    [['WARC/1.0', 'WARC-Type: warcinfo', 'Content-Type: text/plain', '', '']],
    [
      [
        'From: <Saved by Blink>',
        'Subject: Page',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; boundary="b"',
        '',
        '--b',
      ],
    ],
    [
      [
        'Subject: Page',
        'Date: Wed, 28 Nov 2007',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; boundary="b"',
        '',
        '--b',
        'Content-Location: http://example.org/',
        '',
        '',
      ],
    ],
    [
      [
        'From: a',
        'Snapshot-Content-Location: http://a/',
        'Subject: b',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related',
        '',
        '',
      ],
    ],
    [['']],
  ])('%j is not', (lines) => {
    expect(claims(...lines)).toBe(false);
  });
});

describe('headers', () => {
  test.each([
    ['=?utf-8?Q?Bud=C5?= =?utf-8?Q?=BEet_2008?=', 'Budžet 2008'],
    ['=?UTF-8?B?0JLQtdC90LA=?= : =?koi8-r?Q?=F7=C5=CE=C1?=', 'Вена : Вена'],
    ['=?iso-2022-jp?B?GyRCJCIbKEI=?= =?iso-2022-jp?B?GyRCJCQbKEI=?=', 'あい'],
    ['=?gb2312?B?zsTVwg==?=', '文章'],
    ['=?windows-1250?Q?=8Ai=9Aka_=28x=29?=', 'Šiška (x)'],
    ['=?utf-8*sr?Q?What??= now', 'What? now'],
    ['=?utf-8?Q?with blanks inside?=', 'with blanks inside'],
    ['=?utf-8?Q?never closed', '=?utf-8?Q?never closed'],
    ['=?utf-8?X?kind?= =??Q?none?=', '=?utf-8?X?kind?= =??Q?none?='],
    ['a =?us-ascii?Q?b?= c', 'a b c'],
  ])('%s', (given, expected) => {
    expect(decodeWords(given)).toBe(expected);
  });

  test.each([
    ['"O\'Neil, Mary" <mary@example.org>', "O'Neil, Mary", 'mary@example.org'],
    ["mary@example.org (Mary O'Neil)", "Mary O'Neil", 'mary@example.org'],
    ['<mary@example.org>', null, 'mary@example.org'],
    ['mary@example.org, other@example.org', null, 'mary@example.org'],
    ['Mary (of the (foreign\\)) desk) <mary@example.org>', 'Mary', 'mary@example.org'],
    ['Foreign desk', 'Foreign desk', null],
    ['"mary@example.org" <mary@example.org>', null, 'mary@example.org'],
  ])('from %s', (given, name, address) => {
    expect(firstAddress(given)).toEqual({ name, address });
  });

  test.each([
    ['Wed, 28 Nov 2007 12:49:02 +0100', '2007-11-28T11:49:02Z', '+0100'],
    ['Wed, 28 Nov 2007 12:49 EST', '2007-11-28T17:49:00Z', 'EST'],
    ['28 Nov 07 12:49:02 +0100 (CET (Vienna))', '2007-11-28T11:49:02Z', '+0100'],
    ['Wed, 28 Nov 97 12:49:02 GMT', '1997-11-28T12:49:02Z', 'GMT'],
    ['Wed, 28 Nov 107 12:49:02 GMT', '2007-11-28T12:49:02Z', 'GMT'],
    ['Fri, 21 Nov 1997 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06Z', '-0600'],
    ['Wed, 28 Nov 2007 12:49:02 XYZ', '2007-11-28T12:49:02', 'XYZ'],
    ['2007-11-28T12:49:02+01:00', '2007-11-28T11:49:02Z', '+01:00'],
    ['Thu, 30 Feb 2007 10:00:00 +0100', undefined, undefined],
    ['yesterday', undefined, undefined],
  ])('dated %s', (given, value, zone) => {
    const { date } = readMailDate(given);
    expect([date?.value, date?.zone]).toEqual([value, zone]);
    if (date !== null) expect(date.printed).toBe(given);
  });

  test('parameters come whole, in pieces and in code', () => {
    const { value, parameters } = readStructured(
      `Attachment (a file); filename*0*=utf-8''%C4%8Daj; filename*1=" and.txt"; name="a \\"b\\"; c"; size=7 (bytes)`,
    );
    expect([value, ...parameters]).toEqual([
      'attachment',
      ['name', 'a "b"; c'],
      ['size', '7'],
      ['filename', 'čaj and.txt'],
    ]);
    expect(
      readStructured('text/plain; name=my own file.txt; charset=utf-8 format=flowed').parameters,
    ).toEqual(
      new Map([
        ['name', 'my own file.txt'],
        ['charset', 'utf-8'],
      ]),
    );
  });

  test('a newsletter has a source, a letter has not', async () => {
    const list = [
      'From: Ana <ana@news.example.org>',
      'List-Id: Balkan daily <b.example.org>',
      'Subject: x',
      '',
      'Text.',
    ];
    const letter = ['From: Ana <ana@news.example.org>', 'Subject: x', '', 'Text.'];
    const nameless = [
      'From: ana@news.example.org',
      'List-Unsubscribe: <mailto:a@b>',
      'Subject: x',
      '',
      'Text.',
    ];
    const origin = async (lines: string[]): Promise<unknown> => {
      const { byline, source } = await draftOf(...lines);
      return [byline, source];
    };
    expect(await origin(list)).toEqual(['Ana', 'Balkan daily']);
    expect(await origin(letter)).toEqual(['Ana', null]);
    expect(await origin(nameless)).toEqual(['ana@news.example.org', 'news.example.org']);
  });
});

describe('charsets', () => {
  test.each([
    ['Пријатно', 'windows-1251', [0xcf, 0xf0, 0xe8, 0xbc, 0xe0, 0xf2, 0xed, 0xee]],
    ['Вена', 'koi8-r', [0xf7, 0xc5, 0xce, 0xc1]],
    ['文章', 'GB2312', [0xce, 0xc4, 0xd5, 0xc2]],
    ['文章', 'hz-gb-2312', [...Buffer.from('~{NDUB~}')]],
    ['한국', 'ISO-2022-KR', [...Buffer.from('\x1b$)C\x0eGQ19\x0f')]],
    ['あｱa', 'iso-2022-jp', [...Buffer.from('\x1b$B$"\x1b(I1\x1b(Ba')]],
    ['Hi Ä', 'utf-7', [...Buffer.from('Hi +AMQ-')]],
    ['čaj čaj', 'us-ascii', [...Buffer.from('čaj čaj')]],
    // Five characters of UTF-8 are beyond doubt; one could be anything.
    ['č č č č č', 'iso-8859-1', [...Buffer.from('č č č č č')]],
    ['č', 'iso-8859-1', [0xc4, 0x8d]],
    ['Ã¤', 'iso-8859-1', [0xc3, 0xa4]],
  ])('%s in %s', (text, charset, bytes) => {
    expect(decodeCharset(Uint8Array.from(bytes), charset).text).toBe(text);
  });
});

describe('text', () => {
  const head = ['From: a@example.org', 'Subject: News', 'MIME-Version: 1.0'];

  test('broken for the way is whole again; what was short stays apart', async () => {
    const draft = await draftOf(
      ...head,
      '',
      'The delegations met again on Friday in the old palace and agreed on',
      'nothing, as the envoy had said they would before they came.',
      '',
      'Ana Anic',
      'Foreign desk',
    );
    expect(blocksOf(draft)).toEqual([
      'paragraph: The delegations met again on Friday in the old palace and agreed on nothing, as the envoy had said they would before they came.',
      'paragraph: Ana Anic',
      'paragraph: Foreign desk',
    ]);
  });

  test('quoted and listed', async () => {
    const draft = await draftOf(
      ...head,
      'Content-Type: text/plain; format=flowed; delsp=yes',
      '',
      '> A quotation that is ',
      '> flowed.',
      '>> And one in it.',
      'An answer.',
      '* one',
      '* two, which goes on ',
      'here',
    );
    expect(blocksOf(draft)).toEqual([
      'quote: A quotation that isflowed.',
      'quote: And one in it.',
      'paragraph: An answer.',
      'list: one / two, which goes onhere',
    ]);
  });

  test('in quoted-printable and base64 with faults', async () => {
    const printable = await draftOf(
      ...head,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: Quoted-Printable ',
      '',
      '=C4=8Daj =3D tea =ZZ and a soft =  ',
      'break.=',
    );
    expect(blocksOf(printable)).toEqual(['paragraph: čaj = tea =ZZ and a soft break.']);
    const base64 = await draftOf(
      ...head,
      'Content-Transfer-Encoding: base64',
      '',
      'T25l',
      ' IQ==',
      '!!VHdvIQ==',
      '-- ',
    );
    expect(blocksOf(base64)).toEqual(['paragraph: One!Two!']);
  });

  test('the richest form counts, unless it is empty', async () => {
    const both = (html: string): readonly string[] => [
      ...head,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      '',
      'The text without markup, which is longer than nothing.',
      '--b',
      'Content-Type: text/html',
      '',
      html,
      '--b--',
    ];
    expect(blocksOf(await draftOf(...both('<p>The <b>text</b> with markup, as it should be.</p>')))).toEqual([
      'paragraph: The text with markup, as it should be.',
    ]);
    expect(blocksOf(await draftOf(...both('<p></p><img src="x">')))).toEqual([
      'paragraph: The text without markup, which is longer than nothing.',
    ]);
  });

  test('a mail that is only encrypted says so', async () => {
    const result = await readMail(
      mailOf(
        ...head,
        'Content-Type: multipart/encrypted; boundary=b',
        '',
        '--b',
        'Content-Type: application/pgp-encrypted',
        '',
        'Version: 1',
        '--b--',
      ),
    );
    expect(result.ok || result.error.code).toBe('encrypted');
  });
});

describe('attachments', () => {
  const parted = mailOf(
    'From: a@example.org',
    'Subject: With files',
    'Date: Wed, 28 Nov 2007 06:00:00 GMT',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    'This is a message in several parts.',
    '--b',
    '',
    'The text.',
    '--b',
    `Content-Type: text/plain; name="${raw('čaj.txt')}"`,
    'Content-Disposition: attachment',
    '',
    'One.',
    '--b',
    'Content-Type: text/html; charset=windows-1250',
    'Content-Disposition: attachment; filename="../page.html"',
    'Content-Transfer-Encoding: base64',
    '',
    'VHdvLg==',
    '--b',
    'Content-Type: application/pdf; name="a.pdf"',
    '',
    '%PDF-',
    '--b',
    'Content-Type: application/pdf; name="a.pdf"',
    '',
    '%PDF-2',
    '--b',
    'Content-Type: image/png; name="a.png"',
    'Content-Disposition: attachment',
    '',
    'x',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: b@example.org',
    'Subject: Inside',
    '',
    'Forwarded.',
    '--b--',
    'An epilogue.',
  );

  test('are members, images are not, and each opens again', async () => {
    const result = await readMail(parted);
    if (!result.ok) throw new Error(result.error.code);
    const draft = result.value;
    expect(blocksOf(draft)).toEqual(['paragraph: The text.']);
    expect(await attachedTo(draft)).toEqual([
      'čaj.txt (text/plain): One.',
      '.._page.html (text/html): Two.',
      'a.pdf (application/pdf): %PDF-',
      'a.pdf (2) (application/pdf): %PDF-2',
      'attachment 5.eml (message/rfc822): From: b@example.org\r\nSubject: Inside\r\n\r\nForwarded.',
    ]);
    expect(draft.attached?.[1]?.capture.charset).toBe('windows-1250');
    for (const { place, content } of draft.attached ?? []) {
      const again = await mail.open(memorySource(parted), place, {
        path: 'a.eml',
        spool: async () => memorySource(parted),
      });
      expect(
        again.ok && Buffer.from(await wholeOf(again.value)).equals(Buffer.from(await wholeOf(content))),
      ).toBe(true);
    }
    const missing = await mail.open(
      memorySource(parted),
      { reader: 'mail', name: 'b.pdf', span: null },
      { path: 'a.eml', spool: async () => memorySource(parted) },
    );
    expect(missing.ok || missing.error.code).toBe('file-broken');
  });

  test('a mail cut off in the middle gives what there is', async () => {
    const result = await readMail(parted.subarray(0, parted.indexOf('The text.') + 6));
    expect(result.ok && blocksOf(result.value)).toEqual(['paragraph: The te']);
  });
});
