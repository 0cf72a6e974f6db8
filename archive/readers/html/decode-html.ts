import iconv from 'iconv-lite';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { ArticleWarning } from '../../model/article.ts';
import type { DecodeFailure } from '../../text/decode.ts';
import { decodeWarnings, sourceText } from '../source-text.ts';
import type { SourceFile } from '../reader.ts';
import { declaredEncoding, encodingOfLabel } from './encoding-labels.ts';

/** A page's text and how it was decoded. */
export interface DecodedPage {
  readonly text: string;
  /** The WHATWG name of the encoding, in lower case. */
  readonly encoding: string;
  readonly warnings: readonly ArticleWarning[];
}

/** At most one character in so many may be without meaning in an encoding that the page declares. */
const lostShare = 1 / 200;
/** So many characters of more than one byte, and none broken, make bytes UTF-8 whatever is declared. */
const utf8Evidence = 4;

const hasMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) ||
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff);

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The bytes in an encoding that they or their container declare; null when it is plainly a wrong one. */
function decodeDeclared(bytes: Uint8Array, encoding: string): DecodedPage | null {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  const lost = countOf(text, /\ufffd/gu);
  if (lost > Math.max(3, text.length * lostShare) || text.includes('\0')) return null;
  return { text, encoding, warnings: lost > 0 ? [{ code: 'characters-lost', count: lost }] : [] };
}

/**
 * Bytes of HTML to text in the order of the WHATWG's standard (HTML, 13.2.3.2): a byte order mark, the charset of the
 * container, the declaration in the page, else what the bytes look like. It differs where a browser would show
 * gibberish: bytes that are not of the declared encoding, or that are UTF-8 beyond doubt, are taken for what they are.
 */
export function decodeHtml(source: SourceFile): Result<DecodedPage, DecodeFailure> {
  const { bytes, capture } = source;
  const looks = sourceText(source);
  const declared = hasMark(bytes)
    ? null
    : (encodingOfLabel(capture?.charset ?? '') ?? declaredEncoding(bytes));
  const isUtf8 =
    looks.ok &&
    looks.value.encoding === 'utf-8' &&
    looks.value.confidence === null &&
    (declared === 'utf-8' || countOf(looks.value.text.slice(0, 100_000), /[^\0-\x7f]/gu) >= utf8Evidence);
  if (declared !== null && !isUtf8) {
    const page = decodeDeclared(bytes, declared);
    if (page !== null) return ok(page);
  }
  if (!looks.ok) return fail(looks.error);
  return ok({
    text: looks.value.text,
    encoding: looks.value.encoding,
    warnings: decodeWarnings(looks.value),
  });
}
