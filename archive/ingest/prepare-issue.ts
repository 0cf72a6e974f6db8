import { sha256Of } from '../library/originals.ts';
import { archiveError } from '../model/errors.ts';
import { baseName } from '../readers/archives/entry-kinds.ts';
import { altoLimit } from '../readers/newspapers/alto.ts';
import { metsLimit } from '../readers/newspapers/mets.ts';
import type { AltoSource } from '../readers/newspapers/issue-pages.ts';
import type { Found } from './found.ts';
import type { IssueFolder } from './issue-folder.ts';
import type { KeptPart } from './kept-part.ts';
import { attempt, onLibrary } from './prepare-support.ts';
import type { FileEntry, Prepared, Workshop } from './prepare-support.ts';
import { readIssueLeaf } from './read-issue.ts';
import { readSource } from './source-bytes.ts';

async function bytesOf(path: string): Promise<Uint8Array | null> {
  const read = await attempt(path, () => readSource(path, altoLimit));
  return 'kind' in read && read.kind === 'whole' ? read.bytes : null;
}

/** Keeps every page, one after the other. One that cannot be read any more is as good as missing. */
async function keepPages({ texts }: IssueFolder, workshop: Workshop): Promise<ReadonlyMap<string, KeptPart>> {
  const kept = new Map<string, KeptPart>();
  for (const [name, path] of texts) {
    if (workshop.signal?.aborted === true) break;
    const bytes = await bytesOf(path);
    if (bytes === null) continue;
    const sha256 = await onLibrary(() => workshop.library.originals.put(bytes));
    const original = { sha256, bytes: bytes.length, name: baseName(path.replaceAll('\\', '/')) };
    kept.set(name, { name, original });
  }
  return kept;
}

/**
 * Reads an issue of a digitised newspaper, a METS file with its pages beside it, and keeps all of them. One page is held at a
 * time, and the text of all articles. Throws `LibraryFailure` when the library cannot be written.
 */
export async function prepareIssue(
  entry: FileEntry,
  issue: IssueFolder,
  workshop: Workshop,
): Promise<Prepared> {
  const { path, name } = entry;
  const read = await attempt(path, () => readSource(entry.location, metsLimit));
  if (!('kind' in read)) return { kind: 'failed', path, error: read.error };
  if (read.kind !== 'whole') return { kind: 'failed', path, error: archiveError('not-a-file', { path }) };
  const { bytes } = read;
  const parts = await keepPages(issue, workshop);
  // A page is read anew, and must be what was kept.
  const pages: AltoSource = async (href) => {
    const file = issue.texts.get(href);
    const page = file === undefined ? null : await bytesOf(file);
    return page !== null && sha256Of(page) === parts.get(href)?.original.sha256 ? page : null;
  };
  const found: Found[] = [];
  const leaf = { name, path, members: [], warnings: [], bytes };
  for await (const one of readIssueLeaf(leaf, pages, workshop.signal)) found.push(one);
  const sha256 = await onLibrary(() => workshop.library.originals.put(bytes));
  const original = { sha256, bytes: bytes.length, name };
  return { kind: 'content', path, original, content: { found }, parts: [...parts.values()] };
}
