import type { ArticleWarning, Block } from '../../model/article.ts';
import { blocksOfHtml } from '../html/html-blocks.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { decodeCharset } from './mime/charset.ts';
import type { MailText } from './mime/charset.ts';
import { isIso2022, isHz } from './mime/iso-2022.ts';
import type { MailPart } from './mime/parts.ts';
import { blocksOfText } from './text-blocks.ts';

/** What there is to read in a mail, and the parts that stand for themselves. */
export interface MailBody {
  readonly blocks: readonly Block[];
  /** Of the first text; null when there is none. */
  readonly encoding: string | null;
  readonly warnings: readonly ArticleWarning[];
  readonly attached: readonly MailPart[];
  /** Whether there are parts that cannot be read without a key. */
  readonly isEncrypted: boolean;
}

/** The largest text of one part that is read, in bytes: longer ones are logs, or an attack. */
const longestText = 2_000_000;
const tooLong: ArticleWarning = { code: 'part-missing', part: 'the text beyond its first 2 MB' };

/** Kinds of part that are about the mail, not in it. */
const silent =
  /^(?:image|audio|video|font)\/|^(?:message\/(?:delivery-status|disposition-notification|feedback-report|partial|external-body)|text\/(?:rfc822-headers|css|calendar|x-vcard|vcard|directory|x-amp-html)|application\/(?:pgp-signature|(?:x-)?pkcs7-signature|pgp-keys|x-amp-html|ics))$/u;
const encrypted = /^(?:application\/(?:pgp-encrypted|(?:x-)?pkcs7-mime)|multipart\/encrypted)$/u;
const messages = /^message\/(?:rfc822|global|news)$/u;

const nothing: MailBody = { blocks: [], encoding: null, warnings: [], attached: [], isEncrypted: false };

/** The name of a part's file; null when it gives none. */
export function fileNameOf({ disposition, contentType }: MailPart): string | null {
  return disposition.parameters.get('filename') ?? contentType.parameters.get('name') ?? null;
}

function isAttachment(part: MailPart): boolean {
  const { value } = part.disposition;
  if (value.startsWith('attachment')) return true;
  const isText = /^text\/(?:plain|html|enriched|richtext)$/u.test(part.type);
  return !isText || (value !== 'inline' && fileNameOf(part) !== null);
}

function htmlOf(part: MailPart, bytes: Buffer): MailText {
  const charset = part.contentType.parameters.get('charset') ?? null;
  const label = (charset ?? '').toLowerCase();
  if (isIso2022(label) || isHz(label)) return decodeCharset(bytes, charset);
  const capture = { url: null, captured: null, mediaType: 'text/html', charset };
  const decoded = decodeHtml({ name: '', path: '', bytes, capture });
  return decoded.ok ? decoded.value : decodeCharset(bytes, charset);
}

/** Some programs send HTML as plain text, or do not say what they send. */
function looksLikeHtml(text: string, isDeclared: boolean): boolean {
  if (/^\s*(?:<!doctype html|<html[\s>])/iu.test(text)) return true;
  return !isDeclared && /^\s*<(?:p|div|table|center|font|h[1-6]|span|body)[\s>]/iu.test(text);
}

/** Text with the marks of text/enriched (RFC 1896): they go, and a single line end is a blank. */
function withoutEnrichment(text: string): string {
  return text
    .replace(/<param>[^<]*<\/param>/giu, '')
    .replace(/<<|<\/?[a-z][a-z-]{0,60}>/giu, (mark) => (mark === '<<' ? '<' : ''));
}

function plainOf(part: MailPart, bytes: Buffer): MailBody {
  const { parameters } = part.contentType;
  const { text, encoding, warnings } = decodeCharset(bytes, parameters.get('charset') ?? null);
  const isDeclared = part.headers.raw('content-type') !== null;
  if (looksLikeHtml(text.slice(0, 500), isDeclared)) {
    return { ...nothing, encoding, warnings, blocks: blocksOfHtml(text) };
  }
  const isFlowed = parameters.get('format')?.toLowerCase() === 'flowed';
  const isDelSp = parameters.get('delsp')?.toLowerCase() === 'yes';
  const isEnriched = /^text\/(?:enriched|richtext)$/u.test(part.type);
  const blocks = blocksOfText(isEnriched ? withoutEnrichment(text) : text, { isFlowed, isDelSp });
  return { ...nothing, encoding, warnings, blocks };
}

