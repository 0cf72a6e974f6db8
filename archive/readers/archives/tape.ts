import { partOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';

type Spool = (pieces: AsyncIterable<Uint8Array>) => Promise<ByteSource>;

/** Bytes that are read from the front, once. At their end there are fewer than were asked for. */
export interface Tape {
  readonly position: number;
  /** For small parts only: they are held whole. */
  take(length: number): Promise<Buffer>;
  skip(length: number): Promise<void>;
  /** The next bytes, to be read at any place. */
  part(length: number): Promise<ByteSource>;
}

/** A file that can be read anywhere: its parts are parts of it, and nothing is copied. */
export class SourceTape implements Tape {
  position: number;
  private readonly source: ByteSource;

  constructor(source: ByteSource, position = 0) {
    this.source = source;
    this.position = position;
  }

  async take(length: number): Promise<Buffer> {
    const bytes = await this.source.read(this.position, length);
    this.position += bytes.length;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  async skip(length: number): Promise<void> {
    this.position = Math.min(this.source.size, this.position + length);
  }

  async part(length: number): Promise<ByteSource> {
    const part = partOf(this.source, this.position, this.position + length);
    this.position += part.size;
    return part;
  }
}

/** A stream, such as that of an archive being unpacked: its parts are spooled. */
export class StreamTape implements Tape {
  position = 0;
  private readonly pieces: AsyncIterator<Uint8Array>;
  private readonly spool: Spool;
  private held: Uint8Array = new Uint8Array();

  constructor(pieces: AsyncIterable<Uint8Array>, spool: Spool) {
    this.pieces = pieces[Symbol.asyncIterator]();
    this.spool = spool;
  }

  /** The next bytes, which stay there; they are fewer only at the end. */
  async peek(length: number): Promise<Buffer> {
    const parts = [this.held];
    let total = this.held.length;
    while (total < length) {
      const next = await this.pieces.next();
      if (next.done === true) break;
      parts.push(next.value);
      total += next.value.length;
    }
    if (parts.length > 1) this.held = Buffer.concat(parts);
    return Buffer.from(this.held.subarray(0, length));
  }

  async take(length: number): Promise<Buffer> {
    const bytes = await this.peek(length);
    this.held = this.held.subarray(bytes.length);
    this.position += bytes.length;
    return bytes;
  }

  async skip(length: number): Promise<void> {
    const pieces = this.through(length);
    while ((await pieces.next()).done !== true);
  }

  async part(length: number): Promise<ByteSource> {
    return this.spool(this.through(length));
  }

  /** Lets go of the stream before its end. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  private async *through(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0;) {
      if (this.held.length === 0) {
        const next = await this.pieces.next();
        if (next.done === true) return;
        this.held = next.value;
      }
      const piece = this.held.subarray(0, Math.min(left, this.held.length));
      this.held = this.held.subarray(piece.length);
      this.position += piece.length;
      left -= piece.length;
      yield piece;
    }
  }
}
