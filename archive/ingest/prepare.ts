import { createHash } from 'node:crypto';
import { articleId } from '../library/article-id.ts';
import type { Library } from '../library/library.ts';
import { sha256Of } from '../library/originals.ts';
import type { NewArticle, NewOriginal } from '../library/recorder.ts';
import { isDiskFull } from '../library/system-errors.ts';
import type { Sha256 } from '../model/article.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Reader, SourceFile } from '../readers/reader.ts';
import { decodeText } from '../text/decode.ts';
import { isAppleDouble } from './litter.ts';
import { readSource, sourcePieces, textLimit } from './source-bytes.ts';
import { unreadable } from './walk.ts';
import type { Entry } from './walk.ts';

/** A file read and kept on the disk, ready for its rows. */
export type Prepared =
  /** `errors` are the records of the file that could not be read, beside those that could. */
  | {
      readonly kind: 'articles';
      readonly path: string;
      readonly original: NewOriginal;
      readonly articles: readonly NewArticle[];
      readonly errors: readonly ArchiveError[];
    }
  | {
      readonly kind: 'kept';
      readonly path: string;
      readonly original: NewOriginal;
      readonly error: ArchiveError;
    }
  | { readonly kind: 'failed' | 'skipped'; readonly path: string; readonly error: ArchiveError };

type FileEntry = Extract<Entry, { kind: 'file' }>;

/** What preparing needs of its surroundings. */
export interface Workshop {
  readonly library: Library;
  readonly chooseReader: (source: SourceFile) => Reader | null;
  readonly signal: Cancellation | undefined;
}

/** Codes of text that is none: its bytes are not kept. */
const worthless: ReadonlySet<string> = new Set(['empty', 'binary', 'undecodable']);

/** Thrown when the library, not the source, failed: it ends the import. */
export class LibraryFailure extends Error {}

/** Reads one file and keeps its original. Throws `LibraryFailure` when the library cannot be written. */
export async function prepare(entry: FileEntry, collection: string, workshop: Workshop): Promise<Prepared> {
  const { path } = entry;
  const read = await attempt(path, () => readSource(entry.location));
  if (!('kind' in read)) return { kind: 'failed', path, error: read.error };
  if (read.kind === 'special') return { kind: 'failed', path, error: archiveError('not-a-file', { path }) };
  if (read.kind === 'large') return prepareLarge(entry, read, workshop);
  if (isAppleDouble(entry.name, read.bytes)) {
    return { kind: 'skipped', path, error: archiveError('system-file', { path }) };
  }
  return prepareWhole({ name: entry.name, path, bytes: read.bytes }, collection, workshop);
}

async function attempt<T>(
  path: string,
  work: () => Promise<T>,
): Promise<T | { readonly error: ArchiveError }> {
  try {
    return await work();
  } catch (error) {
    return { error: unreadable(path, error) };
  }
}

async function prepareWhole(source: SourceFile, collection: string, workshop: Workshop): Promise<Prepared> {
  const { path, name, bytes } = source;
  const reader = workshop.chooseReader(source);
  if (reader === null) return prepareUnread(source, workshop);
  const { articles, errors } = await readDrafts(reader, source, collection, workshop.signal);
  const [first] = errors;
  if (articles.length === 0) {
    const error = first ?? archiveError('no-article', { path });
    if (worthless.has(error.code) || error.code === 'internal') return { kind: 'failed', path, error };
    return { kind: 'kept', path, error, original: await keep(bytes, name, workshop) };
  }
  return { kind: 'articles', path, original: await keep(bytes, name, workshop), articles, errors };
}

/** No reader claims it: text is kept for a reader to come, anything else is refused. */
async function prepareUnread({ path, name, bytes }: SourceFile, workshop: Workshop): Promise<Prepared> {
  const text = decodeText(bytes);
  if (!text.ok) return { kind: 'failed', path, error: archiveError(text.error, { path }) };
  const error = archiveError('no-article', { path });
  return { kind: 'kept', path, error, original: await keep(bytes, name, workshop) };
}

async function readDrafts(
  reader: Reader,
  source: SourceFile,
  collection: string,
  signal: Cancellation | undefined,
): Promise<{ readonly articles: readonly NewArticle[]; readonly errors: readonly ArchiveError[] }> {
  const payload = sha256Of(source.bytes);
  const articles: NewArticle[] = [];
  const errors: ArchiveError[] = [];
  const { name, version } = reader;
  try {
    for await (const draft of reader.read(source, signal)) {
      if (!draft.ok) {
        errors.push(draft.error);
        continue;
      }
      const ordinal = articles.length;
      const id = articleId({ payload, member: null, captured: null, ordinal });
      articles.push({ id, ordinal, draft: draft.value, collection, reader: { name, version } });
    }
  } catch (error) {
    // A bug of a reader is reported with the file that shows it, and the rest of the import goes on.
    errors.push(archiveError('internal', { detail: `${name}: ${String(error)} (${source.path})` }));
  }
  return { articles, errors };
}

async function keep(bytes: Uint8Array, name: string, { library }: Workshop): Promise<NewOriginal> {
  const sha256 = await onLibrary(() => library.originals.put(bytes));
  return { sha256, bytes: bytes.length, name };
}

async function onLibrary<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new LibraryFailure('The library cannot be written.', { cause: error });
  }
}

async function prepareLarge(
  { location, path, name }: FileEntry,
  { size, head }: { readonly size: number; readonly head: Uint8Array },
  workshop: Workshop,
): Promise<Prepared> {
  const text = decodeText(head);
  // Only what is surely no text is refused: the head may end inside a character, or hold nothing but blanks.
  if (!text.ok && text.error === 'binary') {
    return { kind: 'failed', path, error: archiveError('binary', { path }) };
  }
  const known = await attempt(path, () => knownLarge(location, size, workshop.library));
  if (known !== null && typeof known === 'object') return { kind: 'failed', path, error: known.error };
  const kept = known === null ? await copyLarge(location, path, workshop) : { sha256: known, bytes: size };
  if ('error' in kept) return { kind: 'failed', path, error: kept.error };
  const error = archiveError('too-large', { path, bytes: kept.bytes, limit: textLimit });
  return { kind: 'kept', path, error, original: { ...kept, name } };
}

/** The hash of a large file when it is kept already. It is read for that only when one of its size is. */
async function knownLarge(
  location: FileEntry['location'],
  size: number,
  library: Library,
): Promise<Sha256 | null> {
  if (!library.catalogue.hasOriginalOfSize(size)) return null;
  const hash = createHash('sha256');
  for await (const piece of sourcePieces(location)) hash.update(piece);
  const sha256 = hash.digest('hex') as Sha256;
  const kept = library.catalogue.hasOriginal(sha256) && (await library.originals.isWhole(sha256));
  return kept ? sha256 : null;
}

async function copyLarge(
  location: FileEntry['location'],
  path: string,
  { library }: Workshop,
): Promise<{ readonly sha256: Sha256; readonly bytes: number } | { readonly error: ArchiveError }> {
  let reading: unknown = null;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      yield* sourcePieces(location);
    } catch (error) {
      reading = error;
      throw error;
    }
  }
  try {
    return await library.originals.putPieces(pieces());
  } catch (error) {
    // The source failed, and not the library: then the import goes on with the next file.
    if (reading === error && !isDiskFull(error)) return { error: unreadable(path, error) };
    throw new LibraryFailure('The library cannot be written.', { cause: error });
  }
}
