import { createHash } from 'node:crypto';
import os from 'node:os';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import yazl from 'yazl';
import type { ArchiveError } from '../../../../archive/model/errors.ts';
import type { Result } from '../../../../archive/model/result.ts';
import { memorySource, wholeOf } from '../../../../archive/readers/access/byte-source.ts';
import type { ByteSource } from '../../../../archive/readers/access/byte-source.ts';
import { Spool } from '../../../../archive/readers/access/spool.ts';
import type { ContainerReader, Member } from '../../../../archive/readers/member.ts';
import { chooseContainer, openerOf } from '../../../../archive/readers/registry.ts';

/** What is in the header and the block of a record to make. */
export interface RecordParts {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly block?: Uint8Array | string;
}

/** An HTTP response. */
export function response(
  body: Uint8Array | string,
  fields: readonly string[] = [],
  status = '200 OK',
): Buffer {
  const type = fields.some((field) => /^content-type:/iu.test(field)) ? [] : ['Content-Type: text/html'];
  const head = [`HTTP/1.1 ${status}`, ...type, ...fields, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), Buffer.from(body as string)]);
}

/** A record of a WARC file. */
export function record(parts: RecordParts): Buffer {
  const block = Buffer.from((parts.block ?? '') as string);
  const fields = {
    'WARC-Type': parts.type ?? 'response',
    ...(parts.url === undefined ? {} : { 'WARC-Target-URI': parts.url }),
    'WARC-Date': parts.date ?? '2007-11-28T11:49:00Z',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(block.length),
    ...parts.fields,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** The SHA-1 of bytes as a record gives it, in Base32. */
export function sha1(bytes: Uint8Array | string): string {
  const digits = [...createHash('sha1').update(bytes).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const letters = (digits.match(/[01]{5}/gu) ?? []).map(
    (bits) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(bits, 2)],
  );
  return `sha1:${letters.join('')}`;
}

/** Each record packed for itself. */
export function packed(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((each) => gzipSync(each)));
}

/** A Zstandard frame of stored blocks. */
export function zstandardFrame(bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(9);
  head.set([0x28, 0xb5, 0x2f, 0xfd, 0xa0]);
  head.writeUInt32LE(bytes.length, 5);
  const blocks: Buffer[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += 100_000) {
    const part = bytes.subarray(at, at + 100_000);
    const block = Buffer.alloc(3);
    block.writeUIntLE((part.length << 3) | (at + 100_000 >= bytes.length ? 1 : 0), 0, 3);
    blocks.push(block, Buffer.from(part));
  }
  return Buffer.concat([head, ...blocks]);
}

/** A ZIP of these files, stored unless `deflated`. */
export async function zipOf(
  files: Readonly<Record<string, Uint8Array | string>>,
  deflated = false,
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content as string), name, { compress: deflated });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** A member that was found, or why one was not. */
export type Found = Result<Member & { readonly bytes: Buffer; readonly way: string }, ArchiveError>;

async function* walk(content: ByteSource, path: string, spool: Spool, depth: number): AsyncGenerator<Found> {
  const head = { name: path, path, bytes: await content.read(0, 64 * 1024) };
  const reader = chooseContainer(head);
  if (reader === null || depth > 3) return;
  for await (const found of membersOf(reader, content, path, spool)) {
    yield found;
    if (found.ok) yield* walk(found.value.content, `${path} › ${found.value.place.name}`, spool, depth + 1);
  }
}

async function* membersOf(
  reader: ContainerReader,
  content: ByteSource,
  path: string,
  spool: Spool,
): AsyncGenerator<Found> {
  const visit = { path, spool: (pieces: AsyncIterable<Uint8Array>) => spool.take(pieces) };
  for await (const result of reader.members(content, visit)) {
    if (!result.ok) {
      yield result;
      continue;
    }
    const bytes = Buffer.from(await wholeOf(result.value.content));
    yield { ok: true, value: { ...result.value, bytes, way: `${path} › ${result.value.place.name}` } };
    // The place leads to the same bytes again.
    const again = await openerOf(result.value.place.reader)?.open(content, result.value.place, visit);
    expect(again?.ok === true && bytes.equals(Buffer.from(await wholeOf(again.value)))).toBe(true);
  }
}

/** Everything in a container, down to the documents, each opened a second time by its place. */
export async function unpack(bytes: Uint8Array, path = 'file'): Promise<Found[]> {
  const spool = new Spool(os.tmpdir());
  try {
    const all: Found[] = [];
    for await (const found of walk(memorySource(bytes), path, spool, 0)) all.push(found);
    return all;
  } finally {
    await spool.close();
  }
}

/** What a container gives, in short; nothing is read that it does not read itself. */
export async function passOver(bytes: Uint8Array): Promise<string[]> {
  const spool = new Spool(os.tmpdir());
  const visit = { path: 'file', spool: (pieces: AsyncIterable<Uint8Array>) => spool.take(pieces) };
  const reader = chooseContainer({ name: 'file', path: 'file', bytes: bytes.subarray(0, 64 * 1024) });
  const all: string[] = [];
  try {
    for await (const result of reader?.members(memorySource(bytes), visit) ?? []) {
      all.push(...inShort([result as Found]));
      if (result.ok) await spool.release(result.value.content);
    }
    return all;
  } finally {
    await spool.close();
  }
}

/** The documents among what was found. */
export function documents(found: readonly Found[]): (Member & { readonly bytes: Buffer })[] {
  return found.flatMap((each) => (each.ok && each.value.capture.url !== null ? [each.value] : []));
}

/** What was found in short: the address of a document with its warnings, or the code of an error with its detail. */
export function inShort(found: readonly Found[]): string[] {
  return found.map((each) => {
    if (!each.ok) {
      const { code, params } = each.error;
      const detail = 'detail' in params ? params.detail : 'mediaType' in params ? params.mediaType : '';
      return `${code}: ${detail}`;
    }
    const { capture, name, warnings } = each.value;
    return [capture.url ?? name, ...warnings.map(({ code }) => code)].join(' ');
  });
}
