import { open } from 'node:fs/promises';
import { posix } from 'node:path';
import type { Library } from '../library/library.ts';
import { originalBytesOf } from '../original-bytes.ts';
import type { Article, MemberPlace } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import { imageKind, mostImageBytes } from '../model/image-kind.ts';
import type { Scan } from '../model/new-article.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { fileSource, wholeOf } from '../readers/access/byte-source.ts';
import { Spool } from '../readers/access/spool.ts';
import { reopen } from '../readers/reopen.ts';

const picture = /!\[[^\]\n]{0,1000}\]\(\s*<?([^()<>\s]{1,500})>?[^()\n]{0,500}\)/u;

/** The place of the picture that a text in Markdown names first, in the same archive; null when it names none there. */
function placeOf(markdown: string, text: MemberPlace): MemberPlace | null {
  const named = picture.exec(markdown)?.[1];
  if (named === undefined || /^[a-z][a-z\d+.-]*:|^\//iu.test(named)) return null;
  return { ...text, name: posix.join(posix.dirname(text.name), named), span: null };
}

async function memberBytes(
  { originals }: Library,
  { original }: Article,
  members: readonly MemberPlace[],
): Promise<Uint8Array | null> {
  const spool = new Spool(originals.temporary);
  const handle = await open(originals.pathOf(original.sha256), 'r');
  try {
    const { size } = await handle.stat();
    const opened = await reopen(fileSource(handle, size), members, { path: original.name, spool });
    return opened.ok && opened.value.size <= mostImageBytes ? await wholeOf(opened.value) : null;
  } finally {
    await spool.close();
    await handle.close();
  }
}

/**
 * The picture of a clipping: the first that its Markdown names and its archive holds. Null for every other article. Errors: those
 * of its original. Throws what the system throws.
 */
export async function scanOf(library: Library, article: Article): Promise<Result<Scan | null, ArchiveError>> {
  const { members, reader } = article.original;
  const text = members.at(-1);
  if (reader.name !== 'markdown' || text?.reader !== 'zip') return ok(null);
  const markdown = await originalBytesOf(library, article);
  if (!markdown.ok) return markdown;
  const place = placeOf(Buffer.from(markdown.value).toString('utf8'), text);
  if (place === null) return ok(null);
  const bytes = await memberBytes(library, article, [...members.slice(0, -1), place]);
  const kind = bytes === null ? null : imageKind(bytes);
  return ok(bytes === null || kind === null ? null : { kind, name: place.name, bytes });
}
