/** One record of a file, with its place in the file. */
export interface CutRecord {
  readonly start: number;
  readonly end: number;
  /** Null when it is longer than the limit. */
  readonly bytes: Buffer | null;
  /** Whether its end was there: not, when another began before or the file ended. */
  readonly whole: boolean;
}

/** What marks a record: how it begins and how it ends. */
export interface RecordMarks {
  readonly open: Buffer;
  readonly close: Buffer;
  /** Bytes from the beginning in which no other record begins: no true one is so short. */
  readonly least?: number;
}

/** In bytes; a record that is longer is passed over. */
export const recordLimit = 8_000_000;

/** Cuts a file into records without ever holding more than a piece and the record under way. */
class RecordCutter {
  private readonly marks: RecordMarks;
  private readonly limit: number;
  private rest: Buffer = Buffer.alloc(0);
  /** Where `rest` begins in the file. */
  private base = 0;
  /** Whether `rest` begins with a record under way, and how much of it has been looked at. */
  private isOpen = false;
  private seen = 0;
  /** Bytes of a record too long to hold that were let go already; its start is `base` less these. */
  private dropped = 0;

  constructor(marks: RecordMarks, limit: number) {
    this.marks = marks;
    this.limit = limit;
  }

  take(piece: Buffer): CutRecord[] {
    this.rest = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    const records: CutRecord[] = [];
    while (this.step(records));
    return records;
  }

  /** The record that the end of the file cuts off. */
  last(): CutRecord[] {
    if (!this.isOpen) return [];
    return [this.record(this.rest.length, false)];
  }

  /** One step: to the beginning of a record, or to its end. False when more bytes are needed. */
  private step(records: CutRecord[]): boolean {
    return this.isOpen ? this.toEnd(records) : this.toBeginning();
  }

  private toBeginning(): boolean {
    const at = this.rest.indexOf(this.marks.open);
    if (at === -1) {
      this.drop(Math.max(0, this.rest.length - this.marks.open.length + 1));
      return false;
    }
    this.drop(at);
    this.isOpen = true;
    this.seen = this.marks.open.length;
    return true;
  }

  private toEnd(records: CutRecord[]): boolean {
    const { open, close } = this.marks;
    const least = this.dropped > 0 ? 0 : (this.marks.least ?? 0);
    const next = this.rest.indexOf(open, Math.max(this.seen, least));
    // Only as far as the next record: to look on would take the square of a file of beginnings.
    const end = this.rest.subarray(0, next === -1 ? this.rest.length : next).indexOf(close, this.seen);
    if (end === -1 && next !== -1) {
      records.push(this.record(next, false));
      this.leave(next);
      return true;
    }
    if (end !== -1) {
      records.push(this.record(end + close.length, true));
      this.leave(end + close.length);
      return true;
    }
    // Its own beginning must not be taken for that of another record.
    const own = this.dropped > 0 ? 0 : open.length;
    this.seen = Math.max(own, this.rest.length - Math.max(open.length, close.length) + 1);
    if (this.dropped > 0 || this.rest.length > this.limit) {
      this.dropped += this.seen;
      this.drop(this.seen);
      this.seen = 0;
    }
    return false;
  }

  private record(end: number, whole: boolean): CutRecord {
    const start = this.base - this.dropped;
    const isLong = this.dropped > 0 || end > this.limit;
    return { start, end: this.base + end, bytes: isLong ? null : this.rest.subarray(0, end), whole };
  }

  private leave(end: number): void {
    this.drop(end);
    this.dropped = 0;
    this.isOpen = false;
  }

  private drop(length: number): void {
    this.rest = this.rest.subarray(length);
    this.base += length;
  }
}

/** The records of a file that comes in pieces: for each piece those that end in it. */
export async function* recordsOfPieces(
  pieces: AsyncIterable<Uint8Array>,
  marks: RecordMarks,
  limit = recordLimit,
): AsyncGenerator<readonly CutRecord[]> {
  const cutter = new RecordCutter(marks, limit);
  for await (const piece of pieces) {
    yield cutter.take(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  yield cutter.last();
}
