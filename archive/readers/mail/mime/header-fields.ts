import { isUtf8 } from 'node:buffer';
import { decodeCharset } from './charset.ts';
import { decodeWords } from './encoded-words.ts';

/** The longest header section that is read, in bytes, and the most fields of it. */
const longestSection = 1024 * 1024;
const mostFields = 2_000;
const longestValue = 64 * 1024;

const lineFeed = 0x0a;

interface Field {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The header section of a mail or of one of its parts (RFC 5322, 2.2). */
export class HeaderFields {
  private readonly fields: readonly Field[];
  /** The declared encoding of the text, for headers in bare bytes that are no UTF-8. */
  charset: string | null = null;

  constructor(fields: readonly Field[]) {
    this.fields = fields;
  }

  /** The names, in lower case, each as often as it stands there. */
  get names(): readonly string[] {
    return this.fields.map(({ name }) => name);
  }

  /** The first field of a name that is not empty, unfolded, as it stands: bytes as Latin-1; null when there is none. */
  raw(name: string): string | null {
    for (const field of this.fields) {
      const value = field.name === name ? field.bytes.toString('latin1').trim() : '';
      if (value !== '') return value;
    }
    return null;
  }

  /** The same as text: encoded words (RFC 2047) and bare UTF-8 (RFC 6532) decoded, on one line. */
  text(name: string): string | null {
    for (const field of this.fields) {
      if (field.name !== name) continue;
      const value = this.decode(field.bytes);
      if (value !== '') return value;
    }
    return null;
  }

  /** Bare bytes of a header as text. */
  decode(bytes: Buffer): string {
    const isPlain = !bytes.some((byte) => byte > 0x7f || byte === 0x1b);
    const text = isPlain
      ? bytes.toString('latin1')
      : decodeCharset(bytes, isUtf8(bytes) ? null : this.charset).text;
    return decodeWords(text)
      .replace(/[\s\0-\x1f\x7f]+/gu, ' ')
      .trim();
  }
}

/** A header section, and where the body begins. */
export interface HeaderSection {
  readonly headers: HeaderFields;
  readonly bodyStart: number;
}

const fieldStart = /^([!-9;-~]{1,200})[ \t]*:/u;

/**
 * Reads the header section at `start`. It ends at the first blank line. Lines that are no field, such as the `From ` line
 * of an mbox, are passed over.
 */
export function readHeaderFields(bytes: Buffer, start: number, end: number): HeaderSection {
  const fields: { name: string; parts: Buffer[] }[] = [];
  let length = 0;
  let at = start;
  while (at < end && at - start < longestSection) {
    const feed = bytes.indexOf(lineFeed, at);
    const next = feed === -1 || feed >= end ? end : feed + 1;
    const line = bytes.subarray(at, next);
    at = next;
    const text = line.toString('latin1', 0, 300);
    if (text.trim() === '' && !/^[ \t]+\r?\n?$/u.test(text)) break;
    const last = fields.at(-1);
    if (/^[ \t]/u.test(text)) {
      length += line.length;
      if (last !== undefined && length <= longestValue) last.parts.push(line);
      continue;
    }
    const name = fieldStart.exec(text);
    if (name === null || fields.length >= mostFields) continue;
    length = line.length;
    fields.push({ name: (name[1] ?? '').toLowerCase(), parts: [line.subarray(name[0].length)] });
  }
  const headers = new HeaderFields(fields.map(({ name, parts }) => ({ name, bytes: unfolded(parts) })));
  return { headers, bodyStart: at };
}

/** The line ends go, the blanks that follow them stay (RFC 5322, 2.2.3). */
function unfolded(parts: readonly Buffer[]): Buffer {
  const lines = parts.map((part) => {
    let end = part.length;
    while (end > 0 && (part[end - 1] === lineFeed || part[end - 1] === 0x0d)) end -= 1;
    return part.subarray(0, end);
  });
  return Buffer.concat(lines).subarray(0, longestValue);
}
