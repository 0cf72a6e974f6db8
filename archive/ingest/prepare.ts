import type { NewArticle, NewOriginal } from '../library/recorder.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { SourceFile } from '../readers/reader.ts';
import { newArticle } from './found.ts';
import type { Found } from './found.ts';
import { isAppleDouble } from './litter.ts';
import { prepareIssue } from './prepare-issue.ts';
import { attempt, onLibrary } from './prepare-support.ts';
import type { FileEntry, Prepared, Workshop } from './prepare-support.ts';
import { readLeafBy, toolsOf } from './read-content.ts';
import { headSize, readSource } from './source-bytes.ts';

/** Codes of files that are nothing to read, now or later: their bytes are not kept. */
const worthless: ReadonlySet<string> = new Set([
  ...['empty', 'binary', 'undecodable', 'internal', 'other-media', 'unsupported'],
]);

/**
 * Reads one file and keeps its original, unless it is large: those are left to `prepareLarge`, one at a time. Several files
 * may be prepared at once. Throws `LibraryFailure` when the library cannot be written.
 */
export async function prepare(entry: FileEntry, workshop: Workshop): Promise<Prepared> {
  const { path, issue } = entry;
  if (issue !== undefined) return prepareIssue(entry, issue, workshop);
  const read = await attempt(path, () => readSource(entry.location));
  if (!('kind' in read)) return { kind: 'failed', path, error: read.error };
  if (read.kind === 'special') return { kind: 'failed', path, error: archiveError('not-a-file', { path }) };
  if (read.kind === 'large') return { kind: 'large', entry, size: read.size, head: read.head };
  if (isAppleDouble(entry.name, read.bytes)) {
    return { kind: 'skipped', path, error: archiveError('system-file', { path }) };
  }
  return prepareWhole({ name: entry.name, path, bytes: read.bytes }, workshop);
}

async function prepareWhole(source: SourceFile, workshop: Workshop): Promise<Prepared> {
  const { path, bytes } = source;
  const head = { ...source, bytes: bytes.subarray(0, headSize) };
  if (workshop.chooseContainer(head) !== null) {
    return { kind: 'content', path, original: await keep(source, workshop), content: { bytes } };
  }
  const reading = await readLeafBy({ ...source, members: [], warnings: [] }, toolsOf(workshop));
  if (reading.kind === 'refused') return { kind: 'failed', path, error: reading.error };
  const { found } = reading;
  if (reading.many)
    return { kind: 'content', path, original: await keep(source, workshop), content: { found } };
  return ofArticles(source, found, workshop);
}

async function ofArticles(
  source: SourceFile,
  found: readonly Found[],
  workshop: Workshop,
): Promise<Prepared> {
  const { path } = source;
  const articles: NewArticle[] = [];
  const errors: ArchiveError[] = [];
  for (const one of found) {
    if (one.ok) articles.push(newArticle(one.value, articles.length, workshop.collection));
    else errors.push(one.error);
  }
  if (articles.length > 0)
    return { kind: 'articles', path, original: await keep(source, workshop), articles, errors };
  const error = errors[0] ?? archiveError('no-article', { path });
  if (worthless.has(error.code)) return { kind: 'failed', path, error };
  return { kind: 'kept', path, error, original: await keep(source, workshop) };
}

async function keep({ bytes, name }: SourceFile, { library }: Workshop): Promise<NewOriginal> {
  const sha256 = await onLibrary(() => library.originals.put(bytes));
  return { sha256, bytes: bytes.length, name };
}
