import type { ByteSpan } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import type { EntryKind } from './entries.ts';
import { noRecords, readPax } from './pax.ts';
import type { PaxRecords } from './pax.ts';
import { blockSize, isZeroBlock, readTarHeader, tarText } from './tar-header.ts';
import type { TarHeader } from './tar-header.ts';
import type { Tape } from './tape.ts';

/** An entry of a tar file. What follows its header on the tape is its content, `size` bytes of it. */
export interface TarEntry {
  readonly kind: EntryKind | 'sparse' | 'continued';
  readonly name: string;
  readonly size: number;
  /** From the first header about it to the end of its last block. */
  readonly span: ByteSpan;
}

/** A stretch of a tape in which there is no header where one should be, or the end of it in the middle of one. */
export interface TarGap {
  readonly kind: 'gap' | 'cut';
  readonly start: number;
}

/** Headers about the next one: more than this is no name. In bytes. */
const longestHeader = 1024 * 1024;

const kinds: Readonly<Record<string, TarEntry['kind']>> = {
  '0': 'file',
  '7': 'file',
  '1': 'link',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '6': 'device',
  '5': 'folder',
  S: 'sparse',
  M: 'continued',
};

function padded(size: number): number {
  return Math.ceil(size / blockSize) * blockSize;
}

class TarReading {
  private readonly tape: Tape;
  private readonly signal: Cancellation | undefined;
  /** Of the headers about the next entry: where the first stands, and what they say. */
  private start: number | null = null;
  private pax: PaxRecords = noRecords;
  private global: PaxRecords = noRecords;
  private longName: string | null = null;

  constructor(tape: Tape, signal?: Cancellation) {
    this.tape = tape;
    this.signal = signal;
  }

  async *entries(): AsyncGenerator<TarEntry | TarGap> {
    let lost = false;
    while (this.signal?.aborted !== true) {
      const at = this.tape.position;
      const block = await this.tape.take(blockSize);
      if (block.length < blockSize) {
        if (!isZeroBlock(block)) yield { kind: 'cut', start: at };
        return;
      }
      if (isZeroBlock(block)) {
        // One block of zeros is damage, or the end that an old program wrote.
        const next = await this.tape.take(blockSize);
        if (next.length < blockSize || isZeroBlock(next)) return;
        yield* this.entry(next, at + blockSize);
        continue;
      }
      const header = readTarHeader(block);
      if (header === null) {
        this.forget();
        if (!lost) yield { kind: 'gap', start: at };
        lost = true;
        continue;
      }
      lost = false;
      yield* this.entry(block, at);
    }
  }

  private async *entry(block: Buffer, at: number): AsyncGenerator<TarEntry | TarGap> {
    const header = readTarHeader(block);
    this.start ??= at;
    if (header === null || (await this.isAboutNext(header)) === 'broken') {
      yield { kind: 'gap', start: at };
      this.forget();
      return;
    }
    if (/^[xgXLKVDN]$/u.test(header.type)) return;
    const entry = this.entryOf(header);
    this.forget();
    const content = this.tape.position;
    yield entry;
    // Whoever asked may have taken all, a part or nothing of the content.
    await this.tape.skip(content + padded(entry.size) - this.tape.position);
  }

  /** Headers that say something of the next one are read here. */
  private async isAboutNext({ type, size }: TarHeader): Promise<'read' | 'other' | 'broken'> {
    if (!/^[xgXLKVDN]$/u.test(type)) return 'other';
    if (!/^[xgXL]$/u.test(type) || size > longestHeader) {
      await this.tape.skip(padded(size));
      return size > longestHeader && /^[xgXL]$/u.test(type) ? 'broken' : 'read';
    }
    const bytes = (await this.tape.take(padded(size))).subarray(0, size);
    if (type === 'L') {
      this.longName = tarText(bytes);
      return 'read';
    }
    const records = readPax(bytes, type === 'g' ? this.global : this.pax);
    if (records === null) return 'broken';
    if (type === 'g') this.global = records;
    else this.pax = records;
    return 'read';
  }

  private entryOf(header: TarHeader): TarEntry {
    const name = this.pax.path ?? this.longName ?? this.global.path ?? header.name;
    const size = this.pax.size ?? this.global.size ?? header.size;
    const kind = kinds[header.type] ?? 'device';
    // Version 7 marks a folder by its name; a link or a folder has no content, whatever its size says.
    const isFolder = kind === 'file' && name.endsWith('/');
    const isEmpty = isFolder || kind === 'folder' || kind === 'link';
    const length = isEmpty ? 0 : size;
    const start = this.start ?? this.tape.position;
    return {
      kind: isFolder ? 'folder' : this.pax.isSparse && kind === 'file' ? 'sparse' : kind,
      name: name.replace(/^(?:\.\/+)+/u, ''),
      size: length,
      span: { start, end: this.tape.position + padded(length) },
    };
  }

  private forget(): void {
    this.start = null;
    this.pax = noRecords;
    this.longName = null;
  }
}

/**
 * The entries of a tar file in their order: ustar, pax (POSIX.1-2001), GNU's long names, Version 7. Their content may be
 * taken from the tape before the next one is asked for. After damage it goes on with the next block that is a header.
 */
export function tarEntries(tape: Tape, signal?: Cancellation): AsyncGenerator<TarEntry | TarGap> {
  return new TarReading(tape, signal).entries();
}
