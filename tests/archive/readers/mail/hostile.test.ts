import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mail } from '../../../../archive/readers/mail/mail.ts';
import { mbox } from '../../../../archive/readers/mail/mbox.ts';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import { inTime } from '../../support/in-time.ts';

/** Nothing that anybody sends may take longer. In milliseconds of work, whatever else the machine does. */
const longest = 2_000;
const root = fileURLToPath(new URL('../../../fixtures/readers', import.meta.url));
const sources = ['mail', 'mbox'].flatMap((reader) =>
  readdirSync(`${root}/${reader}`).map((name) => {
    const file = readdirSync(`${root}/${reader}/${name}`).find((each) => each.startsWith('source.'));
    return readFileSync(`${root}/${reader}/${name}/${file}`);
  }),
);

/** Reads bytes as a mail and as an mbox: what neither may do is throw, take long, or give an article of nothing. */
async function readTwice(bytes: Buffer): Promise<number> {
  const source = { name: 'a', path: 'a', bytes };
  let count = 0;
  mail.claims(source);
  mbox.claims(source);
  for (const reader of [mail, mbox]) {
    for await (const result of reader.read(source)) {
      count += 1;
      if (result.ok) expect(result.value.headline).not.toBe('');
      else expect(['no-article', 'encrypted', 'record-broken']).toContain(result.error.code);
    }
  }
  return count;
}

const timed = (bytes: Buffer): Promise<number> => inTime(longest, () => readTwice(bytes));

test('cut anywhere, a mail gives results', async () => {
  for (const bytes of sources) {
    for (let end = 0; end < bytes.length; end += 61) await timed(bytes.subarray(0, end));
  }
}, 60_000);

const runs = isLong ? 20_000 : 500;
test(`${runs} changed mails give articles or reasons`, async () => {
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = randomFrom(seed);
    const bytes = Buffer.from(sources[below(random, sources.length)] ?? []);
    for (let count = below(random, 20); count >= 0; count -= 1) {
      bytes[below(random, bytes.length)] = below(random, 256);
    }
    await timed(bytes);
  }
}, 3_600_000);

describe('hostile mails', () => {
  const size = 2_000_000;
  const fill = (text: string): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);
  const nested = Array.from(
    { length: 20_000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  );
  const part = 'Content-Type: multipart/mixed; boundary=b\n\n';
  const from = 'From a@b Wed Nov 28 06:00:00 2007\nSubject: a\n\n';
  test.each([
    ['parts in parts', nested.join('').slice(0, size)],
    ['parts in parts with the same line', `${part}${fill(`--b\n${part}`)}`],
    ['many parts', `${part}${fill('--b\n\nx\n')}`],
    ['lines that are nearly between parts', `${part}${fill('--b-\n--bx\n')}`],
    ['many headers', `Subject: a\n${fill('X: y\n')}`],
    ['a header without end', `Subject: ${fill('a\n ')}`],
    ['encoded words', `Subject: ${fill('=?utf-8?Q?a?= ')}\n\nx`],
    ['encoded words without end', `Subject: ${fill('=?utf-8?Q?a')}\n\nx`],
    ['addresses', `From: ${fill('a@b, <')}\n\nx`],
    ['comments', `From: <a@b> ${fill('(')}\n\nx`],
    ['comments in a date', `Date: ${fill('(')}\n\nx`],
    ['parameters', `Content-Type: text/plain; ${fill('a*0*=b; ')}\n\nx`],
    ['strokes in a parameter', `Content-Type: text/plain; a="${fill('\\"')}\n\nx`],
    ['quotations', `Subject: a\n\n${fill('> > > > a\n')}`],
    ['marks of quotations', `Subject: a\n\n${fill('>')}`],
    ['one long line', `Subject: a\n\n${fill('a ')}`],
    ['list items', `Subject: a\n\n${fill('* a\n')}`],
    ['blanks', `Subject: a\n\n${fill(' \t')}x`],
    ['flowed lines', `Content-Type: text/plain; format=flowed\n\n${fill('a \n')}`],
    ['soft breaks', `Content-Transfer-Encoding: quoted-printable\n\n${fill('= \t')}`],
    ['padding', `Content-Transfer-Encoding: base64\n\n${fill('YQ==')}`],
    ['escapes', `Content-Type: text/plain; charset=iso-2022-jp\n\n${fill('\x1b$B$"')}`],
    ['escapes of HZ', `Content-Type: text/plain; charset=hz-gb-2312\n\n${fill('~{')}`],
    ['shifted characters', `Content-Type: text/plain; charset=utf-7\n\n${fill('+AMQ')}`],
    ['HTML', `Content-Type: text/html\n\n${fill('<div><p>a')}`],
    ['marks of enriched text', `Content-Type: text/enriched\n\n${fill('<param><')}`],
    ['folders of mails', fill(`${from}${'A line of the text. '.repeat(20)}\n\n`).slice(0, size / 4)],
    ['nearly folders of mails', `${from}${fill('\nFrom a@b Wed Nov 28 06:00:00 2007\n')}`],
    ['lines quoted again and again', `${from}${fill('>>>>>>>>From \n')}`],
  ])(
    '%s: done in two seconds',
    async (_, text) => {
      expect(await timed(Buffer.from(text, 'latin1'))).toBeGreaterThan(0);
    },
    60_000,
  );
});
