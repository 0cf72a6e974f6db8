import type { MemberPlace } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { ByteSource } from './access/byte-source.ts';
import type { Spool } from './access/spool.ts';
import { openerOf } from './registry.ts';

/**
 * Goes the way into containers that led to an article, and gives the bytes at its end; they are good until the spool is
 * closed. `path` is the outermost file's, for messages. Errors: `file-broken`, and what the containers' readers say.
 */
export async function reopen(
  content: ByteSource,
  members: readonly MemberPlace[],
  { path, spool }: { readonly path: string; readonly spool: Spool },
): Promise<Result<ByteSource, ArchiveError>> {
  let source = content;
  let shown = path;
  for (const place of members) {
    const opener = openerOf(place.reader);
    if (opener === null) {
      const detail = `nothing opens ${place.reader}`;
      return fail(archiveError('file-broken', { path: shown, detail }));
    }
    const visit = { path: shown, spool: (pieces: AsyncIterable<Uint8Array>) => spool.take(pieces) };
    const opened = await opener.open(source, place, visit);
    if (!opened.ok) return opened;
    source = opened.value;
    shown = `${shown} › ${place.name}`;
  }
  return ok(source);
}
