import { Readable, pipeline } from 'node:stream';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { piecesOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import { isGzip } from './gzip-member.ts';
import type { UnpackBudget } from './unpack-budget.ts';
import { BrokenBytes } from './web-record.ts';
import { isZstandard, openZstandardFrame } from './zstd-frame.ts';

/** A body without its content codings. */
export interface DecodedBody {
  readonly content: ByteSource;
  /** Whether it ended before its time: what came until then is there. */
  readonly isCut: boolean;
}

/** What decoding needs beside the bytes. */
export interface DecodingMeans {
  readonly spool: (pieces: AsyncIterable<Uint8Array>) => Promise<ByteSource>;
  readonly budget: UnpackBudget;
}

/** More layers than this are nothing that a server sent in earnest. */
const mostLayers = 5;
/** The largest document that is unpacked. In bytes. */
export const largestDocument = 512 * 1024 * 1024;

/** Bytes until they end or are damaged; `isCut` tells which. Throws when there are none before the damage. */
class Decoding {
  isCut = false;
  private readonly pieces: AsyncIterable<Uint8Array>;
  private readonly budget: UnpackBudget;

  constructor(pieces: AsyncIterable<Uint8Array>, budget: UnpackBudget) {
    this.pieces = pieces;
    this.budget = budget;
  }

  async *decoded(): AsyncGenerator<Uint8Array> {
    let length = 0;
    try {
      for await (const piece of this.pieces) {
        length += piece.length;
        this.budget.spend(piece.length);
        if (length > largestDocument) throw new BrokenBytes('it is larger than 512 MB');
        yield piece;
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (length === 0) throw new BrokenBytes('its packed text is damaged', { cause: error });
      this.isCut = true;
    }
  }
}

/** The codes of zlib, and of Brotli. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:Z_|ERR__ERROR)/u.test(code);
}

function filtered(source: ByteSource, filter: Transform): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(piecesOf(source)), filter, () => undefined) as AsyncIterable<Uint8Array>;
}

/** `deflate` is zlib's form (RFC 1950), or, as some servers understood it, the bare one (RFC 1951). */
function isZlib(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head;
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}

const gzipNames: readonly string[] = ['gzip', 'x-gzip'];

/** The unpacked bytes of one layer; null when the bytes are plainly not of that coding, or we do not know it. */
async function layerOf(
  source: ByteSource,
  coding: string,
  budget: UnpackBudget,
): Promise<AsyncIterable<Uint8Array> | null> {
  const head = await source.read(0, 4);
  const options = { chunkSize: 64 * 1024 };
  if (gzipNames.includes(coding)) return isGzip(head) ? filtered(source, createGunzip(options)) : null;
  if (coding === 'deflate') {
    // Some call gzip so.
    if (isGzip(head)) return filtered(source, createGunzip(options));
    return filtered(source, isZlib(head) ? createInflate(options) : createInflateRaw(options));
  }
  if (coding === 'br') return filtered(source, createBrotliDecompress(options));
  if (coding !== 'zstd' || !isZstandard(head)) return null;
  return (await openZstandardFrame(source, 0, budget)).pieces();
}

async function decodeLayer(
  source: ByteSource,
  coding: string,
  { spool, budget }: DecodingMeans,
): Promise<DecodedBody> {
  const pieces = await layerOf(source, coding, budget);
  if (pieces === null) return { content: source, isCut: false };
  const decoding = new Decoding(pieces, budget);
  return { content: await spool(decoding.decoded()), isCut: decoding.isCut };
}

/** Whether bytes may be text that needs no decoding: no control bytes near their beginning. */
async function looksPlain(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, 512);
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}

/**
 * Takes the content codings (RFC 9110, 8.4) off a body, the last applied first: gzip, deflate in both forms, br, zstd.
 * Tools often kept the field of a body they had decoded: what is not of the coding stays as it is. Throws
 * `BrokenBytes`.
 */
export async function decodeBody(
  encoded: ByteSource,
  codings: readonly string[],
  means: DecodingMeans,
): Promise<DecodedBody> {
  if (codings.length > mostLayers) throw new BrokenBytes('it is packed more often than anything in earnest');
  let content = encoded;
  let isCut = false;
  for (const coding of [...codings].reverse()) {
    if (content.size === 0) break;
    const plain = await looksPlain(content);
    try {
      const decoded = await decodeLayer(content, coding, means);
      // Text that happens to decode for a few bytes is text all the same.
      if (decoded.isCut && plain) continue;
      content = decoded.content;
      isCut ||= decoded.isCut;
    } catch (error) {
      if (!(error instanceof BrokenBytes) || !plain) throw error;
    }
  }
  return { content, isCut };
}
