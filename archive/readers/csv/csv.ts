import { createHash } from 'node:crypto';
import type { Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { decodeAs } from '../../text/decode.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';
import { inOnePiece, withHead } from '../records/byte-window.ts';
import type { FieldMap } from '../../model/field-map.ts';
import { guessFieldMap } from '../records/field-map.ts';
import { readJsonDate } from '../records/record-date.ts';
import { draftOfRecord } from '../records/record-draft.ts';
import type { RecordObject } from '../records/record-fields.ts';
import { isMarkup } from '../source-text.ts';
import { csvHeader, isEven, unescaped } from './csv-header.ts';
import type { CsvHeader } from './csv-header.ts';
import { CsvRows, rowLimit } from './csv-rows.ts';
import type { RowCheck, TableRow } from './csv-rows.ts';
import { codingOf, rowCoding } from './csv-text.ts';
import type { CsvCoding } from './csv-text.ts';

/** So much of a file shows whether it is a table, and how it is written. */
const headLength = 64 * 1024;

/** What programs write into cells that are empty. */
const emptyCells: ReadonlySet<string> = new Set([
  'NULL',
  'null',
  '\\N',
  'NaN',
  'nan',
  'None',
  '#N/A',
  'NA',
  'N/A',
  '[]',
  '{}',
]);

interface Table {
  readonly coding: CsvCoding;
  readonly header: CsvHeader;
  readonly map: FieldMap | null;
}

function tableOf(head: Buffer, complete: boolean, map: FieldMap | null): Table | null {
  const decoded = codingOf(head, complete);
  if (decoded === null || isMarkup(decoded.text)) return null;
  const header = csvHeader(decoded.text, complete, map);
  return header === null ? null : { coding: decoded.coding, header, map };
}

/** Python's way to write a list, as data frames save it: `['Kosovo', "Pristina"]`. */
function listIn(text: string): readonly string[] | null {
  if (!/^\[\s*['"]/u.test(text) || !text.endsWith(']')) return null;
  const items = [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gu)];
  return items.map(([, single, double]) => (single ?? double ?? '').replace(/\\(['"\\])/gu, '$1'));
}

/** In characters. A longer cell that looks like a list is a text. */
const longestList = 20_000;

function valueOf(text: string): unknown {
  const plain = text.trim();
  if (plain === '' || emptyCells.has(plain)) return null;
  return (plain.length < longestList ? listIn(plain) : null) ?? text;
}

function recordOf(row: TableRow, { header }: Table, coding: CsvCoding): RecordObject {
  const entries = header.columns.map((column, at): [string, unknown] => {
    const cell = row.cells[at];
    if (cell === undefined) return [column, null];
    const text = decodeAs(row.bytes.subarray(cell.start, cell.end), coding.encoding);
    return [column, valueOf(cell.quoted ? unescaped(text, header.dialect) : text)];
  });
  // The first of several columns of one name is the one that was meant.
  return Object.fromEntries(entries.filter(([column]) => column !== '').reverse());
}

function problemOf(row: TableRow, { header }: Table, path: string): ArchiveError | null {
  if (row.broken === 'too-long') return archiveError('line-too-long', { path, limit: rowLimit });
  if (row.broken === 'unclosed') {
    return archiveError('record-broken', { path, detail: 'a quotation mark is never closed' });
  }
  const columns = header.columns.length;
  if (isEven(row.cells, columns)) return null;
  const detail = `it has ${row.cells.length} ${row.cells.length === 1 ? 'cell' : 'cells'}, and the header ${columns}`;
  return archiveError('record-broken', { path, detail });
}

function readRow(row: TableRow, table: Table, file: string): Result<Draft, ArchiveError> {
  const path = `${file}:${row.line}`;
  const problem = problemOf(row, table, path);
  if (problem !== null) return fail(problem);
  const coding = rowCoding(row.bytes, table.coding);
  const isTabbed = table.header.dialect.delimiter === 0x09;
  const draft = draftOfRecord(recordOf(row, table, coding), {
    mediaType: isTabbed ? 'text/tab-separated-values' : 'text/csv',
    encoding: coding.encoding,
    map: table.map,
  });
  if (draft === null) return fail(archiveError('line-no-text', { path }));
  const sha256 = createHash('sha256').update(row.bytes).digest('hex') as Sha256;
  const warnings = [...coding.warnings, ...draft.warnings];
  return ok({ ...draft, warnings, record: { start: row.start, end: row.end, sha256 } });
}

const longestHeadline = 500;

/** Whether cells could be those of an article: a headline of a headline's length, a date that is one, an address. */
function rowCheck({ header, map }: Table): RowCheck {
  const guessed = { ...guessFieldMap(header.columns), ...map };
  const columnOf = (name: string | undefined): number =>
    name === undefined ? -1 : header.columns.indexOf(name);
  const [headline, date, url] = [guessed.headline, guessed.date, guessed.url].map(columnOf);
  return ({ cells }, units) => {
    const textIn = (column: number | undefined): string | null => {
      const cell = cells[column ?? -1];
      // Latin letters, digits and signs are enough to see.
      return cell === undefined
        ? null
        : String.fromCharCode(
            ...units.subarray(cell.start, Math.min(cell.end, cell.start + longestHeadline + 1)),
          );
    };
    const title = textIn(headline);
    if (title !== null && (title === '' || title.length > longestHeadline)) return false;
    const day = textIn(date);
    if (day !== null && day !== '' && readJsonDate(day).date === null) return false;
    const address = textIn(url);
    return address === null || address === '' || /^(?:https?:|www\.|\/)/iu.test(address);
  };
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  map: FieldMap | null,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const { head, complete, all } = await withHead(pieces, headLength);
  const table = tableOf(head, complete, map);
  if (table === null) {
    await all.return(undefined);
    yield fail(archiveError('no-article', { path }));
    return;
  }
  const rows = new CsvRows(table.coding, table.header, rowCheck(table));
  for await (const piece of all) {
    if (signal?.aborted === true) return;
    for (const row of rows.take(piece)) yield readRow(row, table, path);
  }
  for (const row of rows.last()) yield readRow(row, table, path);
}

/** A reader of tables that takes articles' parts from the columns of a map. */
export function csvReader(map: FieldMap | null): RecordReader {
  return {
    name: 'csv',
    version: 1,
    claims: ({ bytes }: SourceFile) =>
      tableOf(Buffer.from(bytes.subarray(0, headLength)), bytes.length <= headLength, map) !== null,
    refuses: () => null,
    read: (source, signal) => readPieces(inOnePiece(source.bytes), source.path, map, signal),
    readPieces: (pieces, path, signal) => readPieces(pieces, path, map, signal),
  };
}

/**
 * Tables of articles as text (RFC 4180 and what programs write besides): cells between commas, semicolons, tabulators or
 * bars, a header of column names, one article a row, in any encoding that `decodeText` knows. docs/records.md says which
 * columns are read. Claims a file whose header names a headline or a text, above rows of as many cells.
 */
export const csv: RecordReader = csvReader(null);
