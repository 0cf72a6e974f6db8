import { articleId } from '../library/article-id.ts';
import { sha256Of } from '../library/originals.ts';
import type { NewArticle, NewOriginal } from '../library/recorder.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { readsRecords } from '../readers/reader.ts';
import type { Reader, RecordReader, SourceFile } from '../readers/reader.ts';
import { decodeText } from '../text/decode.ts';
import { isAppleDouble } from './litter.ts';
import { prepareLarge } from './prepare-large.ts';
import { attempt, LibraryFailure } from './prepare-support.ts';
import type { FileEntry, Prepared, Workshop } from './prepare-support.ts';
import { readSource } from './source-bytes.ts';

/** Codes of text that is none: its bytes are not kept. */
const worthless: ReadonlySet<string> = new Set(['empty', 'binary', 'undecodable']);

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

async function prepareWhole(source: SourceFile, collection: string, workshop: Workshop): Promise<Prepared> {
  const { path, name, bytes } = source;
  const reader = workshop.chooseReader(source);
  if (reader === null) return prepareUnread(source, workshop);
  if (readsRecords(reader)) return prepareRecords(reader, source, workshop);
  const { articles, errors } = await readDrafts(reader, source, collection, workshop.signal);
  const [first] = errors;
  if (articles.length === 0) {
    const error = first ?? archiveError('no-article', { path });
    if (worthless.has(error.code) || error.code === 'internal') return { kind: 'failed', path, error };
    return { kind: 'kept', path, error, original: await keep(bytes, name, workshop) };
  }
  return { kind: 'articles', path, original: await keep(bytes, name, workshop), articles, errors };
}

async function prepareRecords(
  reader: RecordReader,
  source: SourceFile,
  workshop: Workshop,
): Promise<Prepared> {
  const { path, name, bytes } = source;
  const refused = reader.refuses(source);
  if (refused !== null) return { kind: 'failed', path, error: refused };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { kind: 'records', path, original: await keep(bytes, name, workshop), reader, pieces };
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
