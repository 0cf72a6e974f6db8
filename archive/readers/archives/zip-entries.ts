import { RandomAccessReader, fromRandomAccessReaderPromise } from 'yauzl';
import type { Entry } from 'yauzl';
import type { ByteSpan } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { EntryKind } from './entries.ts';
import { mostEntries } from './safety.ts';
import { decodeZipNames } from './zip-names.ts';

/** An entry of a ZIP, as its central directory describes it (APPNOTE.TXT 6.3.10, 4.3.12). */
export interface ZipEntry {
  /** Its path in the archive, with `/` between folders. It may be unsafe: `unsafeName` tells. */
  readonly name: string;
  readonly kind: EntryKind;
  /** Unpacked, in bytes, as the archive says. */
  readonly size: number;
  readonly compressedSize: number;
  /** 0 is stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** From its local header to the least end its bytes can have: the header may be longer than the directory knows. */
  readonly span: ByteSpan;
}

/** The directory is read in pieces of this size: yauzl itself asks for each entry twice. */
const readAhead = 256 * 1024;

/** Our bytes as yauzl reads them. A failure of the system is kept, to be told from damage. */
class SourceReader extends RandomAccessReader {
  failure: { readonly error: unknown } | null = null;
  private readonly source: ByteSource;
  private held: { readonly start: number; readonly bytes: Uint8Array } = {
    start: 0,
    bytes: new Uint8Array(),
  };

  constructor(source: ByteSource) {
    super();
    this.source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.bytesAt(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(null, bytes.length);
      },
      (error: unknown) => {
        this.failure = { error };
        callback(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  private async bytesAt(position: number, length: number): Promise<Uint8Array> {
    const { start, bytes } = this.held;
    if (position < start || position + length > start + bytes.length) {
      const from = Math.max(0, Math.min(position, this.source.size));
      this.held = { start: from, bytes: await this.source.read(from, Math.max(length, readAhead)) };
      if (from !== position) return new Uint8Array();
    }
    return this.held.bytes.subarray(position - this.held.start, position - this.held.start + length);
  }
}

/** Made on systems whose attributes hold the mode of a file (APPNOTE.TXT 4.4.2): Unix, OS X. */
const unixSystems: readonly number[] = [3, 19];

function kindOf(entry: Entry, name: string): EntryKind {
  const isUnix = unixSystems.includes(entry.versionMadeBy >>> 8);
  const mode = isUnix ? (entry.externalFileAttributes >>> 16) & 0xf000 : 0;
  if (mode === 0xa000) return 'link';
  if (mode === 0x4000 || name.endsWith('/')) return 'folder';
  return mode === 0 || mode === 0x8000 ? 'file' : 'device';
}

function entryOf(entry: Entry, name: string): ZipEntry {
  return {
    name,
    kind: kindOf(entry, name),
    size: entry.uncompressedSize,
    compressedSize: entry.compressedSize,
    method: entry.compressionMethod,
    // Method 99 is WinZip's AES (its own specification).
    isEncrypted: (entry.generalPurposeBitFlag & 1) !== 0 || entry.compressionMethod === 99,
    crc: entry.crc32,
    span: {
      start: entry.relativeOffsetOfLocalHeader,
      end: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize,
    },
  };
}

/** What yauzl says, in words for people. */
function errorOf(error: unknown, path: string): ArchiveError {
  const message = String(error);
  if (message.includes('strong encryption')) return archiveError('encrypted', { path });
  if (message.includes('multi-disk')) {
    return archiveError('unsupported', { path, detail: 'a ZIP archive in several parts' });
  }
  const isCut = /signature not found|unexpected EOF/u.test(message);
  const detail = isCut ? 'the end of the ZIP archive is missing' : 'its table of contents cannot be read';
  return archiveError('file-broken', { path, detail });
}

/** Two entries that share bytes are how a small archive unpacks to a huge one. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const spans = entries.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return spans.some(({ start }, at) => start < (spans[at - 1]?.end ?? 0));
}

/**
 * The entries of a ZIP, as its central directory lists them; ZIP64 too. Errors: `file-broken`, `encrypted` (the directory
 * itself), `unsupported` (a part of several), `archive-unsafe` (too many entries, or entries that share bytes).
 */
export async function readZipEntries(
  zip: ByteSource,
  path: string,
): Promise<Result<readonly ZipEntry[], ArchiveError>> {
  const reader = new SourceReader(zip);
  const raw: Entry[] = [];
  const unsafe = (detail: string): Result<never, ArchiveError> =>
    fail(archiveError('archive-unsafe', { path, detail }));
  try {
    const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false };
    const file = await fromRandomAccessReaderPromise(reader, zip.size, options);
    if (file.entryCount > mostEntries) return unsafe('it has more than a million entries');
    for await (const entry of file.eachEntry()) raw.push(entry);
  } catch (error) {
    if (reader.failure !== null) throw reader.failure.error;
    return fail(errorOf(error, path));
  }
  const names = decodeZipNames(
    raw.map((entry) => ({
      bytes: entry.fileNameRaw,
      isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
      extra: entry.extraFields,
    })),
  );
  const entries = raw.map((entry, at) => entryOf(entry, names[at] ?? ''));
  return overlap(entries) ? unsafe('its entries share the same bytes') : ok(entries);
}
