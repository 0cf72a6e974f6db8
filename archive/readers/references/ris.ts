import type { ArchiveError } from '../../model/errors.ts';
import type { Result } from '../../model/result.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';
import { inOnePiece } from '../records/byte-window.ts';
import type { RecordObject } from '../records/record-fields.ts';
import { headText } from './head-text.ts';
import { readReferences, wordsOf } from './read-references.ts';

/** Tags by what they hold, the likeliest first (the RIS format of Research Information Systems; Zotero's and EndNote's use of it). */
const tags = {
  headline: ['TI', 'T1', 'CT', 'BT'],
  standfirst: ['AB', 'N2'],
  date: ['DA', 'Y1', 'PY', 'Y2'],
  source: ['T2', 'JO', 'JF', 'JA', 'J2', 'T3', 'PB'],
  byline: ['AU', 'A1', 'A2'],
  url: ['UR', 'L2', 'LK', 'L1'],
  language: ['LA'],
  section: ['SE'],
} as const;

const line = /^(?<tag>[A-Z][A-Z\d]) {2}-(?: (?<value>.*))?$/u;

/** `2007/11/28/`, `2007/11//`, `2007///morning`: empty parts are not known. */
function dateOf(value: string): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(?:\/(\d{1,2})?)?(?:\/(\d{1,2})?)?(?:\/.*)?$/u.exec(value) ?? [];
  if (year === '') return value;
  const parts = [year, month, month === '' ? '' : day].filter((part) => part !== '');
  return parts.map((part) => part.padStart(2, '0')).join('-');
}

function fieldsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let open: string[] | null = null;
  for (const written of text.split('\n')) {
    const { tag, value = '' } = line.exec(written.trimEnd())?.groups ?? {};
    if (tag !== undefined) {
      open = fields.get(tag) ?? [];
      open.push(value.trim());
      fields.set(tag, open);
    } else if (open !== null) open.push(`${open.pop() ?? ''}\n${written.trim()}`);
  }
  return fields;
}

/** `Stone, Vera, Jr.` as one writes it. */
function naturalName(name: string): string {
  const [last = '', first = '', suffix = ''] = name.split(/,\s*/u);
  return [first, last, suffix].filter((part) => part !== '').join(' ');
}

function recordOf(text: string): RecordObject {
  const fields = fieldsOf(text);
  const all = (names: readonly string[]): readonly string[] => {
    const found = names.map((name) => (fields.get(name) ?? []).filter((value) => value !== ''));
    return found.find((values) => values.length > 0) ?? [];
  };
  const [date] = all(tags.date);
  return {
    headline: all(tags.headline)[0],
    ...wordsOf(all(tags.standfirst)[0] ?? null, [...all(['N1']), ...all(['RN'])]),
    date: date === undefined ? null : dateOf(date),
    source: all(tags.source)[0],
    byline: all(tags.byline).map(naturalName),
    url: all(tags.url)[0],
    language: all(tags.language)[0],
    section: all(tags.section)[0],
    keywords: all(['KW']),
  };
}

function readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const format = {
    begins: (written: string) => /^TY {2}-/u.test(written),
    ends: (written: string) => /^ER {2}-/u.test(written),
    mediaType: 'application/x-research-info-systems',
    record: recordOf,
    problem: null,
  };
  return readReferences(pieces, path, format, signal);
}

/**
 * RIS: references with their abstracts, as databases and Zotero, EndNote and Mendeley export them. Each from `TY  -` to `ER  -`
 * is an article; its abstract is the standfirst, its notes are the text.
 */
export const ris: RecordReader = {
  name: 'ris',
  version: 1,
  claims: (source: SourceFile) => /^\s*TY {2}- ?[A-Z\d]{2,8}\s/u.test(headText(source) ?? ''),
  refuses: () => null,
  read: (source, signal) => readPieces(inOnePiece(source.bytes), source.path, signal),
  readPieces,
};
