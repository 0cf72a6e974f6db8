import { Readable, pipeline } from 'node:stream';
import type { Transform } from 'node:stream';
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

/** Packed bytes, and the filter of `node:zlib` that unpacks them; it must be new. */
export interface PackedStream {
  readonly source: AsyncIterable<Uint8Array>;
  readonly filter: Transform;
}

/** Bytes that are unpacked as they are asked for. Once `pieces` has ended, the rest tells how it went. */
export class Unpacking {
  /** Null when everything was unpacked. */
  failure: UnpackFailure | null = null;
  /** Of what was given out, in bytes. */
  length = 0;
  private packed = 0;
  private readonly stream: PackedStream;
  private readonly most: number;
  private readonly again: (failure: UnpackFailure) => PackedStream | null;

  /**
   * `most` is the largest size that is allowed, in bytes. With a failure zlib lets go of what it unpacked last: `again` may
   * give a stream that unpacks the same bytes without that failure.
   */
  constructor(
    stream: PackedStream,
    most = Infinity,
    again: (failure: UnpackFailure) => PackedStream | null = () => null,
  ) {
    this.stream = stream;
    this.most = most;
    this.again = again;
  }

  /** What is unpacked, until the end or the first failure. Throws only what the source throws. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    try {
      yield* this.through(this.stream, 0);
    } catch (error) {
      this.failure = unpackFailure(error);
      if (this.failure === null) throw error;
      yield* this.rest(this.failure);
    }
  }

  private async *through({ source, filter }: PackedStream, skip: number): AsyncGenerator<Uint8Array> {
    let left = skip;
    this.packed = 0;
    // Errors come out of the loop below: the filter is destroyed with them.
    const output = pipeline(Readable.from(this.counted(source)), filter, () => undefined);
    for await (const whole of output as AsyncIterable<Uint8Array>) {
      const piece = whole.subarray(Math.min(left, whole.length));
      left -= whole.length - piece.length;
      this.length += piece.length;
      if (this.length > this.most) this.failure = 'too-long';
      else if (isBomb(this.packed, this.length)) this.failure = 'bomb';
      if (this.failure === 'too-long' || this.failure === 'bomb') return;
      if (piece.length > 0) yield piece;
    }
  }

  private async *rest(failure: UnpackFailure): AsyncGenerator<Uint8Array> {
    const again = this.again(failure);
    if (again === null) return;
    try {
      yield* this.through(again, this.length);
    } catch (error) {
      if (unpackFailure(error) === null) throw error;
    }
  }

  private async *counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      this.packed += piece.length;
      yield piece;
    }
  }
}
