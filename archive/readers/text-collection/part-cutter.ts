import { ByteWindow } from '../records/byte-window.ts';

/** A part longer than this, in bytes, is passed over. */
export const partLimit = 5_000_000;

/** What stands between two separators. */
export interface TextPart {
  /** The line it begins in, counted from 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Good until the next part is asked for; null when it is longer than the limit. */
  readonly bytes: Buffer | null;
}

const lineFeed = 0x0a;
const longestSeparator = 210;

/** Cuts a text that comes in pieces at the lines that separate. Blank lines around a part are no part of it. */
export class PartCutter {
  private readonly window = new ByteWindow();
  private readonly separates: (line: string) => boolean;
  /** Where the line under way begins, and the part. */
  private lineStart: number;
  private partStart: number;
  private line = 1;
  private partLine = 1;
  private isLost = false;

  /** `separates` says whether a line stands between two parts; `mark` is the length of the byte order mark. */
  constructor(separates: (line: string) => boolean, mark: number) {
    this.separates = separates;
    this.lineStart = mark;
    this.partStart = mark;
  }

  *take(piece: Uint8Array): Generator<TextPart> {
    const { window } = this;
    const seen = window.end;
    window.append(piece);
    const base = window.start;
    const held = window.slice(base, window.end);
    let end = held.indexOf(lineFeed, Math.max(seen, this.lineStart) - base);
    for (; end !== -1; end = held.indexOf(lineFeed, this.lineStart - base)) {
      const length = base + end - this.lineStart;
      const bytes = length > longestSeparator ? null : held.subarray(this.lineStart - base, end);
      if (bytes !== null && this.separates(bytes.toString('utf8'))) {
        yield this.part(this.lineStart, held, base);
        this.partStart = base + end + 1;
        this.partLine = this.line + 1;
        this.isLost = false;
      }
      this.line += 1;
      this.lineStart = base + end + 1;
    }
    if (window.end - this.partStart > partLimit) this.isLost = true;
    window.release(this.isLost ? this.lineStart : this.partStart);
  }

  *last(): Generator<TextPart> {
    const { window } = this;
    const held = window.slice(window.start, window.end);
    const rest = held.subarray(this.lineStart - window.start);
    const isSeparator = rest.length <= longestSeparator && this.separates(rest.toString('utf8'));
    yield this.part(isSeparator ? this.lineStart : window.end, held, window.start);
  }

  private part(end: number, held: Buffer, base: number): TextPart {
    if (this.isLost || end - this.partStart > partLimit) {
      return { line: this.partLine, start: this.partStart, end, bytes: null };
    }
    let [from, to] = [this.partStart - base, end - base];
    let line = this.partLine;
    for (; from < to && isBlank(held[from]); from += 1) if (held[from] === lineFeed) line += 1;
    while (to > from && isBlank(held[to - 1])) to -= 1;
    return { line, start: base + from, end: base + to, bytes: held.subarray(from, to) };
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}
