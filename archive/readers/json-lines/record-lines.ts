/** A line longer than this, in bytes, is passed over. */
export const lineLimit = 64_000_000;

/** One line that is not blank. */
export interface RecordLine {
  /** Counted from 1, blank lines too. */
  readonly number: number;
  /** Where it stands in the file, without its line end and a byte order mark. */
  readonly start: number;
  readonly end: number;
  /** Null when it is longer than the limit. */
  readonly bytes: Buffer | null;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

/** Cuts a file into lines without ever holding more than a piece and the line that goes on in the next. */
class LineCutter {
  private readonly limit: number;
  private number = 1;
  /** Where the line under way begins in the file. */
  private start = 0;
  private parts: Buffer[] = [];
  private length = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  take(piece: Buffer): RecordLine[] {
    const lines: RecordLine[] = [];
    let from = 0;
    for (let at = piece.indexOf(lineFeed); at !== -1; at = piece.indexOf(lineFeed, from)) {
      this.keep(piece.subarray(from, at));
      this.end(lines, 1);
      from = at + 1;
    }
    this.keep(piece.subarray(from));
    return lines;
  }

  /** The line that no line end closes. */
  last(): RecordLine[] {
    const lines: RecordLine[] = [];
    this.end(lines, 0);
    return lines;
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.limit) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  private end(lines: RecordLine[], lineEnd: number): void {
    const line = this.line();
    if (line !== null) lines.push(line);
    this.start += this.length + lineEnd;
    this.number += 1;
    this.parts = [];
    this.length = 0;
  }

  private line(): RecordLine | null {
    const { number, start, length } = this;
    if (length > this.limit) return { number, start, end: start + length, bytes: null };
    const [only] = this.parts;
    if (only === undefined) return null;
    let bytes = this.parts.length === 1 ? only : Buffer.concat(this.parts);
    const skip = start === 0 && bytes.subarray(0, 3).equals(mark) ? mark.length : 0;
    bytes = bytes.subarray(skip, bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length);
    if (isBlank(bytes)) return null;
    return { number, start: start + skip, end: start + skip + bytes.length, bytes };
  }
}

/** The lines of a file that comes in pieces: for each piece those that end in it. Blank lines are passed over. */
export async function* linesOfPieces(
  pieces: AsyncIterable<Uint8Array>,
  limit = lineLimit,
): AsyncGenerator<readonly RecordLine[]> {
  const cutter = new LineCutter(limit);
  for await (const piece of pieces) {
    yield cutter.take(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  yield cutter.last();
}
