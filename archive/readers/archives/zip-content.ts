import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { memorySource, partOf, piecesOf, wholeOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ContainerVisit } from '../member.ts';
import { crc32 } from './checksum.ts';
import { isBomb } from './safety.ts';
import { Unpacking, unpackFailure } from './unpacking.ts';
import type { ZipEntry } from './zip-entries.ts';

/** The bytes of an entry. */
export interface ZipContent {
  readonly content: ByteSource;
  /** Whether they have the CRC-32 that the archive gives; null when that was not looked at. */
  readonly matches: boolean | null;
}

const localHeader = 30;
/** Entries up to this are unpacked at one go, in memory. In bytes. */
const smallSize = 1024 * 1024;
/** Of stored entries larger than this the checksum is not computed: they may be larger than memory. In bytes. */
const mostChecked = 64 * 1024 * 1024;

const methodNames: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
};

function broken(path: string, detail: string): Result<never, ArchiveError> {
  return fail(archiveError('record-broken', { path, detail }));
}

/** Where the packed bytes of an entry begin; null when there is no local header. */
async function dataStart(zip: ByteSource, { span }: ZipEntry): Promise<number | null> {
  const header = await zip.read(span.start, localHeader);
  if (header.length < localHeader) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== 0x04034b50) return null;
  return span.start + localHeader + view.getUint16(26, true) + view.getUint16(28, true);
}

async function checksumOf(content: ByteSource): Promise<number> {
  let sum = 0;
  for await (const piece of piecesOf(content)) sum = crc32(piece, sum);
  return sum;
}

/** Most entries are pages: a stream for each takes ten times as long as the work itself. */
async function inflateSmall(
  packed: ByteSource,
  { size, crc }: ZipEntry,
  path: string,
): Promise<Result<ZipContent, ArchiveError>> {
  const bytes = await wholeOf(packed);
  try {
    // No limit of zero is allowed, and an empty file gives none.
    const unpacked = inflateRawSync(bytes, { maxOutputLength: size + 1 });
    if (unpacked.length !== size) return broken(path, wrongSize(unpacked.length > size));
    return ok({ content: memorySource(unpacked), matches: crc32(unpacked) === crc });
  } catch (error) {
    if (unpackFailure(error) === null) throw error;
    return broken(
      path,
      unpackFailure(error) === 'too-long' ? wrongSize(true) : 'its packed bytes are damaged',
    );
  }
}

function wrongSize(more: boolean): string {
  return `it unpacks to ${more ? 'more' : 'less'} than the archive says`;
}

async function inflate(
  packed: ByteSource,
  { size, crc }: ZipEntry,
  path: string,
  visit: Pick<ContainerVisit, 'spool'>,
): Promise<Result<ZipContent, ArchiveError>> {
  const unpacking = new Unpacking({ source: piecesOf(packed), filter: createInflateRaw() }, size);
  let sum = 0;
  async function* summed(): AsyncGenerator<Uint8Array> {
    for await (const piece of unpacking.pieces()) {
      sum = crc32(piece, sum);
      yield piece;
    }
  }
  const content = await visit.spool(summed());
  if (unpacking.failure === 'too-long') return broken(path, wrongSize(true));
  if (unpacking.failure !== null) return broken(path, 'its packed bytes are damaged');
  if (unpacking.length !== size) return broken(path, wrongSize(false));
  return ok({ content, matches: sum === crc });
}

/**
 * The bytes of an entry: a part of the ZIP where they are stored, unpacked where they are deflated. `path` is the
 * entry's, for messages. Errors: `encrypted`, `unsupported`, `archive-unsafe` (a bomb), `record-broken`.
 */
export async function zipContent(
  zip: ByteSource,
  entry: ZipEntry,
  path: string,
  visit: Pick<ContainerVisit, 'spool'>,
): Promise<Result<ZipContent, ArchiveError>> {
  const { size, compressedSize, method } = entry;
  if (entry.isEncrypted) return fail(archiveError('encrypted', { path }));
  if (method !== 0 && method !== 8) {
    const detail = `it is packed with ${methodNames[method] ?? `method ${method}`}`;
    return fail(archiveError('unsupported', { path, detail }));
  }
  if (isBomb(compressedSize, size)) {
    return fail(
      archiveError('archive-unsafe', { path, detail: 'it would unpack to far more than it holds' }),
    );
  }
  const start = await dataStart(zip, entry);
  if (start === null || start + compressedSize > zip.size) return broken(path, 'its bytes are not there');
  const packed = partOf(zip, start, start + compressedSize);
  if (method === 0) {
    if (size !== compressedSize) return broken(path, 'its two sizes are not the same');
    const matches = size > mostChecked ? null : (await checksumOf(packed)) === entry.crc;
    return ok({ content: packed, matches });
  }
  return size <= smallSize && compressedSize <= smallSize
    ? inflateSmall(packed, entry, path)
    : inflate(packed, entry, path, visit);
}
