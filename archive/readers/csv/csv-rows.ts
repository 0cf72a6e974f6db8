import { ByteWindow, Patience } from '../records/byte-window.ts';
import type { CsvRow, CsvUnits } from './csv-dialect.ts';
import { isBlankRow, isEven } from './csv-header.ts';
import type { CsvHeader } from './csv-header.ts';
import { RowCutter } from './csv-row.ts';
import type { CsvCoding } from './csv-text.ts';
import { isWide } from './csv-text.ts';

/** A row longer than this, in bytes, is passed over. */
export const rowLimit = 16_000_000;
/** In units that may be looked at again in one file, for rows behind a mark that never closes. */
const budget = 100_000_000;

/** A row of the table, or what stands in place of one. */
export interface TableRow {
  /** The line it begins in, counted from 1. */
  readonly line: number;
  /** Where it stands in the file. */
  readonly start: number;
  readonly end: number;
  /** Its bytes, good until the next row is asked for. */
  readonly bytes: Buffer;
  /** Its cells, by the bytes of the row; null when it is `broken`. */
  readonly cells: readonly { readonly start: number; readonly end: number; readonly quoted: boolean }[];
  readonly broken: 'unclosed' | 'too-long' | null;
}

/** Whether a row could be one of the table, when it is not known where rows begin. */
export type RowCheck = (row: CsvRow, units: CsvUnits) => boolean;

/** The rows of a table that comes in pieces, without its header. */
export class CsvRows {
  private readonly window = new ByteWindow();
  private readonly patience = new Patience();
  private readonly coding: CsvCoding;
  private readonly header: CsvHeader;
  private readonly isRow: RowCheck;
  private readonly width: 1 | 2;
  private line = 1;
  private passed = 0;
  private again = 0;
  private begun = false;
  /** Whether the rest of a row that is too long is being passed over. */
  private skipping = false;

  constructor(coding: CsvCoding, header: CsvHeader, isRow: RowCheck) {
    this.coding = coding;
    this.header = header;
    this.isRow = isRow;
    this.width = isWide(coding) ? 2 : 1;
  }

  /** The rows that end in a piece, or soon before. */
  *take(piece: Uint8Array): Generator<TableRow> {
    this.window.append(piece);
    if (this.patience.isOver(this.window.end - this.window.start)) yield* this.look(false);
  }

  /** The rows to the end of the file. */
  *last(): Generator<TableRow> {
    yield* this.look(true);
  }

  private *look(final: boolean): Generator<TableRow> {
    const { window, coding } = this;
    if (!this.begun) window.release(coding.mark);
    this.begun = true;
    for (;;) {
      const held = window.end - window.start;
      const isLong = held > rowLimit;
      const bytes = window.slice(window.start, Math.min(window.end, window.start + rowLimit));
      const used = yield* this.rowsIn(bytes, final && !isLong, isLong);
      window.release(window.start + used);
      if (used === 0 || !isLong) break;
    }
    const left = window.end - window.start;
    if (left > 0) this.patience.grow(left);
    else this.patience.reset();
  }

  /** Yields the rows in bytes, and returns how many bytes they took. */
  private *rowsIn(bytes: Buffer, final: boolean, mustUse: boolean): Generator<TableRow, number> {
    const units = this.unitsIn(bytes);
    let at = this.skipping ? this.skipLine(units) : 0;
    let cutter = new RowCutter(units, this.header.dialect, final);
    while (at < units.length) {
      if (units[at] === this.header.dialect.rowEnd) {
        // Lines of nothing, of which there may be any number.
        at += 1;
        this.line += 1;
        continue;
      }
      let row = cutter.row(at);
      if (row === null) {
        if (!mustUse || at > 0) break;
        cutter = new RowCutter(units, this.header.dialect, true);
        row = cutter.row(at);
        if (row === null) break;
        at = yield* this.tooLong(row, units, bytes);
        break;
      }
      const next: number = yield* this.one(row, cutter, units, bytes);
      at = next;
    }
    return at * this.width;
  }

  private unitsIn(bytes: Buffer): CsvUnits {
    if (this.width === 1) return bytes;
    const units = new Uint16Array(bytes.length >> 1);
    const copy = Buffer.from(units.buffer);
    bytes.copy(copy, 0, 0, units.length * 2);
    if (this.coding.encoding === 'utf-16be') copy.swap16();
    return units;
  }

  private skipLine(units: CsvUnits): number {
    const end = units.indexOf(this.header.dialect.rowEnd);
    if (end === -1) return units.length;
    this.skipping = false;
    this.line += 1;
    return end + 1;
  }

  private *one(row: CsvRow, cutter: RowCutter, units: CsvUnits, bytes: Buffer): Generator<TableRow, number> {
    const isHeader = !isBlankRow(row) && this.passed < this.header.rows;
    if (isBlankRow(row) || isHeader) {
      if (isHeader) this.passed += 1;
      this.count(units, row.start, row.next);
      return row.next;
    }
    const odd = row.strayed || !isEven(row.cells, this.header.columns.length);
    const hidden = odd && row.overLines ? this.hiddenRow(row, cutter, units) : null;
    const end = hidden ?? row.next;
    const broken = hidden !== null || row.unclosed ? 'unclosed' : null;
    yield this.tableRow(row, hidden ?? row.end, broken, bytes);
    this.count(units, row.start, end);
    return end;
  }

  /** The next row, inside one that goes on over lines and has a wrong number of cells, or stray marks. */
  private hiddenRow(row: CsvRow, cutter: RowCutter, units: CsvUnits): number | null {
    const { rowEnd } = this.header.dialect;
    for (let at = units.indexOf(rowEnd, row.start); at !== -1 && at + 1 < row.next;) {
      const start = at + 1;
      if (this.again > budget) return null;
      const found = cutter.row(start);
      this.again += (found?.next ?? row.next) - start;
      const fits = found !== null && !found.strayed && found.next <= row.next;
      if (fits && found.cells.length === this.header.columns.length && this.isRow(found, units)) return start;
      at = units.indexOf(rowEnd, start);
    }
    return null;
  }

  private *tooLong(row: CsvRow, units: CsvUnits, bytes: Buffer): Generator<TableRow, number> {
    const cutter = new RowCutter(units, this.header.dialect, true);
    const hidden = this.hiddenRow(row, cutter, units);
    const end = hidden ?? units.length;
    yield this.tableRow(row, end, hidden === null ? 'too-long' : 'unclosed', bytes);
    this.count(units, row.start, end);
    this.skipping = hidden === null;
    return end;
  }

  private tableRow(row: CsvRow, end: number, broken: TableRow['broken'], bytes: Buffer): TableRow {
    const { width } = this;
    const from = this.window.start;
    return {
      line: this.line,
      start: from + row.start * width,
      end: from + end * width,
      bytes: bytes.subarray(row.start * width, end * width),
      cells: row.cells.map((cell) => ({
        start: (cell.start - row.start) * width,
        end: (cell.end - row.start) * width,
        quoted: cell.quoted,
      })),
      broken,
    };
  }

  private count(units: CsvUnits, from: number, to: number): void {
    const { rowEnd } = this.header.dialect;
    for (let at = units.indexOf(rowEnd, from); at !== -1 && at < to; at = units.indexOf(rowEnd, at + 1)) {
      this.line += 1;
    }
  }
}
