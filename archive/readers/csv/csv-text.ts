import { decodeAs, decodeText } from '../../text/decode.ts';
import type { TextEncoding } from '../../text/decode.ts';
import type { ArticleWarning } from '../../model/article.ts';
import { decodeWarnings } from '../source-text.ts';

/** How the text of a table is coded. */
export interface CsvCoding {
  readonly encoding: TextEncoding;
  /** The length of the byte order mark. */
  readonly mark: number;
  /** Of every row: that the encoding was guessed. */
  readonly warnings: readonly ArticleWarning[];
}

/** The beginning of a table as text. `head` may end inside a character: what follows its last line end is left out. */
export function codingOf(head: Buffer, complete: boolean): { coding: CsvCoding; text: string } | null {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const lineEnd = head.lastIndexOf(0x0a);
  const whole = complete || lineEnd === -1 ? head.length : lineEnd + 1;
  const decoded = decodeText(head.subarray(0, isWide || head.includes(0) ? whole - (whole % 2) : whole));
  if (!decoded.ok) return null;
  const { text, encoding } = decoded.value;
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return {
    coding: { encoding, mark: isWide ? 2 : isMarked ? 3 : 0, warnings: decodeWarnings(decoded.value) },
    text,
  };
}

/** Whether code units have two bytes. */
export function isWide({ encoding }: CsvCoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** A row's text, by the encoding of the file; a row that is not UTF-8 among others that are is guessed on its own. */
export function rowCoding(bytes: Buffer, coding: CsvCoding): CsvCoding {
  if (coding.encoding !== 'utf-8' || !decodeAs(bytes, 'utf-8').includes('\ufffd')) return coding;
  const decoded = decodeText(bytes);
  if (!decoded.ok) return coding;
  return { ...coding, encoding: decoded.value.encoding, warnings: decodeWarnings(decoded.value) };
}
