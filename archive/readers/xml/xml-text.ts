import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { ArticleWarning } from '../../model/article.ts';
import { decodeWarnings, sourceText } from '../source-text.ts';
import type { SourceFile } from '../reader.ts';

const declaration = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/u;

/** Files that say ISO 8859-1 or ASCII are Windows-1252, as the WHATWG's Encoding Standard has it: its quotation marks are no controls. */
const western = /^(?:iso[-_]?8859-1|latin-?1|us-ascii|ascii)$/iu;

/** The text of an XML file and how it was decoded. */
export interface DecodedXml {
  readonly text: string;
  /** In lower case, as the file or its container names it, or as it was found. */
  readonly encoding: string;
  readonly warnings: readonly ArticleWarning[];
}

/** The encoding that a label stands for. Bytes that are UTF-8 beyond ASCII are, whatever an old declaration says. */
function nameOf(label: string | null, bytes: Uint8Array): string | null {
  if (label === null || /^utf-?8$/iu.test(label)) return label;
  if (bytes.some((byte) => byte > 0x7f) && isUtf8(bytes)) return 'utf-8';
  return western.test(label) ? 'windows-1252' : label;
}

/** What `xmlText` says, with the encoding. */
export function decodeXml(source: SourceFile): DecodedXml | null {
  const { bytes, capture } = source;
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = Buffer.from(bytes.subarray(0, 1_000)).toString('latin1');
  const label = hasMark ? null : (capture?.charset ?? declaration.exec(head)?.[1] ?? null);
  const named = nameOf(label, bytes);
  if (named !== null && iconv.encodingExists(named) && !/^utf-?16/iu.test(named)) {
    const text = iconv.decode(Buffer.from(bytes), named);
    if (!text.includes('\ufffd')) return { text, encoding: named.toLowerCase(), warnings: [] };
  }
  const decoded = sourceText(source);
  if (!decoded.ok) return null;
  const { text, encoding } = decoded.value;
  return { text, encoding, warnings: decodeWarnings(decoded.value) };
}

/**
 * The text of an XML file by RFC 7303: a byte order mark, the charset of its container, the declaration, else UTF-8; when
 * none of them decodes it, what the bytes look like. Null when it is no text.
 */
export function xmlText(source: SourceFile): string | null {
  return decodeXml(source)?.text ?? null;
}
