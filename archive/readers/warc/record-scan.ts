import { inflateRawSync, constants } from 'node:zlib';
import type { ByteSource } from '../access/byte-source.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { arcOpening, isArcLine, readArcHeader } from './arc-header.ts';
import { gzipHeaderLength } from './gzip-member.ts';
import { readWarcHeader, versionLine } from './warc-header.ts';
import type { HeaderOutcome } from './web-record.ts';

/** How the records of a format begin. */
export interface RecordGrammar {
  /** Takes the header of the record at the cursor. */
  readonly readHeader: (cursor: ByteCursor) => Promise<HeaderOutcome>;
  /** Whether a record begins with this line, without its end. */
  readonly begins: (line: string) => boolean;
  /** Whether bytes are the beginning of a file. */
  readonly opens: (text: string) => boolean;
  /** The line ends behind a block. */
  readonly betweenRecords: RegExp;
}

/** WARC, versions 0.17 to 1.1. */
export const warcGrammar: RecordGrammar = {
  readHeader: readWarcHeader,
  begins: (line) => line.length < 64 && versionLine.test(line),
  opens: (text) => /^\s{0,16}WARC\/\d{1,2}\.\d{1,3}[ \t]*\r{0,2}\n/u.test(text),
  betweenRecords: /(?:\r?\n){0,2}$/u,
};

/** ARC, versions 1 and 2. */
export const arcGrammar: RecordGrammar = {
  readHeader: readArcHeader,
  begins: isArcLine,
  opens: (text) => arcOpening.test(text),
  betweenRecords: /\r?\n?$/u,
};

const lineFeed = 0x0a;
const scanned = 256 * 1024;
/** A header line is shorter: what is longer is passed over. */
const longestLine = 16 * 1024;

/** The place in `bytes` of the first line that begins a record; null when there is none. */
function beginningIn(bytes: Uint8Array, grammar: RecordGrammar): number | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < buffer.length;) {
    const end = buffer.indexOf(lineFeed, start);
    const stop = end === -1 ? buffer.length : end;
    const isShort = stop - start > 4 && stop - start < longestLine;
    // All records begin with a letter.
    if (isShort && (buffer[start] ?? 0) > 0x40) {
      if (grammar.begins(buffer.toString('latin1', start, stop).trimEnd())) return start;
    }
    start = stop + 1;
  }
  return null;
}

/** Takes what comes before the next line that begins a record; false when there is none. */
export async function findRecord(cursor: ByteCursor, grammar: RecordGrammar): Promise<boolean> {
  for (;;) {
    const bytes = (await cursor.peek(scanned)).subarray(0, scanned);
    if (bytes.length === 0) return false;
    const found = beginningIn(bytes, grammar);
    await cursor.skip(found ?? keepFrom(bytes));
    if (found !== null) return true;
  }
}

/** A line that these bytes end in may be a beginning when more of it is seen. */
function keepFrom(bytes: Uint8Array): number {
  const last = bytes.lastIndexOf(lineFeed) + 1;
  return bytes.length < scanned || bytes.length - last >= longestLine ? bytes.length : last;
}

/** Takes blanks between records. */
export async function skipBlank(cursor: ByteCursor): Promise<void> {
  for (;;) {
    const bytes = await cursor.peek(1);
    const end = bytes.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
    if (end > 0) await cursor.skip(end);
    else if (end === -1 && bytes.length > 0) await cursor.skip(bytes.length);
    if (end !== -1 || bytes.length === 0) return;
  }
}

/** What the first packed bytes of a gzip member unpack to, in Latin-1; empty when it is none. */
export function gzipOpening(bytes: Uint8Array): string {
  const header = gzipHeaderLength(bytes);
  if (header === null) return '';
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * 1024 * 1024 };
    return inflateRawSync(bytes.subarray(header, header + 2048), options).toString('latin1', 0, 8192);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}

/** Bytes that only look like a member cost time: after so many in a file no more are tried. */
const mostTries = 2_000;

/** Finds members behind damage. One for a file: it counts what was tried. */
export class MemberScan {
  private tries = 0;
  private readonly source: ByteSource;
  private readonly grammar: RecordGrammar;

  constructor(source: ByteSource, grammar: RecordGrammar) {
    this.source = source;
    this.grammar = grammar;
  }

  /** Where the next gzip member from `from` on begins whose first line begins a record; null when there is none. */
  async next(from: number): Promise<number | null> {
    for (let start = from; start < this.source.size; start += scanned) {
      // A member that begins at the very end of these bytes is seen whole enough in the next ones.
      const bytes = Buffer.from(await this.source.read(start, scanned + 4096));
      for (let at = bytes.indexOf('\x1f\x8b\x08', 0, 'latin1'); at !== -1 && at < scanned;) {
        this.tries += 1;
        if (this.tries > mostTries) return null;
        const first = gzipOpening(bytes.subarray(at, at + 4096)).split('\n', 1)[0] ?? '';
        if (this.grammar.begins(first.trimEnd())) return start + at;
        at = bytes.indexOf('\x1f\x8b\x08', at + 1, 'latin1');
      }
    }
    return null;
  }
}
