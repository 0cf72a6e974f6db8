import type { Cancellation } from '../../model/cancellation.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';
import { inOnePiece } from '../records/byte-window.ts';
import type { RecordObject } from '../records/record-fields.ts';
import { dateOf, namesOf, readEntry } from './bibtex-entry.ts';
import type { BibtexEntry } from './bibtex-entry.ts';
import { headText } from './head-text.ts';
import { latexText } from './latex-text.ts';
import { readReferences, wordsOf } from './read-references.ts';
import type { ReferenceFormat } from './read-references.ts';

const begins = /^[^\S\n]*@\s*[A-Za-z]{1,40}\s*[{(]/u;
/** So many abbreviations are kept, and so long ones. */
const mostStrings = 5_000;
const longestString = 1_000;

function plain(entry: BibtexEntry, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = latexText(entry.fields.get(name) ?? '').trim();
    if (value !== '') return value;
  }
  return null;
}

function recordOf(entry: BibtexEntry): RecordObject {
  const source = plain(
    entry,
    'journal',
    'journaltitle',
    'newspaper',
    'booktitle',
    'publisher',
    'howpublished',
  );
  // Addresses are no LaTeX, but for what is escaped in them.
  const url =
    entry.fields
      .get('url')
      ?.replace(/\\([%&_#~])/gu, '$1')
      .replace(/[{}]/gu, '') ?? null;
  return {
    headline: [plain(entry, 'title'), plain(entry, 'subtitle')].filter((part) => part !== null).join(': '),
    ...wordsOf(plain(entry, 'abstract'), [plain(entry, 'annote'), plain(entry, 'note')]),
    date: dateOf(entry.fields),
    source,
    byline: namesOf(entry.fields.get('author') ?? entry.fields.get('editor') ?? ''),
    url,
    language: plain(entry, 'language', 'langid', 'hyphenation'),
    keywords: plain(entry, 'keywords', 'keyword'),
  };
}

/** One file's format: its abbreviations are known from where they are defined on. */
function formatOf(): ReferenceFormat {
  const strings = new Map<string, string>();
  let last: BibtexEntry | null = null;
  return {
    begins: (line) => begins.test(line),
    ends: null,
    mediaType: 'application/x-bibtex',
    problem: (text) => {
      last = readEntry(text, strings);
      return last?.whole === false ? 'a brace or quotation mark is never closed' : null;
    },
    record: () => {
      if (last === null) return null;
      if (last.type === 'string') {
        for (const [name, value] of last.fields) {
          if (strings.size < mostStrings && value.length <= longestString) strings.set(name, value);
        }
        return null;
      }
      return last.type === 'comment' || last.type === 'preamble' ? null : recordOf(last);
    },
  };
}

function readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  return readReferences(pieces, path, formatOf(), signal);
}

const firstEntry = /^[^\S\n]*@\s*(?<type>[A-Za-z]{1,40})\s*[{(]\s*(?<key>[^\s,={}"]{0,200})\s*(?<sign>[,=])/u;
const mostComments = 50;

/** Whether the first entry is a reference or an abbreviation: a few lines of comment may stand before it. */
function beginsWithEntry(text: string): boolean {
  let start = 0;
  for (let line = 0; line < mostComments && !begins.test(text.slice(start, start + 300)); line += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return false;
    start = end + 1;
  }
  const first = firstEntry.exec(text.slice(start, start + 1_000))?.groups;
  if (first === undefined) return false;
  const isString = first['type']?.toLowerCase() === 'string';
  return isString === (first['sign'] === '=') && /\b(?:title|abstract)\s*=/iu.test(text);
}

/**
 * BibTeX and BibLaTeX: references with their abstracts. Values in braces, in quotation marks, bare or joined by `#`; abbreviations
 * of `@string`; LaTeX's accents by a small table. The abstract is the standfirst, notes are the text.
 */
export const bibtex: RecordReader = {
  name: 'bibtex',
  version: 1,
  claims: (source: SourceFile) => beginsWithEntry(headText(source) ?? ''),
  refuses: () => null,
  read: (source, signal) => readPieces(inOnePiece(source.bytes), source.path, signal),
  readPieces,
};
