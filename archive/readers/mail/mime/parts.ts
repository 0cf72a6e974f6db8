import { readHeaderFields } from './header-fields.ts';
import type { HeaderFields } from './header-fields.ts';
import { readStructured } from './parameters.ts';
import type { StructuredValue } from './parameters.ts';
import { decodeTransfer } from './transfer.ts';

/** Parts within parts that are looked into, and parts of one mail. */
const deepest = 20;
const mostParts = 5_000;

/** A mail, or a part of one (RFC 2045, RFC 2046). */
export interface MailPart {
  readonly headers: HeaderFields;
  /** `text/plain`; what it is by default when it says nothing, or nonsense. */
  readonly type: string;
  readonly contentType: StructuredValue;
  readonly disposition: StructuredValue;
  /** The parts of a multipart, in their order. */
  readonly children: readonly MailPart[];
  /** The content of any other part, transfer encoding undone. */
  content(): Buffer;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const dash = 0x2d;

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

/** Whether a line beginning at `at` is the delimiter, and whether it is the last. */
function delimiterAt(bytes: Buffer, at: number, end: number, mark: Buffer): 'between' | 'last' | null {
  if (at + mark.length > end || bytes.compare(mark, 0, mark.length, at, at + mark.length) !== 0) return null;
  let after = at + mark.length;
  const isLast = bytes[after] === dash && bytes[after + 1] === dash;
  if (isLast) after += 2;
  // A last delimiter that lost a stroke is still no text.
  else if (bytes[after] === dash) after += 1;
  while (after < end && isBlank(bytes[after])) after += 1;
  return after >= end || bytes[after] === 0x0a ? (isLast ? 'last' : 'between') : null;
}

/** The parts between the delimiter lines (RFC 2046, 5.1.1). What is cut off has no last delimiter. */
function split(bytes: Buffer, { start, end }: Range, boundary: string): Range[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const ranges: Range[] = [];
  let from: number | null = null;
  for (let at = start; at < end;) {
    const found = bytes.indexOf(mark, at);
    if (found === -1 || found >= end) break;
    const isLineStart = found === start || bytes[found - 1] === 0x0a;
    const kind = isLineStart ? delimiterAt(bytes, found, end, mark) : null;
    at = found + mark.length;
    if (kind === null) continue;
    if (from !== null) ranges.push({ start: from, end: lineEndBefore(bytes, from, found) });
    if (kind === 'last') return ranges;
    const feed = bytes.indexOf(0x0a, at);
    from = feed === -1 || feed >= end ? end : feed + 1;
    at = from;
    if (ranges.length >= mostParts) return ranges;
  }
  if (from !== null && from < end) ranges.push({ start: from, end });
  return ranges;
}

/** The line end before a delimiter belongs to it. */
function lineEndBefore(bytes: Buffer, from: number, at: number): number {
  let end = at;
  if (end > from && bytes[end - 1] === 0x0a) end -= 1;
  if (end > from && bytes[end - 1] === 0x0d) end -= 1;
  return end;
}

/** Some programs write `text` alone; a text is what it is then. */
function typeOf({ value }: StructuredValue, byDefault: string): string {
  if (/^[^\s/]+\/[^\s/]+$/u.test(value)) return value;
  return value === 'text' || value === 'html' ? (value === 'html' ? 'text/html' : 'text/plain') : byDefault;
}

class PartReading {
  private readonly bytes: Buffer;
  private count = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  part(range: Range, depth: number, byDefault: string): MailPart {
    this.count += 1;
    const { headers, bodyStart } = readHeaderFields(this.bytes, range.start, range.end);
    const contentType = readStructured(headers.raw('content-type'));
    const type = typeOf(contentType, byDefault);
    const charset = contentType.parameters.get('charset') ?? null;
    headers.charset = charset;
    const body = { start: Math.min(bodyStart, range.end), end: range.end };
    const children = type.startsWith('multipart/') ? this.children(body, contentType, type, depth) : [];
    // A multipart without parts is what it looks like.
    const isText = type.startsWith('multipart/') && children.length === 0;
    const encoding = headers.raw('content-transfer-encoding') ?? '';
    return {
      headers,
      type: isText ? 'text/plain' : type,
      contentType,
      disposition: readStructured(headers.raw('content-disposition')),
      children,
      content: () => decodeTransfer(this.bytes.subarray(body.start, body.end), isText ? '' : encoding),
    };
  }

  private children(body: Range, contentType: StructuredValue, type: string, depth: number): MailPart[] {
    const boundary = contentType.parameters.get('boundary') ?? '';
    if (boundary === '' || depth >= deepest) return [];
    const byDefault = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const parts: MailPart[] = [];
    for (const range of split(this.bytes, body, boundary)) {
      if (this.count >= mostParts) break;
      parts.push(this.part(range, depth + 1, byDefault));
    }
    return parts;
  }
}

/** The parts of a mail, within limits on their depth and number: what lies beyond them is not looked into. */
export function readParts(bytes: Buffer): MailPart {
  return new PartReading(bytes).part({ start: 0, end: bytes.length }, 0, 'text/plain');
}
