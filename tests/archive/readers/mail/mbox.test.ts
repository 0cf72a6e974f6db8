import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { memorySource, wholeOf } from '../../../../archive/readers/access/byte-source.ts';
import { mbox } from '../../../../archive/readers/mail/mbox.ts';
import { beginsLikeMbox, messagesOfPieces } from '../../../../archive/readers/mail/mbox-messages.ts';
import { chooseReader } from '../../../../archive/readers/registry.ts';

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function messages(bytes: Buffer, size: number, limit = 1_000): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for await (const some of messagesOfPieces(cut(bytes, size), limit)) {
    for (const { start, end, bytes: held } of some) {
      if (held !== null) expect(bytes.subarray(start, end).equals(held)).toBe(true);
      found.push(held?.toString('latin1') ?? null);
    }
  }
  return found;
}

const from = 'From a@example.org Wed Nov 28 06:00:00 2007';
const file = Buffer.from(
  [
    from,
    'Subject: One',
    '',
    'Text.',
    'From the middle of a text Wed Nov 28 06:00:00 2007',
    'Subject: of nothing, because no blank line stands before it',
    '',
    from,
    'and this is not a header, so the line above is text',
    '',
    'From - Thu Nov 29 06:00:00 2007',
    'Subject: Two',
    '',
    'x'.repeat(2_000),
    '',
    from,
    'Subject: Three',
    '',
    from,
    'Subject: Four',
    '',
    'End.',
    '',
  ].join('\n'),
);

test.each([1, 2, 7, 100, 100_000])('messages are the same in pieces of %i bytes', async (size) => {
  const found = await messages(file, size);
  expect(found.map((text) => text?.split('\n')[0] ?? null)).toEqual([
    'Subject: One',
    null,
    'Subject: Three',
    'Subject: Four',
  ]);
  expect(found[0]?.endsWith('the line above is text\n')).toBe(true);
  expect(found[3]).toBe('Subject: Four\n\nEnd.\n');
});

test('an mbox is known by its first two lines', () => {
  const begins = (...lines: string[]): boolean => beginsLikeMbox(Buffer.from(lines.join('\r\n')));
  expect(begins(from, 'Subject: One')).toBe(true);
  expect(begins('', from, '>From x', 'Subject: One')).toBe(true);
  expect(begins('From a@example.org', 'Return-Path: <a@example.org>')).toBe(true);
  expect(begins('From Vienna comes the news', 'that there is none.')).toBe(false);
  expect(begins('From: a@example.org', 'Subject: One')).toBe(false);
});

test('each message is a record, and attachments open again by its span', async () => {
  const bytes = Buffer.from(
    [
      from,
      'From: b@example.org',
      'Subject: With a file',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      '>From Vienna.',
      '--b',
      'Content-Type: application/pdf; name=a.pdf',
      '',
      '%PDF-',
      '>From',
      '>From Vienna',
      '--b--',
      '',
      from,
      'From: c@example.org',
      'Subject: Empty',
      '',
    ].join('\n'),
  );
  expect(chooseReader({ name: 'a', path: 'a', bytes })?.name).toBe('mbox');
  const results = [];
  for await (const result of mbox.readPieces(cut(bytes, 16), 'a.mbox')) results.push(result);
  const [first, second] = results;
  if (first?.ok !== true) throw new Error('no first message');
  const { record, attached, blocks } = first.value;
  expect(blocks.map((block) => 'text' in block && block.text)).toEqual(['From Vienna.']);
  expect(record?.sha256).toBe(
    createHash('sha256').update(bytes.subarray(record?.start, record?.end)).digest('hex'),
  );
  const [file] = attached ?? [];
  if (file === undefined) throw new Error('no attachment');
  const again = await mbox.open(memorySource(bytes), file.place, {
    path: 'a.mbox',
    spool: async () => memorySource(bytes),
  });
  expect(again.ok && Buffer.from(await wholeOf(again.value)).toString()).toBe('%PDF-\n>From\nFrom Vienna');
  expect(second?.ok === false && second.error).toEqual({ code: 'no-article', params: { path: 'a.mbox:18' } });
});
