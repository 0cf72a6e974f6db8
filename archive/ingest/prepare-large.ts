import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import type { Library } from '../library/library.ts';
import type { NewOriginal } from '../library/recorder.ts';
import { isDiskFull, systemCode } from '../library/system-errors.ts';
import type { Sha256 } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { readsRecords } from '../readers/reader.ts';
import { decodeText } from '../text/decode.ts';
import { attempt, LibraryFailure } from './prepare-support.ts';
import type { FileEntry, Prepared, Workshop } from './prepare-support.ts';
import type { Reader } from '../readers/reader.ts';
import { sourcePieces, textLimit } from './source-bytes.ts';
import { unreadable } from './walk.ts';
import type { Location } from './walk.ts';

/** The import was cancelled while a file was copied: the copy is gone again. */
class Stopped extends Error {}

type Kept = Pick<NewOriginal, 'sha256' | 'bytes' | 'linked'>;

/** Keeps a file that cannot be held whole. It is read from the kept copy, by `takeContent`. */
export async function prepareLarge(
  { entry, size, head }: Extract<Prepared, { kind: 'large' }>,
  workshop: Workshop,
): Promise<Exclude<Prepared, { kind: 'large' }>> {
  const { path, name } = entry;
  const file = { name, path, bytes: head };
  const isContainer = workshop.chooseContainer(file) !== null;
  const reader = isContainer ? null : workshop.chooseReader(file);
  const text = decodeText(head);
  // Only what is surely no text is refused: the head may end inside a character, or hold nothing but blanks.
  if (!isContainer && !text.ok && text.error === 'binary' && reader === null) {
    return { kind: 'failed', path, error: archiveError('binary', { path }) };
  }
  const refused = reader !== null && readsRecords(reader) ? reader.refuses(file) : null;
  if (refused !== null) return { kind: 'failed', path, error: refused };
  const holdsMany = isContainer || (reader !== null && readsRecords(reader));
  const kept = await keepLarge(entry, size, workshop, workshop.link && holdsMany);
  if ('error' in kept) return { kind: 'failed', path, error: kept.error };
  if ('stopped' in kept) return { kind: 'stopped', path };
  const original: NewOriginal = { ...kept, name };
  const limit = limitOf(reader);
  if (isContainer || kept.bytes <= limit)
    return { kind: 'content', path, original, content: { large: true } };
  const error = archiveError('too-large', { path, bytes: kept.bytes, limit });
  return { kind: 'kept', path, error, original };
}

function limitOf(reader: Reader | null): number {
  if (reader === null) return textLimit;
  return readsRecords(reader) ? Infinity : (reader.limit ?? textLimit);
}

async function keepLarge(
  { location, path }: FileEntry,
  size: number,
  workshop: Workshop,
  link: boolean,
): Promise<Kept | { readonly error: ArchiveError } | { readonly stopped: true }> {
  async function* watched(): AsyncGenerator<Uint8Array> {
    let done = 0;
    for await (const piece of sourcePieces(location)) {
      if (workshop.signal?.aborted === true) throw new Stopped();
      workshop.onCopied?.({ stage: 'copying', done, total: Math.max(size, done) });
      done += piece.length;
      yield piece;
    }
  }
  const known = await attempt(path, () => knownLarge(watched, size, workshop.library));
  if (known === null && link) {
    const linked = await attempt(path, () => linkLarge(watched, location, workshop.library));
    if (linked !== null) return linked;
  }
  if (known === null) return copyLarge(watched, path, workshop.library);
  return typeof known === 'object' ? known : { sha256: known, bytes: size };
}

/** The hash of a large file when it is kept already. It is read for that only when one of its size is. */
async function knownLarge(
  pieces: () => AsyncIterable<Uint8Array>,
  size: number,
  library: Library,
): Promise<Sha256 | null | { readonly stopped: true }> {
  if (!library.catalogue.hasOriginalOfSize(size)) return null;
  const hash = createHash('sha256');
  try {
    for await (const piece of pieces()) hash.update(piece);
  } catch (error) {
    if (error instanceof Stopped) return { stopped: true };
    throw error;
  }
  const sha256 = hash.digest('hex') as Sha256;
  const kept = library.catalogue.hasOriginal(sha256) && (await library.originals.isWhole(sha256));
  return kept ? sha256 : null;
}

/** Leaves the file where it is; null where the system allows no links, as Windows does to most: then it is copied. */
async function linkLarge(
  pieces: () => AsyncIterable<Uint8Array>,
  location: Location,
  library: Library,
): Promise<Kept | { readonly stopped: true } | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of pieces()) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch (error) {
    if (error instanceof Stopped) return { stopped: true };
    throw error;
  }
  const sha256 = hash.digest('hex') as Sha256;
  // The way to it may lead over links that change; what is remembered is the file itself.
  const real = await realpath(location, { encoding: 'buffer' });
  const modified = (await stat(real)).mtime.toISOString();
  try {
    await library.originals.link(sha256, real);
  } catch (error) {
    if (['EPERM', 'ENOSYS', 'ENOTSUP', 'EACCES'].includes(systemCode(error) ?? '')) return null;
    throw new LibraryFailure('The library cannot be written.', { cause: error });
  }
  return { sha256, bytes, linked: { path: real.toString(), modified } };
}

async function copyLarge(
  source: () => AsyncIterable<Uint8Array>,
  path: string,
  library: Library,
): Promise<Kept | { readonly error: ArchiveError } | { readonly stopped: true }> {
  let reading: unknown = null;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      yield* source();
    } catch (error) {
      reading = error;
      throw error;
    }
  }
  try {
    return { ...(await library.originals.putPieces(pieces())), linked: null };
  } catch (error) {
    if (error instanceof Stopped) return { stopped: true };
    // The source failed, and not the library: then the import goes on with the next file.
    if (reading === error && !isDiskFull(error)) return { error: unreadable(path, error) };
    throw new LibraryFailure('The library cannot be written.', { cause: error });
  }
}
