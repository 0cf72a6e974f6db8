import type { NewArticle, NewOriginal } from '../library/recorder.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { memorySource } from '../readers/access/byte-source.ts';
import { readsRecords } from '../readers/reader.ts';
import type { SourceFile } from '../readers/reader.ts';
import { newArticle } from './found.ts';
import { isAppleDouble } from './litter.ts';
import { prepareLarge } from './prepare-large.ts';
import { attempt, onLibrary } from './prepare-support.ts';
import type { FileEntry, Prepared, Workshop } from './prepare-support.ts';
import { readContent, toolsOf } from './read-content.ts';
import { headSize, readSource } from './source-bytes.ts';

/** Codes of files that are nothing to read, now or later: their bytes are not kept. */
const worthless: ReadonlySet<string> = new Set([
  ...['empty', 'binary', 'undecodable', 'internal', 'other-media', 'unsupported'],
]);

/** Reads one file and keeps its original. Throws `LibraryFailure` when the library cannot be written. */
export async function prepare(entry: FileEntry, workshop: Workshop): Promise<Prepared> {
  const { path } = entry;
  const read = await attempt(path, () => readSource(entry.location));
  if (!('kind' in read)) return { kind: 'failed', path, error: read.error };
  if (read.kind === 'special') return { kind: 'failed', path, error: archiveError('not-a-file', { path }) };
  if (read.kind === 'large') return prepareLarge(entry, read, workshop);
  if (isAppleDouble(entry.name, read.bytes)) {
    return { kind: 'skipped', path, error: archiveError('system-file', { path }) };
  }
  return prepareWhole({ name: entry.name, path, bytes: read.bytes }, workshop);
}

async function prepareWhole(source: SourceFile, workshop: Workshop): Promise<Prepared> {
  const { path, bytes } = source;
  if (holdsMany(source, workshop)) {
    const reader = workshop.chooseReader(source);
    const refused = reader !== null && readsRecords(reader) ? reader.refuses(source) : null;
    if (refused !== null) return { kind: 'failed', path, error: refused };
    return { kind: 'content', path, original: await keep(source, workshop) };
  }
  const content = { ...source, source: memorySource(bytes), members: [], warnings: [] };
  const articles: NewArticle[] = [];
  const errors: ArchiveError[] = [];
  for await (const found of readContent(content, toolsOf(workshop))) {
    if (found.ok) articles.push(newArticle(found.value, articles.length, workshop.collection));
    else errors.push(found.error);
  }
  if (articles.length > 0)
    return { kind: 'articles', path, original: await keep(source, workshop), articles, errors };
  const error = errors[0] ?? archiveError('no-article', { path });
  if (worthless.has(error.code)) return { kind: 'failed', path, error };
  return { kind: 'kept', path, error, original: await keep(source, workshop) };
}

/** Whether a file may hold so many articles that they are not held together. */
function holdsMany(source: SourceFile, { chooseReader, chooseContainer }: Workshop): boolean {
  const head = { ...source, bytes: source.bytes.subarray(0, headSize) };
  if (chooseContainer(head) !== null) return true;
  const reader = chooseReader(source);
  return reader !== null && readsRecords(reader);
}

async function keep({ bytes, name }: SourceFile, { library }: Workshop): Promise<NewOriginal> {
  const sha256 = await onLibrary(() => library.originals.put(bytes));
  return { sha256, bytes: bytes.length, name };
}
