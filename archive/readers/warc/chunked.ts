import type { ByteCursor } from './byte-cursor.ts';

const longestLine = 1_024;
/** So much is looked at at once: servers send chunks of a few bytes too. */
const batch = 64 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const chunkLine = /^[ \t]*([0-9a-f]{1,12})[ \t]*(?:;[^\r\n]*)?\r?\n$/iu;

interface Batch {
  /** The bytes of the chunks that end in it. */
  readonly joined: Uint8Array;
  /** How many bytes they and their lines took. */
  readonly used: number;
  /** What follows: more than was seen, the last chunk, something that is no chunk, or a chunk of so many bytes. */
  readonly next: 'more' | 'last' | 'none' | number;
}

/** The length of the line end at a place. */
function lineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === lineFeed) return 1;
  if (bytes[at] !== carriageReturn) return 0;
  return bytes[at + 1] === lineFeed ? 2 : 1;
}

/** Joins the chunks in bytes, of which the first begins there; `isAll` says that no more follow. */
function joinChunks(bytes: Buffer, isAll: boolean): Batch {
  const joined = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let at = 0;
  for (;;) {
    const end = bytes.subarray(at, at + longestLine).indexOf(lineFeed) + 1;
    const done = { joined: joined.subarray(0, length), used: at };
    if (end === 0) return { ...done, next: isAll || bytes.length - at >= longestLine ? 'none' : 'more' };
    const size = chunkLine.exec(bytes.toString('latin1', at, at + end))?.[1];
    if (size === undefined) return { ...done, next: 'none' };
    const count = Number.parseInt(size, 16);
    const start = at + end;
    if (count === 0) return { ...done, used: start, next: 'last' };
    // The line end behind it must be in sight too.
    if (start + count + 2 > bytes.length) return { ...done, used: start, next: count };
    bytes.copy(joined, length, start, start + count);
    length += count;
    at = start + count + lineEnd(bytes, start + count);
  }
}

/** A body that came in chunks, joined. Once `pieces` has ended, `isCut` tells whether it ended before its time. */
export class ChunkedBody {
  /** Whether the body ends inside a chunk, or without the last one. */
  isCut = false;
  private readonly cursor: ByteCursor;

  constructor(cursor: ByteCursor) {
    this.cursor = cursor;
  }

  /**
   * The bytes of the chunks (RFC 9112, 7.1). Tools often kept the field and not the chunks: what does not begin with one is
   * given as it is, and so is what follows the last chunk that makes sense.
   */
  async *pieces(): AsyncGenerator<Uint8Array> {
    const { cursor } = this;
    for (let isFirst = true; ; isFirst = false) {
      const bytes = Buffer.from((await cursor.peek(batch)).subarray(0, batch));
      if (bytes.length === 0) {
        this.isCut = !isFirst;
        return;
      }
      const { joined, used, next } = joinChunks(bytes, bytes.length < batch);
      await cursor.skip(used);
      if (joined.length > 0) yield joined;
      if (next === 'last') return;
      if (next === 'none') {
        yield* this.some(Infinity);
        // What does not begin with a chunk is all there; nothing at all after one is a missing end.
        this.isCut = used > 0 && used === bytes.length;
        return;
      }
      if (typeof next === 'number') yield* this.chunk(next);
    }
  }

  /** A chunk that goes on beyond what was seen. */
  private async *chunk(length: number): AsyncGenerator<Uint8Array> {
    const before = this.cursor.position;
    yield* this.some(length);
    this.isCut = this.cursor.position - before < length;
    await this.cursor.skip(lineEnd(await this.cursor.peek(2), 0));
  }

  private async *some(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0;) {
      const piece = await this.cursor.take(left);
      if (piece === null) return;
      left -= piece.length;
      yield piece;
    }
  }
}
