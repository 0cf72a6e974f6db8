import type { RecordObject } from '../records/record-fields.ts';
import { factivaRecord, plainFactivaRecord } from './factiva-record.ts';
import { nexisRecord } from './nexis-record.ts';

/** A form in which a news database exports many documents as one text. */
export interface DatabaseExport {
  readonly name: 'nexis' | 'factiva';
  /** Whether a line stands between two documents. */
  readonly separates: (line: string) => boolean;
  /** A document's fields; null when it is none, such as a list of contents. */
  readonly record: (text: string) => RecordObject | null;
}

const nexisCount = /^\s*(?:document\s+)?\d{1,6} of \d{1,6}(?: documents)?\s*$/iu;
const nexisEnd = /^\s*end of document\s*$/iu;
const factivaEnd = /^\s*document [A-Z][A-Z\d]{8,40}[a-z\d]{0,30}\s*$/iu;

const nexis: DatabaseExport = {
  name: 'nexis',
  separates: (line) => nexisCount.test(line) || nexisEnd.test(line),
  record: nexisRecord,
};

const factiva: DatabaseExport = {
  name: 'factiva',
  separates: (line) => factivaEnd.test(line),
  record: factivaRecord,
};

const plainFactiva: DatabaseExport = { ...factiva, record: plainFactivaRecord };

function has(text: string, pattern: RegExp): number {
  return pattern.test(text) ? 1 : 0;
}

/** Two of the labels that only Nexis prints, and a count of documents, its end mark or its load date. */
function isNexis(text: string): boolean {
  const labels =
    has(text, /^[^\S\n]*length:[^\S\n]*[\d,.]{1,9} words/imu) +
    has(text, /^[^\S\n]*byline:\s/imu) +
    has(text, /^[^\S\n]*section:\s/imu) +
    has(text, /^[^\S\n]*publication-type:\s/imu) +
    has(text, /^[^\S\n]*load-date:\s/imu);
  const marks =
    has(text, /^[^\S\n]*(?:document[^\S\n]+)?\d{1,6} of \d{1,6}(?: documents)?[^\S\n]*$/imu) +
    has(text, /^[^\S\n]*end of document[^\S\n]*$/imu) +
    has(text, /^[^\S\n]*load-date:\s/imu);
  return labels >= 2 && marks >= 1;
}

function isFactiva(text: string): boolean {
  const coded = ['HD', 'PD', 'SN', 'SC', 'WC'].map((code) =>
    has(text, new RegExp(`^ {0,3}${code}(?:[ \\t]|$)`, 'mu')),
  );
  return coded.reduce((sum, one) => sum + one, 0) >= 4 && has(text, /^ {0,3}(?:LP|TD)(?:[ \t]|$)/mu) === 1;
}

function isPlainFactiva(text: string): boolean {
  const isCounted =
    has(text, /^[^\S\n]*[\d,.]{1,9} words[^\S\n]*\n\s{0,50}\d{1,2} \p{L}{3,12} \d{4}[^\S\n]*$/imu) === 1;
  return isCounted && has(text, /^[^\S\n]*Document [A-Z]{2,8}[A-Z\d]{6,30}[a-z\d]{0,30}[^\S\n]*$/mu) === 1;
}

/** Which database's export a text is, by its beginning; null when none's. */
export function databaseExport(text: string): DatabaseExport | null {
  if (isFactiva(text)) return factiva;
  if (isPlainFactiva(text)) return plainFactiva;
  return isNexis(text) ? nexis : null;
}
