import type { ByteCursor } from './byte-cursor.ts';

const mostFields = 1_000;

/** UTF-8 where it is; else each byte a character, as servers of old meant it. */
export function headerText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return Buffer.from(bytes).toString('latin1');
    throw error;
  }
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x09);
}

function beginsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
}

const isFolded = (line: Uint8Array): boolean => line[0] === 0x20 || line[0] === 0x09;

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
  const lines: string[] = [];
  for (let left = limit; ;) {
    if (stop !== undefined && beginsWith(await cursor.peek(stop.length), stop)) return null;
    const line = await cursor.line(left);
    if (line === null && !(await cursor.atEnd())) return null;
    if (line === null || isBlank(line)) break;
    left -= line.length;
    const text = headerText(line).trim();
    const last = lines.length - 1;
    if (isFolded(line) && last >= 0) lines[last] += ` ${text}`;
    else lines.push(text);
  }
  return fieldsOf(lines);
}

function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name) && fields.size < mostFields) {
      fields.set(name, line.slice(colon + 1).trim());
    }
  }
  return fields;
}
