import type { WritableFile } from '../store/files.ts';
import { ByteWriter } from './byte-writer.ts';
import { crc32 } from './checksum.ts';
import { checkedBlock, formatVersion, headerLength, magic } from './format.ts';
import type { Contents, SectionPlace } from './format.ts';

const bufferSize = 16 * checkedBlock;

/** A segment's file being written, front to back; adds the checksums, the contents and the trailer. */
export class SegmentOutput {
  /** The offset of the next byte. */
  offset = 0;
  private readonly file: WritableFile;
  private readonly buffer = new Uint8Array(bufferSize);
  private filled = 0;
  private readonly checksums = new ByteWriter();
  private readonly sections: Record<string, SectionPlace> = {};

  constructor(file: WritableFile) {
    this.file = file;
    const header = new ByteWriter(headerLength);
    header.raw(magic);
    header.uint32(formatVersion);
    header.uint32(0);
    this.write(header.view());
  }

  write(bytes: Uint8Array): void {
    let taken = 0;
    while (taken < bytes.length) {
      const part = Math.min(bytes.length - taken, bufferSize - this.filled);
      this.buffer.set(bytes.subarray(taken, taken + part), this.filled);
      this.filled += part;
      taken += part;
      if (this.filled === bufferSize) this.flush();
    }
    this.offset += bytes.length;
  }

  /** Zeros up to a multiple of eight, so that columns can be read as numbers where they stand. */
  align(): void {
    this.write(new Uint8Array((8 - (this.offset % 8)) % 8));
  }

  /** Writes a section that the contents name. */
  section(name: string, bytes: Uint8Array): void {
    this.align();
    this.sections[name] = [this.offset, bytes.length];
    this.write(bytes);
  }

  /** Writes what follows the sections and makes the file durable. */
  finish(about: Pick<Contents, 'fingerprint' | 'documents' | 'terms' | 'tables'>): void {
    this.align();
    this.flush();
    const covered = this.offset;
    const checksums = this.checksums.view();
    const contents: Contents = {
      version: formatVersion,
      ...about,
      covered,
      checksumsCrc: crc32(checksums),
      sections: this.sections,
    };
    const json = new TextEncoder().encode(JSON.stringify(contents));
    const end = new ByteWriter(checksums.length + json.length + 64);
    end.raw(checksums);
    end.raw(json);
    end.uint64(covered + checksums.length);
    end.uint32(json.length);
    end.uint32(crc32(json));
    end.raw(magic);
    this.file.write(end.view());
    this.offset += end.length;
    this.file.sync();
    this.file.close();
  }

  /** Leaves a file that will not be finished. */
  abandon(): void {
    this.file.close();
  }

  private flush(): void {
    for (let at = 0; at < this.filled; at += checkedBlock) {
      this.checksums.uint32(crc32(this.buffer, at, Math.min(at + checkedBlock, this.filled)));
    }
    if (this.filled > 0) this.file.write(this.buffer.subarray(0, this.filled));
    this.filled = 0;
  }
}
