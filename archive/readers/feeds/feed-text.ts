import iconv from 'iconv-lite';
import type { ArticleWarning } from '../../model/article.ts';
import type { SourceFile } from '../reader.ts';
import { decodeXml } from '../xml/xml-text.ts';
import type { DecodedXml } from '../xml/xml-text.ts';

const declaration = /^[^<]{0,100}<\?xml[^>]{0,500}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/u;
/** At most one character in so many may be lost where the file says its encoding itself. */
const lostShare = 1 / 200;

/** Encodings of two and four bytes show in how `<` or a mark is written (XML 1.0, appendix F). */
function wideEncoding([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0x3c && b === 0 && c === 0) return d === 0 ? 'utf-32le' : null;
  if (a === 0 && b === 0 && c === 0) return d === 0x3c ? 'utf-32be' : null;
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 ? 'utf-16be' : null;
}

function named({ bytes, capture }: SourceFile): string | null {
  const head = Buffer.from(bytes.subarray(0, 1_000)).toString('latin1');
  const label = capture?.charset ?? declaration.exec(head)?.[1] ?? null;
  return label !== null && iconv.encodingExists(label) ? label : null;
}

function decodeNamed(bytes: Uint8Array, encoding: string): DecodedXml | null {
  const text = iconv.decode(Buffer.from(bytes), encoding);
  const lost = text.match(/\ufffd/gu)?.length ?? 0;
  if (lost > Math.max(2, text.length * lostShare)) return null;
  const warnings: readonly ArticleWarning[] = lost === 0 ? [] : [{ code: 'characters-lost', count: lost }];
  return { text, encoding: encoding.toLowerCase(), warnings };
}

/** Characters of Windows-1252 that were taken for ISO 8859-1 on the way: as such they are controls that nobody prints. */
const controls = /[\x80-\x9f]/gu;

function repaired(decoded: DecodedXml): DecodedXml {
  if (!/[\x80-\x9f]/u.test(decoded.text)) return decoded;
  const text = decoded.text.replace(controls, (sign) => {
    return iconv.decode(Buffer.from([sign.charCodeAt(0)]), 'windows-1252');
  });
  return { ...decoded, text };
}

/** The text of a feed: what `decodeXml` says, UTF-32 besides, and a declared encoding believed though a little is broken. */
export function decodeFeed(source: SourceFile): DecodedXml | null {
  const decoded = decodeAny(source);
  return decoded === null ? null : repaired(decoded);
}

function decodeAny(source: SourceFile): DecodedXml | null {
  const wide = wideEncoding(source.bytes);
  if (wide !== null) return decodeNamed(source.bytes, wide);
  const decoded = decodeXml(source);
  const isGuess = decoded?.warnings.some(({ code }) => code === 'encoding-guessed') ?? true;
  const label = isGuess ? named(source) : null;
  return (label === null ? null : decodeNamed(source.bytes, label)) ?? decoded;
}

/** The beginning of a file in whatever encoding, good enough to see which format it is. */
export function feedHead(bytes: Uint8Array, length: number): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length));
  const isWide = wideEncoding(head) !== null || (head[0] ?? 0) >= 0xfe;
  // Of encodings with several bytes a character only the ASCII counts here.
  const text = head.toString('latin1');
  return isWide ? text.replaceAll('\0', '').replace(/^[\xff\xfe]+/u, '') : text.replace(/^\xef\xbb\xbf/u, '');
}
