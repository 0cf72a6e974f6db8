import type { FieldMap } from '../../model/field-map.ts';
import { roleOf } from '../records/field-names.ts';
import { carriageReturn, lineFeed } from './csv-dialect.ts';
import type { CsvDialect, CsvRow } from './csv-dialect.ts';
import { RowCutter } from './csv-row.ts';

/** What the beginning of a table says of all of it. */
export interface CsvHeader {
  readonly dialect: CsvDialect;
  readonly columns: readonly string[];
  /** How many rows that are not blank stand before the first article: the header, and `sep=;` above it. */
  readonly rows: number;
}

const delimiters = [0x2c, 0x09, 0x3b, 0x7c] as const;
const sampleRows = 30;
const mostColumns = 300;
const longestColumn = 80;
/** So many of the rows must have as many cells as the header; fewer where the header leaves no doubt. */
const enoughShare = 0.6;
const enoughShareUnderNames = 0.3;
/** So many columns of known names are no prose. */
const enoughNames = 3;

/** A text as code units. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** Whether a row is an empty line. */
export function isBlankRow({ cells, unclosed }: CsvRow): boolean {
  const [only] = cells;
  return !unclosed && cells.length === 1 && only !== undefined && only.start === only.end && !only.quoted;
}

function dialectOf(text: string, delimiter: number): CsvDialect {
  const sign = String.fromCharCode(delimiter);
  const doubled = /[^",;|\t\r\n]"{2,}[^",;|\t\r\n]/u.test(text);
  return {
    delimiter,
    rowEnd: text.includes('\n') ? lineFeed : carriageReturn,
    backslash: !doubled && text.includes('\\"'),
    blankBefore: text.includes(`"${sign} "`),
  };
}

/** The cell as it is meant: marks inside it written once. */
export function unescaped(text: string, dialect: CsvDialect): string {
  if (dialect.backslash) return text.includes('\\') ? text.replace(/\\(["\\])/gu, '$1') : text;
  return text.includes('""') ? text.replaceAll('""', '"') : text;
}

function rowsOf(text: string, dialect: CsvDialect, final: boolean): CsvRow[] {
  const units = unitsOf(text);
  const cutter = new RowCutter(units, dialect, final);
  const rows: CsvRow[] = [];
  for (let at = 0, looked = 0; at < units.length && looked < sampleRows; looked += 1) {
    const row = cutter.row(at);
    if (row === null) break;
    if (!isBlankRow(row) && !row.unclosed) rows.push(row);
    // A mark that never closes spoils its own line, not the table.
    const lineEnd = row.unclosed ? units.indexOf(dialect.rowEnd, at) : -1;
    at = lineEnd === -1 ? row.next : lineEnd + 1;
  }
  return rows;
}

/** How well columns name the parts of an article; 0 when there is neither a headline nor a text among them. */
function worth(columns: readonly string[], map: FieldMap | null): number {
  const roles = columns.map(roleOf);
  const known = new Set(roles.filter((role) => role !== null).map(({ part }) => part));
  if (map !== null) {
    const wanted = [map.headline, map.body].filter((name) => name !== undefined);
    return wanted.length > 0 && wanted.every((name) => columns.includes(name)) ? known.size + 1 : 0;
  }
  const strong = roles.some(
    (role) => role?.weak === false && (role.part === 'headline' || role.part === 'body'),
  );
  return strong ? known.size : 0;
}

function isNames(columns: readonly string[]): boolean {
  const named = columns.filter((name) => name !== '');
  if (columns.length < 2 || columns.length > mostColumns || named.length * 2 < columns.length) return false;
  return named.every((name) => name.length <= longestColumn && !/[\n\r.!?]$/u.test(name));
}

/** Whether the rows are those of a table with so many columns. */
function isTable(rows: readonly CsvRow[], columns: number, names: number, complete: boolean): boolean {
  if (rows.length === 0) return !complete && names > 1;
  const even = rows.filter(({ cells }) => isEven(cells, columns)).length;
  if (names === 1) return rows.length > 1 && even === rows.length;
  return even >= rows.length * (names < enoughNames ? enoughShare : enoughShareUnderNames);
}

/** Whether a row has as many cells as the header, but for empty ones at its end. */
export function isEven(cells: CsvRow['cells'], columns: number): boolean {
  return cells.length >= columns && cells.slice(columns).every(({ start, end }) => start === end);
}

/** A header with this delimiter, and what it is worth. A delimiter inside names is no delimiter of the table. */
function headerWith(
  text: string,
  delimiter: number,
  complete: boolean,
  map: FieldMap | null,
): { readonly header: CsvHeader; readonly worth: number } | null {
  const dialect = dialectOf(text, delimiter);
  const rows = rowsOf(text, dialect, complete);
  const told = /^sep=.?$/iu.test(text.slice(rows[0]?.start ?? 0, rows[0]?.end ?? 0)) ? 1 : 0;
  const first = rows[told];
  if (first === undefined) return null;
  const columns = first.cells.map(({ start, end }) => unescaped(text.slice(start, end), dialect).trim());
  // A table drawn with bars, as Markdown has it, is none of records.
  if (delimiter === 0x7c && columns[0] === '' && columns.at(-1) === '') return null;
  const value = worth(columns, map);
  if (value === 0 || !isNames(columns)) return null;
  // “Title, text and more” is a line of prose: its commas have blanks behind them.
  const spaced = first.cells.some(({ start, quoted }, at) => at > 0 && !quoted && text[start] === ' ');
  if (spaced && value < enoughNames && delimiter !== 0x7c) return null;
  if (!isTable(rows.slice(told + 1), columns.length, value, complete)) return null;
  return { header: { dialect, columns, rows: told + 1 }, worth: value };
}

/**
 * The header of a table of articles: a first row of at least two names, one of them that of a headline or a text, above
 * rows of as many cells. Null when the text does not begin with one.
 */
export function csvHeader(text: string, complete: boolean, map: FieldMap | null): CsvHeader | null {
  let best: { readonly header: CsvHeader; readonly worth: number } | null = null;
  for (const delimiter of delimiters) {
    const found = headerWith(text, delimiter, complete, map);
    if (found !== null && found.worth > (best?.worth ?? 0)) best = found;
  }
  return best?.header ?? null;
}

/** Any table's columns, whatever their names: for people who say themselves which holds what. */
export function anyColumns(text: string, complete: boolean): readonly string[] {
  let best: readonly string[] = [];
  for (const delimiter of delimiters) {
    const dialect = dialectOf(text, delimiter);
    const rows = rowsOf(text, dialect, complete);
    const columns = (rows[0]?.cells ?? []).map(({ start, end }) =>
      unescaped(text.slice(start, end), dialect).trim(),
    );
    const even = rows.length > 1 && isTable(rows.slice(1), columns.length, 2, complete);
    if (even && isNames(columns) && columns.length > best.length) best = columns;
  }
  return best;
}
