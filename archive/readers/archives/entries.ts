import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { Capture } from '../reader.ts';
import { unsafeName } from './safety.ts';

/** What a thing in an archive is, beside its bytes. */
export type EntryKind = 'file' | 'folder' | 'link' | 'device';

/** An archive says nothing of where its files come from. */
export const noCapture: Capture = { url: null, captured: null, mediaType: null, charset: null };

/** The error of an entry that is refused by its name or its kind; null when it may be read. */
export function refusedEntry(name: string, kind: EntryKind, path: string): ArchiveError | null {
  const what = unsafeName(name) ?? (kind === 'link' ? 'a link to another file' : null);
  const detail = what ?? (kind === 'device' ? 'a device, not a file' : null);
  // A NUL or a mile of letters has no place in a report.
  const shown = path.replaceAll('\0', '␀').slice(0, 1_000);
  return detail === null ? null : archiveError('archive-unsafe', { path: shown, detail });
}
