import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mhtml } from '../../../../archive/readers/mhtml/mhtml.ts';
import { pagesOf } from '../../../../archive/readers/mhtml/root-part.ts';
import { decodeBase64, decodeQuotedPrintable } from '../../../../archive/readers/mime/transfer-decoding.ts';
import { leavesOf, readMime } from '../../../../archive/readers/mime/mime-parts.ts';
import { unpackedCorpus } from '../../../bench/search/corpora.ts';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import { fileOf } from '../read.ts';
import { blink } from './support.ts';
import { inTime } from '../../support/in-time.ts';

/** In milliseconds. */
const longest = 2_000;

function timed(bytes: Uint8Array): Promise<string[]> {
  return inTime(longest, async () => {
    mhtml.claims(fileOf(bytes));
    const kinds: string[] = [];
    for await (const result of mhtml.read(fileOf(bytes))) {
      kinds.push(result.ok ? 'draft' : result.error.code);
    }
    return kinds;
  });
}

const head = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n';
const many = (text: string, times: number): string => text.repeat(times);
const hostile: readonly (readonly [string, string])[] = [
  [
    'many delimiters',
    `${head}Content-Type: multipart/related; boundary=b\r\n\r\n${many('--b\r\n', 200_000)}`,
  ],
  [
    'almost delimiters',
    `${head}Content-Type: multipart/related; boundary=b\r\n\r\n${many('--bx --b', 300_000)}`,
  ],
  [
    'a boundary of dashes',
    `${head}Content-Type: multipart/related; boundary=-\r\n\r\n${many('-', 2_000_000)}`,
  ],
  [
    'multiparts in multiparts',
    head + many('Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n', 20_000),
  ],
  ['headers without end', head + many('Content-Type: multipart/related;\r\n x=y;', 100_000)],
  ['a header of one line', `${head}Content-Type: multipart/related; ${many('a="', 300_000)}`],
  [
    'equals signs',
    `${head}Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${many('= ', 1_000_000)}`,
  ],
];

describe('archives that mean harm', () => {
  test.each(hostile)('%s', async (_, text) => {
    expect((await timed(Buffer.from(text, 'latin1'))).length).toBe(1);
  });

  test('cut at every hundredth byte', async () => {
    const bytes = blink();
    for (let end = 0; end < bytes.length; end += 100) {
      expect((await timed(bytes.subarray(0, end))).length).toBe(1);
    }
  });

  test('bytes changed at random', { timeout: isLong ? 900_000 : 60_000 }, async () => {
    const random = randomFrom(2_557);
    const signs = Buffer.from('=-:;"<>\r\n \t\0\xff0Z', 'latin1');
    for (let round = 0; round < (isLong ? 20_000 : 200); round += 1) {
      const bytes = Buffer.from(blink());
      for (let times = 1 + below(random, 12); times > 0; times -= 1) {
        bytes[below(random, bytes.length)] = signs[below(random, signs.length)]!;
      }
      expect((await timed(bytes)).length).toBe(1);
    }
  });
});

describe('transfer encodings', () => {
  const decoded = (text: string): string =>
    Buffer.from(decodeQuotedPrintable(Buffer.from(text, 'latin1'))).toString('latin1');

  test('quoted-printable as RFC 2045 has it, and as it comes', () => {
    expect(decoded('a=3Db=\r\nc=\nd= \t\r\ne')).toBe('a=bcde');
    expect(decoded('=c5=A1 =zz a=b =')).toBe('\xc5\xa1 =zz a=b ');
    expect(decoded('href=3D"x=y"')).toBe('href="x=y"');
  });

  test('base64 with line ends and rubbish in it', () => {
    expect(Buffer.from(decodeBase64(Buffer.from('TW9z\r\n dCE=\r\n'))).toString()).toBe('Most!');
  });
});

const folder = unpackedCorpus('formats');
const templates = folder === null ? '' : path.join(folder, 'mhtml', 'mhtml2html', 'templates');

describe.skipIf(!existsSync(templates))('archives of mhtml2html', () => {
  const files = existsSync(templates) ? readdirSync(templates) : [];

  test.each(files)('%s: claimed, and its root found', async (name) => {
    const bytes = readFileSync(path.join(templates, name));
    expect(mhtml.claims(fileOf(bytes))).toBe(true);
    const [root] = pagesOf(readMime(bytes));
    expect(Buffer.from(root?.content() ?? []).toString()).toMatch(/^\s*<!DOCTYPE html><html lang="en/u);
    expect((await timed(bytes)).length).toBe(1);
  });

  test('every part of a whole archive is there', () => {
    const whole = readMime(readFileSync(path.join(templates, 'portfolio.mhtml')));
    expect(leavesOf(whole).every(({ isWhole, headers }) => isWhole && headers.has('content-location'))).toBe(
      true,
    );
    const png = leavesOf(whole).find(({ mediaType }) => mediaType?.type === 'image/png');
    expect([...(png?.content() ?? []).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });
});
