import type { ArticleWarning } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ContainerReader, ContainerVisit, Member } from '../member.ts';
import type { SourceFile } from '../reader.ts';
import { noCapture, refusedEntry } from './entries.ts';
import { SavedPages, baseName, isLitterPath } from './entry-kinds.ts';
import { isBomb } from './safety.ts';
import { zipContent } from './zip-content.ts';
import { beginsLikeDocument, isDocument } from './zip-documents.ts';
import { readZipEntries } from './zip-entries.ts';
import type { ZipEntry } from './zip-entries.ts';

const readerName = 'zip';

/** A local header, an empty archive, or the first of several parts (APPNOTE.TXT 4.3.7, 4.3.16, 8.5.4). */
const signatures: readonly string[] = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08PK\x03\x04', 'PK00PK\x03\x04'];

function claims({ bytes }: SourceFile): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return signatures.some((signature) => head.startsWith(signature)) && !beginsLikeDocument(bytes);
}

/** What speaks against the whole archive, by its directory alone. */
function refusedArchive(entries: readonly ZipEntry[], zip: ByteSource, path: string): ArchiveError | null {
  if (isDocument(entries.map(({ name }) => name))) {
    return archiveError('unsupported', { path, detail: 'one document in the form of a ZIP archive' });
  }
  const files = entries.filter(({ kind }) => kind === 'file');
  if (files.length > 0 && files.every(({ isEncrypted }) => isEncrypted))
    return archiveError('encrypted', { path });
  const single = files.filter(({ size, compressedSize }) => !isBomb(compressedSize, size));
  const total = single.reduce((sum, { size }) => sum + size, 0);
  if (!isBomb(zip.size, total)) return null;
  return archiveError('archive-unsafe', { path, detail: 'it would unpack to far more than it holds' });
}

/** Why an entry is no member, though it is a file; null when it is to be unpacked. */
function refused(entry: ZipEntry, pages: SavedPages, path: string): ArchiveError | null {
  const unsafe = refusedEntry(entry.name, entry.kind, path);
  if (unsafe !== null) return unsafe;
  const mediaType = pages.otherMedia(entry.name);
  return mediaType === null ? null : archiveError('other-media', { path, mediaType });
}

async function memberOf(
  zip: ByteSource,
  entry: ZipEntry,
  path: string,
  visit: ContainerVisit,
): Promise<Result<Member, ArchiveError>> {
  const unpacked = await zipContent(zip, entry, path, visit);
  if (!unpacked.ok) return unpacked;
  const { content, matches } = unpacked.value;
  const warnings: readonly ArticleWarning[] =
    matches === false ? [{ code: 'digest-mismatch', algorithm: 'CRC-32' }] : [];
  const place = { reader: readerName, name: entry.name, span: entry.span };
  return ok({ name: baseName(entry.name), place, capture: noCapture, content, warnings });
}

async function* members(
  zip: ByteSource,
  visit: ContainerVisit,
): AsyncGenerator<Result<Member, ArchiveError>> {
  const entries = await readZipEntries(zip, visit.path);
  if (!entries.ok) {
    yield entries;
    return;
  }
  const unsafe = refusedArchive(entries.value, zip, visit.path);
  if (unsafe !== null) {
    yield fail(unsafe);
    return;
  }
  const pages = new SavedPages();
  for (const { name } of entries.value) pages.add(name);
  for (const entry of entries.value) {
    if (visit.signal?.aborted === true) return;
    if (entry.kind === 'folder' || isLitterPath(entry.name)) continue;
    const path = `${visit.path} › ${entry.name}`;
    const reason = refused(entry, pages, path);
    yield reason === null ? await memberOf(zip, entry, path, visit) : fail(reason);
  }
}

type Entries = Awaited<ReturnType<typeof readZipEntries>>;
/** Of archives in use: an issue of a newspaper opens its pages one by one. */
const known = new WeakMap<ByteSource, Entries>();

async function entriesOf(zip: ByteSource, path: string): Promise<Entries> {
  const entries = known.get(zip) ?? (await readZipEntries(zip, path));
  known.set(zip, entries);
  return entries;
}

/**
 * ZIP archives (PKWARE's APPNOTE.TXT), ZIP64 too: what is stored or deflated. Names that are not marked as UTF-8 are read in
 * the encoding they fit best. Entries whose name leads out of the archive, links and bombs are refused one by one; an archive
 * whose entries share bytes, as a whole. Does not claim documents in the form of a ZIP: DOCX, ODT, EPUB.
 */
export const zip: ContainerReader = {
  name: readerName,
  version: 1,
  claims,
  members,
  async open(content, place, visit) {
    const path = `${visit.path} › ${place.name}`;
    const entries = await entriesOf(content, visit.path);
    if (!entries.ok) return entries;
    const entry = entries.value.find(
      ({ name, span }) => name === place.name && (place.span === null || span.start === place.span.start),
    );
    if (entry === undefined || refusedEntry(entry.name, entry.kind, path) !== null) {
      return fail(archiveError('file-broken', { path, detail: 'it is no longer in its archive' }));
    }
    const unpacked = await zipContent(content, entry, path, visit);
    return unpacked.ok ? ok(unpacked.value.content) : unpacked;
  },
};
