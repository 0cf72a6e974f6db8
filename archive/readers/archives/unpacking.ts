import { Readable, pipeline } from 'node:stream';
import type { Transform } from 'node:stream';
import { crc32 } from './checksum.ts';
import { isBomb } from './safety.ts';

/**
 * Why unpacking ended before its time: the packed bytes are damaged, they end too early, they give more than was said, or
 * far more than any text does; or it takes a dictionary, or a memory, that there is not.
 */
export type UnpackFailure =
  'damaged' | 'cut-off' | 'checksum' | 'too-long' | 'bomb' | 'dictionary' | 'window';

/** What an error of `node:zlib` means; null when it is none of those. */
export function unpackFailure(error: unknown): UnpackFailure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return 'cut-off';
  if (code === 'Z_DATA_ERROR' && /incorrect (?:data|length) check/u.test(String(error))) return 'checksum';
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-long';
  return code.startsWith('Z_') ? 'damaged' : null;
}

/** Bytes that are unpacked as they are asked for. Once `pieces` has ended, the rest tells how it went. */
export class Unpacking {
  /** Null when everything was unpacked. */
  failure: UnpackFailure | null = null;
  /** Of what was given out: bytes, and CRC-32. */
  length = 0;
  crc = 0;
  private packed = 0;
  private readonly source: AsyncIterable<Uint8Array>;
  private readonly filter: Transform;
  private readonly most: number;

  /** `most` is the largest size that is allowed, in bytes. The filter is one of `node:zlib`, and new. */
  constructor(source: AsyncIterable<Uint8Array>, filter: Transform, most = Infinity) {
    this.source = source;
    this.filter = filter;
    this.most = most;
  }

  /** What is unpacked, until the end or the first failure. Throws only what `source` throws. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    try {
      // Errors come out of the loop below: the filter is destroyed with them.
      const output = pipeline(Readable.from(this.counted()), this.filter, () => undefined);
      for await (const piece of output as AsyncIterable<Uint8Array>) {
        this.length += piece.length;
        if (this.length > this.most) this.failure = 'too-long';
        else if (isBomb(this.packed, this.length)) this.failure = 'bomb';
        if (this.failure !== null) return;
        this.crc = crc32(piece, this.crc);
        yield piece;
      }
    } catch (error) {
      this.failure = unpackFailure(error);
      if (this.failure === null) throw error;
    }
  }

  private async *counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.source) {
      this.packed += piece.length;
      yield piece;
    }
  }
}
