import iconv from 'iconv-lite';

/** How much of a file is looked at. */
const looked = 65_536;

/** What may stand before the first tag of a page: blanks, comments (`saved from url`), an XML declaration. */
const prolog = /^(?:\s+|<!--(?:[^-]|-(?!->))*-->|<\?xml[^>]{0,300}>|<\?[a-z][^>]{0,300}>)*/iu;
const doctype = /^<!doctype\s+html\b/iu;
const outermost = /^<(?:html|head|body|frameset)(?=[\s/>])/iu;
const otherwise =
  /^<(?:title|meta|link|script|style|base|div|p|table|center|font|h[1-6]|article|section|main|header|a|b|br|hr|img|span|strong|ul|ol)(?=[\s/>])/iu;
const tags =
  /<\/?(?:p|br|div|td|tr|table|span|a|b|i|font|h[1-6]|li|ul|ol|img|strong|em|center|section)(?=[\s/>])/giu;
/** Beginnings of what has tags in it and is another format. */
const otherFormats = /^\s*(?:[{[]|---|\+\+\+|WARC\/|[\w-]{1,40}:\s|From \S+@|#|%)/u;

const fewTags = 3;
const manyTags = 20;

function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, looked));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(head, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(head, 'utf-16be');
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return head.toString('latin1', hasMark ? 3 : 0);
}

/**
 * Whether bytes are a page: a document type or an outermost element of HTML, or, without an XML declaration, an element of
 * HTML and some more tags, or text full of tags. XML of other vocabularies is not.
 */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = headOf(bytes).replace(/^\ufeff/u, '');
  if (head.includes('\0')) return false;
  const before = prolog.exec(head)?.[0] ?? '';
  const text = head.slice(before.length);
  if (doctype.test(text) || outermost.test(text)) return true;
  if (/<\?xml\b/iu.test(before) || /^<[!?]/u.test(text)) return false;
  const count = text.match(tags)?.length ?? 0;
  if (text.startsWith('<')) return otherwise.test(text) && count >= fewTags;
  return count >= manyTags && !otherFormats.test(text);
}