function textOf(part: MailPart): MailBody {
  const whole = part.content();
  const bytes = whole.subarray(0, longestText);
  const cut = bytes.length < whole.length ? [tooLong] : [];
  if (part.type !== 'text/html') {
    const body = plainOf(part, bytes);
    return { ...body, warnings: [...body.warnings, ...cut] };
  }
  const { text, encoding, warnings } = htmlOf(part, bytes);
  return { ...nothing, encoding, warnings: [...warnings, ...cut], blocks: blocksOfHtml(text) };
}

function join(bodies: readonly MailBody[]): MailBody {
  return {
    blocks: bodies.flatMap(({ blocks }) => blocks),
    encoding: bodies.find(({ encoding }) => encoding !== null)?.encoding ?? null,
    warnings: bodies.flatMap(({ warnings }) => warnings),
    attached: bodies.flatMap(({ attached }) => attached),
    isEncrypted: bodies.some((body) => body.isEncrypted),
  };
}

function lengthOf({ blocks }: MailBody): number {
  let length = 0;
  for (const block of blocks) {
    if ('text' in block) length += block.text.length;
    else if ('items' in block) length += block.items.join(' ').length;
  }
  return length;
}

/** A text for programs that show no HTML is often only a word about that; the other way round it is the same text. */
const emptyShare = 0.3;

/** Of several forms of the same (RFC 2046, 5.1.4) the last that can be read, unless it has far less in it than another. */
function alternative(parts: readonly MailPart[]): MailBody {
  const bodies = parts.map((part) => bodyOf(part));
  const longest = Math.max(0, ...bodies.map(lengthOf));
  const chosen = bodies.filter((body) => lengthOf(body) > 0 && lengthOf(body) >= longest * emptyShare).at(-1);
  // Another form of the text, which is not read, is no attachment; a file that came with it is.
  const others = bodies
    .filter((body) => body !== chosen)
    .map((body) => ({ ...nothing, attached: body.attached.filter((part) => fileNameOf(part) !== null) }));
  return join([chosen ?? nothing, ...others]);
}

/** The root of parts that belong together (RFC 2387), and what stands for itself beside it. */
function related(part: MailPart): MailBody {
  const start = part.contentType.parameters.get('start');
  const named = part.children.find(
    ({ headers }) => start !== undefined && headers.raw('content-id') === start,
  );
  const root =
    named ?? part.children.find(({ type }) => /^(?:text|multipart)\//u.test(type)) ?? part.children[0];
  const others = part.children.filter(
    (child) => child !== root && child.disposition.value.startsWith('attachment'),
  );
  return join([root === undefined ? nothing : bodyOf(root), ...others.map((child) => bodyOf(child))]);
}

function bodyOf(part: MailPart): MailBody {
  if (encrypted.test(part.type)) {
    const isSigned = part.contentType.parameters.get('smime-type') === 'signed-data';
    return isSigned ? { ...nothing, attached: [part] } : { ...nothing, isEncrypted: true };
  }
  if (part.children.length > 0) {
    if (part.type === 'multipart/alternative') return alternative(part.children);
    if (part.type === 'multipart/related') return related(part);
    if (part.type === 'multipart/signed') return bodyOf(part.children[0] ?? part);
    return join(part.children.map((child) => bodyOf(child)));
  }
  if (silent.test(part.type)) return nothing;
  if (messages.test(part.type) || isAttachment(part)) return { ...nothing, attached: [part] };
  return textOf(part);
}

/** What there is to read in a mail: its text in the best of its forms, and its attachments. */
export function mailBody(mail: MailPart): MailBody {
  // A mail that is one file is that file: its text is read, whatever it is called.
  const isText = mail.type === 'text/plain' || mail.type === 'text/html';
  return isText && mail.children.length === 0 ? textOf(mail) : bodyOf(mail);
}
