/** The header fields of a message or a part, by name in lower case, unfolded; of a name that comes twice the first. */
export type MimeHeaders = ReadonlyMap<string, string>;

/** A block of header fields at the beginning of some bytes, and where what follows it begins. */
export interface HeaderBlock {
  readonly headers: MimeHeaders;
  /** Behind the blank line that ends it. */
  readonly end: number;
}

const headerLimit = 256 * 1024;
const fieldLimit = 2_000;
const valueLimit = 16 * 1024;
/** RFC 5322, 2.2: printable ASCII but no colon; a blank before the colon was allowed once. */
const field = /^([!-9;-~]{1,100})[ \t]*:(.*)$/su;

/** The lines of a header, with those that begin with a blank joined to the line before (RFC 5322, 2.2.3). */
function unfolded(text: string): string[] {
  const lines: string[][] = [];
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const last = lines.at(-1);
    if (/^[ \t]/u.test(line) && last !== undefined) last.push(line.trim());
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(' '));
}

/** Where the first blank line begins and ends; the end of the bytes when there is none. */
function blankLine(text: string): { readonly start: number; readonly end: number } {
  const first = /^(?:\r\n|\n|\r)/u.exec(text);
  if (first !== null) return { start: 0, end: first[0].length };
  const match = /\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/u.exec(text);
  return match === null
    ? { start: text.length, end: text.length }
    : { start: match.index, end: match.index + match[0].length };
}

/**
 * Reads the header at a place in a message (RFC 5322; RFC 2045). Lines that are no field are passed over, as writers of
 * mail break titles without folding them. `headers` is empty when the bytes begin with anything else.
 */
export function readHeaders(bytes: Uint8Array, start = 0): HeaderBlock {
  const text = Buffer.from(bytes.subarray(start, start + headerLimit)).toString('latin1');
  const blank = blankLine(text);
  const headers = new Map<string, string>();
  const lines = unfolded(text.slice(0, blank.start)).slice(0, fieldLimit);
  if (!field.test(lines[0] ?? '')) return { headers, end: start };
  for (const line of lines) {
    const match = field.exec(line.slice(0, valueLimit));
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !headers.has(name)) headers.set(name, (match?.[2] ?? '').trim());
  }
  return { headers, end: start + blank.end };
}
