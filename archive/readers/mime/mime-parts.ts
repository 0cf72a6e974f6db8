import { readHeaders } from './mime-headers.ts';
import type { MimeHeaders } from './mime-headers.ts';
import { readMediaType } from './media-type.ts';
import type { MediaType } from './media-type.ts';
import { decodeTransfer } from './transfer-decoding.ts';

/** A part of a message: with parts of its own, or with content. */
export interface MimePart {
  readonly headers: MimeHeaders;
  /** Null when it says none; RFC 2045, 5.2 takes it for `text/plain` then. */
  readonly mediaType: MediaType | null;
  /** In their order; empty unless it is multipart. */
  readonly parts: readonly MimePart[];
  /** Whether the bytes go on to the delimiter that ends it. */
  readonly isWhole: boolean;
  /** Its bytes, decoded from their transfer encoding; of a multipart what comes as it is. */
  content(): Uint8Array;
}

const limits = { parts: 20_000, depth: 10 } as const;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dash = 0x2d;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isWhole: boolean;
}

/** One line that delimits parts. */
interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly closes: boolean;
}

function isLineStart(bytes: Uint8Array, at: number): boolean {
  return at === 0 || bytes[at - 1] === lineFeed || bytes[at - 1] === carriageReturn;
}

/** What follows the delimiter in its line: blanks, or two dashes that close the multipart. */
function delimiterAt(bytes: Uint8Array, start: number, behind: number): Delimiter | null {
  const closes = bytes[behind] === dash && bytes[behind + 1] === dash;
  let end = closes ? behind + 2 : behind;
  while (bytes[end] === 0x20 || bytes[end] === 0x09) end += 1;
  if (end < bytes.length && bytes[end] !== carriageReturn && bytes[end] !== lineFeed) return null;
  if (bytes[end] === carriageReturn) end += 1;
  if (bytes[end] === lineFeed) end += 1;
  return { start, end: Math.min(end, bytes.length), closes };
}

function* delimiters(bytes: Uint8Array, boundary: string, from: number): Generator<Delimiter> {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = buffer.indexOf(mark, from); at !== -1; at = buffer.indexOf(mark, at + mark.length)) {
    const found = isLineStart(bytes, at) ? delimiterAt(bytes, at, at + mark.length) : null;
    if (found !== null) yield found;
  }
}

/** The line end before a delimiter belongs to it (RFC 2046, 5.1.1). */
function withoutLineEnd(bytes: Uint8Array, start: number, end: number): number {
  let last = end;
  if (last > start && bytes[last - 1] === lineFeed) last -= 1;
  if (last > start && bytes[last - 1] === carriageReturn) last -= 1;
  return last;
}

/** The stretches between the delimiters; null when the boundary does not occur. */
function stretches(bytes: Uint8Array, boundary: string, from: number): Stretch[] | null {
  const found: Stretch[] = [];
  let start: number | null = null;
  for (const delimiter of delimiters(bytes, boundary, from)) {
    if (start !== null)
      found.push({ start, end: withoutLineEnd(bytes, start, delimiter.start), isWhole: true });
    start = delimiter.closes ? null : delimiter.end;
    if (delimiter.closes || found.length >= limits.parts) return found;
  }
  if (start === null) return found.length === 0 ? null : found;
  // The closing delimiter is missing: the rest is the last part.
  found.push({ start, end: bytes.length, isWhole: false });
  return found;
}

/** The boundary that is used where the declared one is missing or wrong: a line of dashes before a part's header. */
function usedBoundary(bytes: Uint8Array, from: number): string | null {
  const text = Buffer.from(bytes.subarray(from, from + 16_384)).toString('latin1');
  return /(?:^|[\r\n])--([^\r\n]{1,200}?)[ \t]*(?:\r\n|\n|\r)content-[a-z-]{1,40}:/iu.exec(text)?.[1] ?? null;
}

function leaf(
  headers: MimeHeaders,
  mediaType: MediaType | null,
  bytes: Uint8Array,
  isWhole: boolean,
): MimePart {
  const encoding = headers.get('content-transfer-encoding');
  return { headers, mediaType, parts: [], isWhole, content: () => decodeTransfer(bytes, encoding) };
}

/** The stretches of a multipart's parts, by the boundary declared, else by the one that is used, else one without any. */
function stretchesOf(bytes: Uint8Array, mediaType: MediaType, from: number): Stretch[] {
  const declared = mediaType.parameters.get('boundary');
  const byDeclared = declared === undefined || declared === '' ? null : stretches(bytes, declared, from);
  if (byDeclared !== null) return byDeclared;
  const used = usedBoundary(bytes, from);
  const byUsed = used === null ? null : stretches(bytes, used, from);
  return byUsed ?? [{ start: from, end: bytes.length, isWhole: false }];
}

function skipBlankLines(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] === lineFeed || bytes[at] === carriageReturn)) at += 1;
  return at;
}

function readPart(bytes: Uint8Array, isWhole: boolean, depth: number): MimePart {
  const { headers, end } = readHeaders(bytes);
  const mediaType = readMediaType(headers.get('content-type'));
  const isMultipart = mediaType?.type.startsWith('multipart/') === true && depth < limits.depth;
  if (!isMultipart) return leaf(headers, mediaType, bytes.subarray(end), isWhole);
  const parts = stretchesOf(bytes, mediaType, end).map((stretch) => {
    const start =
      skipBlankLines(bytes, stretch.start) === stretch.start ? stretch.start : partStart(bytes, stretch);
    return readPart(bytes.subarray(start, stretch.end), stretch.isWhole, depth + 1);
  });
  return { ...leaf(headers, mediaType, bytes.subarray(end), isWhole), parts };
}

/** A blank line before the header of a part is a writer's fault, when a header follows it; else the part has none. */
function partStart(bytes: Uint8Array, { start, end }: Stretch): number {
  const at = Math.min(skipBlankLines(bytes, start), end);
  const text = Buffer.from(bytes.subarray(at, at + 100)).toString('latin1');
  return /^content-[a-z-]{2,40}[ \t]*:/iu.test(text) ? at : start;
}

/**
 * Reads a message or web archive into its parts (RFC 2045, 2046). Wrong and missing boundaries are mended where the parts
 * can be told apart; it never throws. Parts are views of `bytes`; their content is decoded when it is asked for.
 */
export function readMime(bytes: Uint8Array): MimePart {
  return readPart(bytes, true, 0);
}

/** All parts that have content, in their order. */
export function leavesOf(part: MimePart): readonly MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}
