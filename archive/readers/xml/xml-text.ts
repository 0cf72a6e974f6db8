import iconv from 'iconv-lite';
import { sourceText } from '../source-text.ts';
import type { SourceFile } from '../reader.ts';

const declaration = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/u;

/**
 * The text of an XML file by RFC 7303: a byte order mark, the charset of its container, the declaration, else UTF-8; when
 * none of them decodes it, what the bytes look like. Null when it is no text.
 */
export function xmlText(source: SourceFile): string | null {
  const { bytes, capture } = source;
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = Buffer.from(bytes.subarray(0, 1_000)).toString('latin1');
  const named = hasMark ? null : (capture?.charset ?? declaration.exec(head)?.[1] ?? null);
  if (named !== null && iconv.encodingExists(named) && !/^utf-?16/iu.test(named)) {
    const text = iconv.decode(Buffer.from(bytes), named);
    if (!text.includes('\ufffd')) return text;
  }
  const decoded = sourceText(source);
  return decoded.ok ? decoded.value.text : null;
}
