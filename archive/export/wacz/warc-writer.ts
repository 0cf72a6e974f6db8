import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { infoRecord, recordEnd, resourceHeader } from './warc-record.ts';
import type { ResourceRecord } from './warc-record.ts';

/** Where a record was written: what an index needs to find it. */
export interface WrittenRecord extends ResourceRecord {
  /** Of its gzip member in the file, in bytes. */
  readonly offset: number;
  readonly length: number;
}

/** The payload is not the bytes that its record was announced with. */
export class PayloadChanged extends Error {}

async function* checked(
  record: ResourceRecord,
  payload: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(resourceHeader(record));
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of payload) {
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
  if (bytes !== record.bytes || hash.digest('hex') !== record.sha256)
    throw new PayloadChanged(record.targetUri);
  yield Buffer.from(recordEnd);
}

/** Writes a WARC file, each record a gzip member of its own (annex D of the standard). Methods throw what the disk throws. */
export class WarcWriter {
  private readonly handle: FileHandle;
  private at = 0;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  /** Bytes written until now. */
  get length(): number {
    return this.at;
  }

  /** Writes the record that a file begins with. */
  async begin(software: string, date: string): Promise<void> {
    async function* text(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(infoRecord(software, date));
    }
    await this.member(text());
  }

  /** Writes a record whole or not at all: over `PayloadChanged`, or what reading the payload throws, the file is as before. */
  async add(record: ResourceRecord, payload: AsyncIterable<Uint8Array>): Promise<WrittenRecord> {
    const offset = this.at;
    try {
      await this.member(checked(record, payload));
    } catch (error) {
      await this.handle.truncate(offset);
      this.at = offset;
      throw error;
    }
    return { ...record, offset, length: this.at - offset };
  }

  private async member(pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const source = Readable.from(pieces, { objectMode: false });
    const packed = createGzip();
    // An error of the source must end the reading below too: `pipe` does not hand it on.
    source.once('error', (error) => packed.destroy(error));
    for await (const piece of source.pipe(packed)) {
      const bytes = piece as Uint8Array;
      for (let written = 0; written < bytes.length;) {
        const { bytesWritten } = await this.handle.write(bytes, written, bytes.length - written, this.at);
        written += bytesWritten;
        this.at += bytesWritten;
      }
    }
  }
}
