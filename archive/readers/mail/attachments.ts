import type { MemberPlace } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { memorySource } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { Member } from '../member.ts';
import { fileNameOf, mailBody } from './mail-body.ts';
import { readParts } from './mime/parts.ts';
import type { MailPart } from './mime/parts.ts';

/** The most attachments of one mail. */
const mostAttached = 1_000;
const longestName = 200;

/** Ends of names for parts that have none. */
const endings: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'message/news': 'eml',
};

function nameOf(part: MailPart, number: number): string {
  const given = fileNameOf(part)
    ?.replace(/[\\/]/gu, '_')
    .replace(/[\0-\x1f\x7f]+/gu, ' ')
    .trim()
    .slice(0, longestName);
  if (given !== undefined && given !== '') return given;
  const ending = endings[part.type];
  return `attachment ${number}${ending === undefined ? '' : `.${ending}`}`;
}

/** Names by which the attachments of a mail are told apart: its own, and a number behind those that come again. */
function namesOf(parts: readonly MailPart[]): readonly string[] {
  const seen = new Map<string, number>();
  return parts.map((part, at) => {
    const name = nameOf(part, at + 1);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/**
 * The attachments of a mail as members. `place` is that of the mail when it is one of many in a file: the reader that opens
 * it again, and its bytes.
 */
export function membersOf(
  parts: readonly MailPart[],
  place: Pick<MemberPlace, 'reader' | 'span'>,
): readonly Member[] {
  const attached = parts.slice(0, mostAttached);
  const names = namesOf(attached);
  return attached.flatMap((part, at): Member[] => {
    const content = memorySource(part.content());
    if (content.size === 0) return [];
    const charset = part.contentType.parameters.get('charset') ?? null;
    const capture = { url: null, captured: null, mediaType: part.type, charset };
    const { reader, span } = place;
    const own = { reader, name: names[at] ?? '', span };
    return [{ name: nameOf(part, at + 1), place: own, capture, content, warnings: [] }];
  });
}

/** The bytes of an attachment, by the place that reading the mail gave. Error: `file-broken` when it is not there. */
export function openAttachment(
  bytes: Uint8Array,
  place: MemberPlace,
  path: string,
): Result<ByteSource, ArchiveError> {
  const mail = readParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { attached } = mailBody(mail);
  const part = attached[namesOf(attached.slice(0, mostAttached)).indexOf(place.name)];
  if (part !== undefined) return ok(memorySource(part.content()));
  const detail = `the mail has no attachment ${place.name}`;
  return fail(archiveError('file-broken', { path, detail }));
}
