import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { wholeOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import { zipContent } from '../archives/zip-content.ts';
import type { ZipContent } from '../archives/zip-content.ts';
import { readZipEntries } from '../archives/zip-entries.ts';
import type { ZipEntry } from '../archives/zip-entries.ts';
import type { ContainerVisit } from '../member.ts';

/** The entries of a WACZ by their paths, and their bytes. */
export interface WaczEntries {
  readonly names: readonly string[];
  /** Null when there is no such entry. */
  content(name: string): Promise<Result<ZipContent, ArchiveError> | null>;
}

/** Whether a path leads into the archive: others are passed over. */
function isSafe(name: string): boolean {
  return !/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/iu.test(name) && name.length <= 4_096;
}

/** Reads the directory of the ZIP. Errors: those of `readZipEntries`. */
export async function openWacz(
  content: ByteSource,
  visit: Pick<ContainerVisit, 'path' | 'spool'>,
): Promise<Result<WaczEntries, ArchiveError>> {
  const entries = await readZipEntries(content, visit.path);
  if (!entries.ok) return entries;
  const files = new Map<string, ZipEntry>();
  for (const entry of entries.value) {
    if (entry.kind === 'file' && isSafe(entry.name) && !files.has(entry.name)) files.set(entry.name, entry);
  }
  return ok({
    names: [...files.keys()],
    content: async (name) => {
      const entry = files.get(name);
      return entry === undefined ? null : zipContent(content, entry, `${visit.path} › ${name}`, visit);
    },
  });
}

/** All bytes of a small file in the archive; null when it is missing, broken or larger than `limit`. */
export async function smallFile(
  entries: WaczEntries,
  name: string,
  limit: number,
): Promise<Uint8Array | null> {
  const content = await entries.content(name);
  if (content === null || !content.ok || content.value.content.size > limit) return null;
  return wholeOf(content.value.content);
}

/** What a listed file that is not there is told by. */
export function missingFile(path: string, name: string): Result<never, ArchiveError> {
  const detail = 'it is listed, but not in the file';
  return fail(archiveError('record-broken', { path: `${path} › ${name}`, detail }));
}
