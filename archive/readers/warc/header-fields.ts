import { isUtf8 } from 'node:buffer';
import type { ByteCursor } from './byte-cursor.ts';

const mostFields = 1_000;
/** Most headers are shorter: they are seen at once. */
const firstLook = 2_048;
const lineFeed = 0x0a;

/** UTF-8 where it is; else each byte a character, as servers of old meant it. */
export function headerText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}

const isBlank = (byte: number | undefined): boolean => byte === 0x0d || byte === 0x20 || byte === 0x09;

/** The end of the first line that is empty, with its line end; null when there is none. */
function endOfEmptyLine(bytes: Uint8Array): number | null {
  for (let start = 0; start < bytes.length;) {
    let at = start;
    while (isBlank(bytes[at])) at += 1;
    if (bytes[at] === lineFeed) return at + 1;
    const end = bytes.indexOf(lineFeed, at);
    if (end === -1) return null;
    start = end + 1;
  }
  return null;
}

interface Extent {
  readonly bytes: Uint8Array;
  /** Whether they run into the line that no header holds. */
  readonly stopped: boolean;
}

/** What comes before an empty line, with it, or before the line to stop at, or before the end; null beyond the limit. */
async function extentOf(cursor: ByteCursor, limit: number, stop: string | undefined): Promise<Extent | null> {
  for (let look = firstLook; ; look *= 4) {
    const wanted = Math.min(look, limit);
    const bytes = (await cursor.peek(wanted)).subarray(0, limit);
    const stopAt = stop === undefined ? null : lineBeginning(bytes, stop);
    const before = stopAt === null ? bytes : bytes.subarray(0, stopAt);
    const end = endOfEmptyLine(before);
    if (end !== null) return { bytes: bytes.subarray(0, end), stopped: false };
    if (stopAt !== null) return { bytes: before, stopped: true };
    if (bytes.length < wanted) return { bytes, stopped: false };
    if (look >= limit) return null;
  }
}

/**
 * Lines `Name: value` up to an empty one, which is taken too, by their names in lower case; of a name that is given
 * twice the first value. Folded lines are joined (RFC 5322, 2.2.3), lines without a colon left out. The end of the bytes
 * ends them too. Null when they do not end within `limit` bytes, or run into a line that begins with `stop`, which is not
 * taken: each line is read once, however many headers do not end.
 */
export async function readHeaderFields(
  cursor: ByteCursor,
  limit: number,
  stop?: string,
): Promise<ReadonlyMap<string, string> | null> {
  const extent = await extentOf(cursor, limit, stop);
  if (extent === null) return null;
  await cursor.skip(extent.bytes.length);
  return extent.stopped ? null : fieldsOf(headerText(extent.bytes).split('\n'));
}

/** Where the first line that begins with `text` begins. */
function lineBeginning(bytes: Uint8Array, text: string): number | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(text, 0, 'latin1'); at !== -1; at = buffer.indexOf(text, at + 1, 'latin1')) {
    if (at === 0 || buffer[at - 1] === lineFeed) return at;
  }
  return null;
}

function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    if (/^[ \t]/u.test(line)) {
      if (last !== null) fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    last = name === '' || fields.has(name) || fields.size >= mostFields ? null : name;
    if (last !== null) fields.set(last, line.slice(colon + 1).trim());
  }
  return fields;
}
