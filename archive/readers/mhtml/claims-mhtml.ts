import { readMediaType } from '../mime/media-type.ts';
import { readHeaders } from '../mime/mime-headers.ts';
import type { MimeHeaders } from '../mime/mime-headers.ts';

/** Header fields that only what was sent has. */
const ofMail = [
  'received',
  'message-id',
  'return-path',
  'delivered-to',
  'to',
  'x-received',
  'reply-to',
  'in-reply-to',
  'dkim-signature',
];
const location = /(?:^|[\r\n])content-location[ \t]*:/iu;
const htmlPart = /(?:^|[\r\n])content-type[ \t]*:\s*(?:text\/html|application\/xhtml\+xml|multipart\/)/iu;
const headLimit = 65_536;

/** Where the header begins: behind a byte order mark and blank lines. */
export function archiveStart(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 1_000 && (bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x20)) at += 1;
  return at;
}

/** Whether a program that saves pages says that it wrote this. */
function isSaved(headers: MimeHeaders): boolean {
  return /saved by/iu.test(headers.get('from') ?? '') || headers.has('snapshot-content-location');
}

/**
 * Whether bytes are a web archive (RFC 2557) rather than a mail: a header with `multipart/related` and a page in it, or of
 * `text/html` alone, that says where the page is from and not to whom it was sent.
 */
export function looksLikeMhtml(bytes: Uint8Array): boolean {
  const start = archiveStart(bytes);
  const { headers, end } = readHeaders(bytes.subarray(start, start + headLimit));
  const type = readMediaType(headers.get('content-type'))?.type;
  if (type === undefined || (!isSaved(headers) && ofMail.some((name) => headers.has(name)))) return false;
  const isLocated = isSaved(headers) || headers.has('content-location');
  if (type === 'text/html') return isLocated;
  if (type !== 'multipart/related' && !(type.startsWith('multipart/') && isSaved(headers))) return false;
  if (isSaved(headers)) return true;
  const text = Buffer.from(bytes.subarray(start + end, start + headLimit)).toString('latin1');
  return htmlPart.test(text) && (isLocated || location.test(text) || !headers.has('from'));
}
