import { codingOf, isWide } from '../csv/csv-text.ts';
import type { SourceFile } from '../reader.ts';

const headLength = 64 * 1024;

/** The beginning of a text file, without a byte order mark; null when it is no text, or UTF-16. */
export function headText({ bytes }: SourceFile): string | null {
  const head = Buffer.from(bytes.subarray(0, headLength));
  const decoded = codingOf(head, bytes.length <= headLength);
  return decoded === null || isWide(decoded.coding) ? null : decoded.text;
}
