import { backslash, blank, carriageReturn, lineFeed, mostCells, quote } from './csv-dialect.ts';
import type { CsvCell, CsvDialect, CsvRow, CsvUnits } from './csv-dialect.ts';

/**
 * Cuts units into rows (RFC 4180, and what is met besides). One cutter serves one stretch of units; it remembers where it
 * looked for closing marks in vain, so that marks which never close are not searched for again and again.
 */
export class RowCutter {
  private readonly units: CsvUnits;
  private readonly dialect: CsvDialect;
  /** Whether the file ends where the units end. */
  private readonly final: boolean;
  /** The last search for a closing mark: from where, and what it found. */
  private searched: { readonly from: number; readonly found: number | null; readonly stray: number } | null =
    null;
  /** Where the last stray mark of the search stands. */
  private stray = -1;
  private strayed = false;
  private at = 0;
  private overLines = false;

  constructor(units: CsvUnits, dialect: CsvDialect, final: boolean) {
    this.units = units;
    this.dialect = dialect;
    this.final = final;
  }

  /** The row that begins at `start`; null when its end is not among the units and more are to come. */
  row(start: number): CsvRow | null {
    const { units } = this;
    const cells: CsvCell[] = [];
    this.at = start;
    this.overLines = false;
    this.strayed = false;
    for (;;) {
      const cell = this.cell();
      if (cell === null) return null;
      if (cell === 'unclosed') {
        const end = units.length;
        return { start, end, next: end, cells: [], unclosed: true, overLines: true, strayed: true };
      }
      cells.push(cell);
      if (this.at < units.length && units[this.at] === this.dialect.delimiter && cells.length < mostCells) {
        this.at += 1;
        continue;
      }
      return this.ended(start, cells);
    }
  }

  private ended(start: number, cells: readonly CsvCell[]): CsvRow | null {
    const { units, dialect, final, overLines, strayed } = this;
    // Beyond the last cell that is counted, the rest of the line is passed over.
    const end = this.lineEnd(this.at);
    if (end === units.length && !final) return null;
    const isPair = end > start && dialect.rowEnd === lineFeed && units[end - 1] === carriageReturn;
    const lastEnd = isPair ? end - 1 : end;
    const last = cells.at(-1);
    const trimmed =
      last !== undefined && last.end > lastEnd ? [...cells.slice(0, -1), { ...last, end: lastEnd }] : cells;
    const next = Math.min(end + 1, units.length);
    return { start, end: lastEnd, next, cells: trimmed, unclosed: false, overLines, strayed };
  }

  private lineEnd(from: number): number {
    const end = this.units.indexOf(this.dialect.rowEnd, from);
    return end === -1 ? this.units.length : end;
  }

  private cell(): CsvCell | 'unclosed' | null {
    const { units, dialect } = this;
    let start = this.at;
    if (dialect.blankBefore) while (units[start] === blank) start += 1;
    if (units[start] !== quote) return this.bare();
    const close = this.closing(start);
    if (close === null) return this.final ? 'unclosed' : null;
    this.overLines ||= this.lineEnd(start) < close;
    this.at = close + 1;
    return { start: start + 1, end: close, quoted: true };
  }

  private bare(): CsvCell {
    const { units, dialect } = this;
    const start = this.at;
    let at = start;
    while (at < units.length && units[at] !== dialect.delimiter && units[at] !== dialect.rowEnd) at += 1;
    const isPair = units[at] === lineFeed && at > start && units[at - 1] === carriageReturn;
    this.at = at;
    return { start, end: isPair ? at - 1 : at, quoted: false };
  }

  /** The mark that closes the one at `open`: a mark with a delimiter, a line end or nothing behind it. */
  private closing(open: number): number | null {
    const { units, searched } = this;
    let from = open + 1;
    if (units[from] === quote) {
      const run = this.closingIn(from);
      if (run !== undefined) return run;
      while (units[from] === quote) from += 1;
    }
    const known = searched !== null && searched.from <= from && (searched.found ?? Infinity) > from;
    if (!known || searched === null) {
      this.stray = -1;
      const found = this.search(from);
      this.searched = { from, found, stray: this.stray };
      this.strayed ||= this.stray !== -1;
      return found;
    }
    this.strayed ||= searched.stray >= from;
    return searched.found;
  }

  /** Whether the marks at `from`, right behind an opening one, close it: of an odd run the last does. */
  private closingIn(from: number): number | undefined {
    let at = from;
    while (this.units[at] === quote) at += 1;
    return (at - from) % 2 === 1 && this.isEnd(at) ? at - 1 : undefined;
  }

  private search(from: number): number | null {
    const { units, dialect } = this;
    for (let at = units.indexOf(quote, from); at !== -1; at = units.indexOf(quote, at)) {
      if (dialect.backslash) {
        if (!this.isEscaped(at, from) && this.isEnd(at + 1)) return at;
        if (!this.isEscaped(at, from)) this.stray = at;
        at += 1;
        continue;
      }
      let next = at;
      while (units[next] === quote) next += 1;
      if (next === units.length && !this.final) return null;
      if ((next - at) % 2 === 1 && this.isEnd(next)) return next - 1;
      if ((next - at) % 2 === 1) this.stray = at;
      at = next;
    }
    return null;
  }

  private isEscaped(at: number, from: number): boolean {
    let marks = 0;
    while (at - 1 - marks >= from && this.units[at - 1 - marks] === backslash) marks += 1;
    return marks % 2 === 1;
  }

  private isEnd(at: number): boolean {
    const { units, dialect } = this;
    if (at >= units.length) return this.final;
    const unit = units[at];
    if (unit === dialect.delimiter || unit === dialect.rowEnd) return true;
    if (unit !== carriageReturn) return false;
    return at + 1 < units.length ? units[at + 1] === lineFeed : this.final;
  }
}
