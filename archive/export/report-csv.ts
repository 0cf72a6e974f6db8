import { describeError } from '../model/error-sentences.ts';
import { countOf } from '../model/import-report.ts';
import type { ImportLine } from '../model/import-report.ts';
import { csvRow } from './csv-row.ts';

/** The names of the columns, as the first line of the table. */
export const reportCsvHead = 'outcome,path,count,code,message\r\n';

/** A line of an import's report as a line of the table. */
export function reportCsvLine(line: ImportLine): string {
  const fields =
    'error' in line
      ? [line.outcome, line.path, String(countOf(line)), line.error.code, describeError(line.error)]
      : [line.outcome, line.path, String(countOf(line)), '', ''];
  return csvRow(fields);
}
