import { open } from 'node:fs/promises';
import type { Library } from './library/library.ts';
import { sha256Of } from './library/originals.ts';
import { systemCode } from './library/system-errors.ts';
import type { Article } from './model/article.ts';
import { archiveError } from './model/errors.ts';
import type { ArchiveError } from './model/errors.ts';
import { fail, ok } from './model/result.ts';
import type { Result } from './model/result.ts';
import { fileSource, partOf, wholeOf } from './readers/access/byte-source.ts';
import { Spool } from './readers/access/spool.ts';
import { reopen } from './readers/reopen.ts';

/**
 * The bytes an article was read from, as they came: the file, the member of a container, or the record. Errors:
 * `original-damaged`, and what opening the container says.
 */
export async function originalBytesOf(
  library: Library,
  article: Article,
): Promise<Result<Uint8Array, ArchiveError>> {
  const bytes = await bytesOf(library, article);
  const payload = library.catalogue.payloadOf(article.id);
  // A part of a large file is checked by itself: reading all of it would take too long.
  if (!bytes.ok || payload === null || sha256Of(bytes.value) === payload) return bytes;
  const { sha256 } = article.original;
  return fail(archiveError('original-damaged', { sha256, path: library.originals.pathOf(sha256) }));
}

async function bytesOf(
  { originals }: Library,
  { original }: Article,
): Promise<Result<Uint8Array, ArchiveError>> {
  const { sha256, span, members, name } = original;
  if (members.length === 0) return span === null ? originals.read(sha256) : originals.readSpan(sha256, span);
  const path = originals.pathOf(sha256);
  const spool = new Spool(originals.temporary);
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const opened = await reopen(fileSource(handle, size), members, { path: name, spool });
      if (!opened.ok) return opened;
      const content = span === null ? opened.value : partOf(opened.value, span.start, span.end);
      const bytes = await wholeOf(content);
      return ok(bytes);
    } finally {
      await spool.close();
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return fail(archiveError('original-damaged', { sha256, path }));
  }
}
