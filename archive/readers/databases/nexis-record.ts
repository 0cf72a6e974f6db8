import { findDate } from '../../text/dates.ts';
import { readDateLine } from '../../text/date-lines.ts';
import type { RecordObject } from '../records/record-fields.ts';

/** Labels of LexisNexis and Nexis Uni that stand above the text, and what we take from them. */
const headLabels: Readonly<Record<string, string>> = {
  headline: 'headline',
  byline: 'byline',
  section: 'section',
  highlight: 'standfirst',
  length: '',
  dateline: '',
  graphic: '',
  series: '',
  correction: '',
  type: '',
};

/** Labels that stand under the text. */
const footLabels: Readonly<Record<string, string>> = {
  subject: 'keywords',
  language: 'language',
  url: 'url',
  'load-date': '',
  'publication-type': '',
  'journal-code': '',
  'acc-no': '',
  organization: '',
  company: '',
  industry: '',
  person: '',
  city: '',
  state: '',
  country: '',
  geographic: '',
  ticker: '',
  'pub-type': '',
  notes: '',
};

const label = /^\s*(?<name>[A-Z][A-Za-z]{2,14}(?:-[A-Za-z]{2,6})?)\s?:(?:\s+(?<value>\S.*))?$/u;
const bodyLabel = /^\s*body\s*:?\s*$/iu;
const footHeading = /^\s*(?:classification|end of document|notes)\s*$/iu;
const copyright = /^\s*(?:copyright|©|\(c\)|all rights reserved|the content of this)/iu;
const edition = /^(?:.{0,60}\bedition\b.{0,40}|final|first|late|correction appended)$/iu;
const counts = /^\s*(?:page \d+ of \d+|(?:document )?\d+ of \d+(?: documents)?)\s*$/iu;

interface NexisParts {
  readonly head: readonly string[];
  readonly fields: Map<string, string>;
  readonly body: readonly string[];
}

/** Cuts a document into what stands above its labels, the labels, and the text. */
function partsOf(text: string): NexisParts {
  const head: string[] = [];
  const body: string[] = [];
  const fields = new Map<string, string>();
  let place: 'head' | 'labels' | 'body' | 'foot' = 'head';
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const { name = '', value = '' } = label.exec(line.slice(0, 1_000))?.groups ?? {};
    const key = name.toLowerCase();
    const isFoot = key in footLabels || footHeading.test(line) || (copyright.test(line) && place !== 'head');
    if (bodyLabel.test(line)) {
      place = 'body';
      open = null;
    } else if (place !== 'foot' && key in headLabels && (place !== 'body' || body.length === 0)) {
      place = 'labels';
      open = headLabels[key] ?? '';
      if (open !== '' && !fields.has(open)) fields.set(open, value.trim());
    } else if (place !== 'head' && isFoot) {
      // Of the text only what stands before the first of these; the copyright of a new form stands above it.
      if (!(copyright.test(line) && body.length === 0)) place = 'foot';
      const part = footLabels[key] ?? '';
      if (part !== '' && !fields.has(part)) fields.set(part, value.trim());
      open = null;
    } else if (place === 'head') head.push(line);
    else if (place === 'labels' && open !== null && line.trim() !== '') {
      // A label goes on in the lines right below it.
      if (open !== '') fields.set(open, `${fields.get(open) ?? ''} ${line.trim()}`);
    } else if (place === 'labels') {
      open = null;
      if (line.trim() !== '') {
        place = 'body';
        body.push(line);
      }
    } else if (place === 'body') body.push(line);
  }
  return { head, fields, body };
}

/** The lines above the labels: newspaper, day, edition, headline, in the order of either form of export. */
function readHead(lines: readonly string[]): {
  headline: string;
  source: string | null;
  date: string | null;
} {
  const kept = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !counts.test(line) && !copyright.test(line));
  const isDay = (line: string): boolean =>
    line.length < 100 &&
    (readDateLine(line) !== null || /^\w+ \d{1,2}, \d{4}/u.test(line)) &&
    findDate(line)?.date !== null;
  const at = kept.findIndex(isDay);
  if (at === -1) return { headline: kept.join(' '), source: null, date: null };
  const before = kept.slice(0, at).filter((line) => !edition.test(line));
  const after = kept.slice(at + 1).filter((line) => !edition.test(line));
  const date = kept[at] ?? null;
  // The old form has the headline below the day, the new one above the newspaper.
  if (after.length > 0 || before.length < 2) {
    return { headline: after.join(' '), source: before.at(-1) ?? null, date };
  }
  return { headline: before.slice(0, -1).join(' '), source: before.at(-1) ?? null, date };
}

function withoutPages(section: string): string {
  return section.split(/;\s*(?:pg|column)\b/iu)[0]?.trim() ?? section;
}

/** One document of an export of LexisNexis (text): newspaper, day, labels, text. Null when it has no label of theirs. */
export function nexisRecord(text: string): RecordObject | null {
  const { head, fields, body } = partsOf(text);
  if (fields.size === 0 && body.length === 0) return null;
  const { headline, source, date } = readHead(head);
  return {
    headline: fields.get('headline') ?? headline,
    standfirst: fields.get('standfirst'),
    body: body
      .map((line) => line.trim())
      .join('\n')
      .trim(),
    date: date === null ? null : (findDate(date)?.date?.printed ?? date),
    source: source ?? null,
    byline: fields.get('byline'),
    section: withoutPages(fields.get('section') ?? ''),
    url: fields.get('url'),
    language: fields.get('language')?.split(/[;,]/u)[0],
    keywords: fields.get('keywords')?.replace(/\(\d+%\)/gu, ''),
  };
}
