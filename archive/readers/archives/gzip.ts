import { constants, createGunzip, createInflateRaw, gunzipSync } from 'node:zlib';
import { piecesOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import { compressedReader } from './compressed.ts';
import { baseName } from './entry-kinds.ts';
import { unsafeName } from './safety.ts';
import { Unpacking, unpackFailure } from './unpacking.ts';
import type { PackedStream, UnpackFailure } from './unpacking.ts';

/** Enough packed bytes to see how the content begins; they unpack to two megabytes at most. */
const headLength = 2 * 1024;
/** Of a header with the longest name and comment that anybody writes. */
const mostHeader = 16 * 1024;

/** How far the header of a member goes, and the name in it (RFC 1952, 2.3); null when it is none, or longer. */
function readHeader(bytes: Buffer): { readonly length: number; readonly name: string | null } | null {
  if (bytes.length < 10 || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return null;
  const flags = bytes[3] ?? 0;
  // The three upper bits are reserved and must be zero.
  if (flags > 0x1f) return null;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (bytes.length >= 12 ? bytes.readUInt16LE(10) : 0);
  let name: string | null = null;
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    if (flag === 8) name = textOf(bytes.subarray(at, end));
    at = end + 1;
  }
  if ((flags & 2) !== 0) at += 2;
  return { length: at, name };
}

/** By the RFC Latin-1; programs write what the system uses, today UTF-8. */
function textOf(bytes: Buffer): string | null {
  const text = bytes.toString('utf8');
  const name = baseName((text.includes('\ufffd') ? bytes.toString('latin1') : text).replaceAll('\\', '/'));
  return name === '' || unsafeName(name) !== null ? null : name;
}

/** How the content begins; empty when that cannot be told. */
function beginning(bytes: Buffer): string {
  const header = readHeader(bytes);
  if (header === null) return '';
  try {
    const head = bytes.subarray(0, header.length + headLength);
    const text = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
    return text.toString('latin1', 0, 16);
  } catch (error) {
    if (unpackFailure(error) === null) throw error;
    return '';
  }
}

async function ownName(content: ByteSource): Promise<string | null> {
  return readHeader(Buffer.from(await content.read(0, mostHeader)))?.name ?? null;
}

/** What zlib held back of a file that is cut off, or whose only member has another checksum. */
function unpackAgain(content: ByteSource, failure: UnpackFailure): PackedStream | null {
  if (failure === 'cut-off') {
    return { source: piecesOf(content), filter: createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }) };
  }
  return failure === 'checksum' ? { source: withoutHeader(content), filter: createInflateRaw() } : null;
}

async function* withoutHeader(content: ByteSource): AsyncGenerator<Uint8Array> {
  const header = readHeader(Buffer.from(await content.read(0, mostHeader)));
  if (header !== null) yield* piecesOf(content, header.length);
}

function unpack(content: ByteSource): Unpacking {
  const stream = { source: piecesOf(content), filter: createGunzip() };
  return new Unpacking(stream, Infinity, (failure) => unpackAgain(content, failure));
}

/**
 * gzip (RFC 1952): one file, its members joined when there are several, or a tar of files. Web archives, which are packed
 * record by record, belong to their own reader: what begins with `WARC/` or `filedesc:` is not claimed.
 */
export const gzip = compressedReader({
  name: 'gzip',
  version: 1,
  claims: ({ bytes }) => {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, mostHeader));
    return readHeader(head) !== null && !/^(?:WARC\/|filedesc:)/u.test(beginning(head));
  },
  unpack,
  ownName,
  endings: /\.(?:gz|gzip|z)$/iu,
});
