/** How the tables of one file are written. */
export interface CsvDialect {
  /** The character code between cells: comma, tabulator, semicolon or bar. */
  readonly delimiter: number;
  /** The character code that ends a row: a line feed, or a carriage return where there are no line feeds. */
  readonly rowEnd: number;
  /** Whether `\"` inside quotation marks is one (MySQL, pandas), instead of `""` (RFC 4180). */
  readonly backslash: boolean;
  /** Whether blanks stand between a delimiter and the quotation mark of the next cell. */
  readonly blankBefore: boolean;
}

/** The code units of a table: bytes, or the 16-bit units of UTF-16. */
export type CsvUnits = Uint8Array | Uint16Array;

/** A cell by its units; quotation marks around it are outside. */
export interface CsvCell {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** A row by its units. */
export interface CsvRow {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** Where the next row begins. */
  readonly next: number;
  readonly cells: readonly CsvCell[];
  /** Whether a quotation mark of it is never closed; it then goes to the end of what there is. */
  readonly unclosed: boolean;
  /** Whether a cell goes on over the end of a line. */
  readonly overLines: boolean;
  /** Whether quotation marks stand inside a cell that are neither written twice nor close it. */
  readonly strayed: boolean;
}

export const [quote, backslash, lineFeed, carriageReturn, blank] = [0x22, 0x5c, 0x0a, 0x0d, 0x20];

/** More cells in one row than any table of articles has. */
export const mostCells = 1_000;
