import type { ArticleWarning, MemberPlace } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ContainerVisit, Member } from '../member.ts';
import { noCapture, refusedEntry } from './entries.ts';
import { SavedPages, baseName, isLitterPath } from './entry-kinds.ts';
import { mostEntries } from './safety.ts';
import { tarEntries } from './tar-entries.ts';
import type { TarEntry, TarGap } from './tar-entries.ts';
import type { Tape } from './tape.ts';

function refused(entry: TarEntry, pages: SavedPages, path: string): ArchiveError | null {
  const { kind, name } = entry;
  if (kind === 'sparse') return archiveError('unsupported', { path, detail: 'a file with holes' });
  if (kind === 'continued') {
    return archiveError('unsupported', { path, detail: 'the end of a file that begins in another archive' });
  }
  const unsafe = refusedEntry(name, kind, path);
  if (unsafe !== null) return unsafe;
  pages.add(name);
  const mediaType = pages.otherMedia(name);
  return mediaType === null ? null : archiveError('other-media', { path, mediaType });
}

function damage({ kind, start }: TarGap, path: string): ArchiveError {
  if (kind === 'cut') return archiveError('file-broken', { path, detail: 'its end is missing' });
  const detail = 'there is no entry where one should be';
  return archiveError('record-broken', { path: `${path} › byte ${start}`, detail });
}

/**
 * The members of a tar file; `reader` is the one that opens their places again. Parts of saved pages are known as such when
 * the page comes before them, or is among `pages`.
 */
export async function* tarMembers(
  tape: Tape,
  reader: string,
  visit: ContainerVisit,
  pages = new SavedPages(),
): AsyncGenerator<Result<Member, ArchiveError>> {
  let count = 0;
  for await (const entry of tarEntries(tape, visit.signal)) {
    count += 1;
    if (count > mostEntries) {
      const detail = 'it has more than a million entries';
      yield fail(archiveError('archive-unsafe', { path: visit.path, detail }));
      return;
    }
    if (!('name' in entry)) {
      yield fail(damage(entry, visit.path));
      continue;
    }
    const { name, size, span } = entry;
    if (entry.kind === 'folder' || isLitterPath(name)) continue;
    const reason = refused(entry, pages, `${visit.path} › ${name}`);
    if (reason !== null) {
      yield fail(reason);
      continue;
    }
    const content = await tape.part(size);
    const warnings: readonly ArticleWarning[] = content.size < size ? [{ code: 'cut-off' }] : [];
    const place = { reader, name, span };
    yield ok({ name: baseName(name), place, capture: noCapture, content, warnings });
  }
}

/** The saved pages on a tape that can be read again. */
export async function savedPagesOn(tape: Tape, visit: ContainerVisit): Promise<SavedPages> {
  const pages = new SavedPages();
  for await (const entry of tarEntries(tape, visit.signal)) {
    if (entry.kind === 'file') pages.add(entry.name);
  }
  return pages;
}

/** The entry at a place, of a tape that stands at the beginning of its span, or before it. */
export async function openInTar(
  tape: Tape,
  place: MemberPlace,
  visit: ContainerVisit,
): Promise<Result<ByteSource, ArchiveError>> {
  const path = `${visit.path} › ${place.name}`;
  for await (const entry of tarEntries(tape, visit.signal)) {
    const isIt = entry.kind === 'file' && entry.name === place.name;
    if (isIt && refusedEntry(entry.name, entry.kind, path) === null) return ok(await tape.part(entry.size));
    if (place.span !== null) break;
  }
  return fail(archiveError('file-broken', { path, detail: 'it is no longer in its archive' }));
}
