import { describeError } from '../model/error-sentences.ts';
import { countOf } from '../model/import-report.ts';
import type { ImportLine } from '../model/import-report.ts';

/** The names of the columns, as the first line of the table. */
export const reportCsvHead = 'outcome,path,count,code,message\r\n';

/** A field by RFC 4180. A sign that a spreadsheet would take for a formula is kept from it by an apostrophe. */
function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of an import's report as a line of the table. */
export function reportCsvLine(line: ImportLine): string {
  const fields =
    'error' in line
      ? [line.outcome, line.path, String(countOf(line)), line.error.code, describeError(line.error)]
      : [line.outcome, line.path, String(countOf(line)), '', ''];
  return `${fields.map(csvField).join(',')}\r\n`;
}
