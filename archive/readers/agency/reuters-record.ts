import type { ArticleWarning, Block } from '../../model/article.ts';
import type { PartialDate } from '../../model/partial-date.ts';
import type { Draft } from '../reader.ts';
import { distinctKeywords } from './agency-draft.ts';
import { tidy } from './markup-text.ts';
import { wireParagraphs } from './wire-paragraphs.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const concepts = ['TOPICS', 'PLACES', 'PEOPLE', 'ORGS', 'EXCHANGES', 'COMPANIES'];
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What one record of the collection says. */
export interface ReutersRecord {
  /** `NEWID`, by which the collection's literature cites it; null when it has none. */
  readonly id: string | null;
  /** Null when its text is not divided into headline and body, as `TYPE="UNPROC"` says. */
  readonly draft: Omit<Draft, 'record'> | null;
}

/** A reference as text: control characters are blanks. */
function character(reference: string): string {
  if (!reference.startsWith('#')) return entities[reference] ?? `&${reference};`;
  const code = Number(reference.slice(1));
  return code < 32 || (code >= 127 && code < 160) || code > 0xffff ? ' ' : String.fromCharCode(code);
}

function decode(text: string): string {
  return text.includes('&')
    ? text.replace(/&(#\d{1,6}|lt|gt|amp|quot|apos);/gu, (_, name: string) => character(name))
    : text;
}

/** What stands between two tags, as it stands; null when they are not both there. */
function between(record: string, name: string, from = 0): string | null {
  const open = record.indexOf(`<${name}>`, from);
  if (open === -1) return null;
  const end = record.indexOf(`</${name}>`, open);
  return end === -1 ? null : record.slice(open + name.length + 2, end);
}

/** The text of the article: what stands in `TEXT` beside title and author, the dateline at its beginning. */
function textOf(text: string): string {
  const own = text
    .replace(/<TITLE>[^<]*<\/TITLE>/u, '')
    .replace(/<AUTHOR>[^<]*<\/AUTHOR>/u, '')
    .replace(/<\/?[A-Z]+>/gu, '');
  return decode(own)
    .replace(/^[\s*]*\n(?=\s*\S)|^\*+/u, '')
    .trimEnd();
}

/** The agency signs its text off; the source says as much. */
function withoutSignature(text: string): string {
  const at = text.lastIndexOf('\n');
  return /^\s*reuters?[.\s]*$/iu.test(text.slice(at + 1)) ? text.slice(0, Math.max(0, at)) : text;
}

/** In place of the text of news flashes, which are a headline only. */
const placeholder = /^[\s*]*blah blah blah[.\s]*$/iu;

/** `26-FEB-1987 15:01:01.79`; a time that no clock shows is left out. */
function dateOf(given: string | null): {
  readonly date: PartialDate | null;
  readonly warnings: readonly ArticleWarning[];
} {
  const printed = tidy(decode((given ?? '').split('&#')[0] ?? ''));
  if (printed === '') return { date: null, warnings: [{ code: 'undated' }] };
  const match = /^(\d{1,2})-([A-Z]{3})-(\d{4})(?:\s+([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?!\d))?/u.exec(
    printed,
  );
  const month = months.indexOf(match?.[2] ?? '') + 1;
  const dayOfMonth = Number(match?.[1] ?? 0);
  const days = new Date(Date.UTC(Number(match?.[3] ?? 0), month, 0)).getUTCDate();
  if (match === null || month === 0 || dayOfMonth < 1 || dayOfMonth > days) {
    return { date: null, warnings: [{ code: 'date-impossible', printed: printed.slice(0, 200) }] };
  }
  const [, , , year = '', hour, minute, second] = match;
  const day = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  if (hour === undefined)
    return { date: { value: day, precision: 'day', printed, zone: null }, warnings: [] };
  const value = `${day}T${hour}:${minute ?? ''}:${second ?? ''}`;
  return { date: { value, precision: 'second', printed, zone: null }, warnings: [] };
}

function keywordsOf(record: string): readonly string[] {
  return concepts.flatMap((name) => {
    const list = between(record, name) ?? '';
    return list === '' ? [] : [...list.matchAll(/<D>([^<]*)<\/D>/gu)].map(([, word]) => decode(word ?? ''));
  });
}

/** The headline, shortened where it is missing: from the first paragraph. */
function madeHeadline(text: string): string {
  const words = text.split(' ', 10).join(' ').slice(0, 80);
  return words.length < text.length ? `${words}…` : words;
}

/**
 * A record of Reuters-21578 (its README describes the markup): tags in capitals, ISO 8859-1, references for `<`, `>`, `&`
 * and control characters. `record` is text of one byte a character.
 */
export function readReutersRecord(record: string, whole: boolean): ReutersRecord {
  const id = /^<REUTERS[^>]*\sNEWID="(\d+)"/u.exec(record)?.[1] ?? null;
  const open = record.indexOf('<TEXT');
  const content =
    open === -1 ? '' : record.slice(record.indexOf('>', open) + 1).replace(/<\/TEXT>[^]*$/u, '');
  const title = between(content, 'TITLE');
  const hasBody = content.includes('<BODY>');
  if ((title === null || tidy(decode(title)) === '') && !hasBody) return { id, draft: null };
  const text = withoutSignature(textOf(content));
  const paragraphs = placeholder.test(text) ? [] : wireParagraphs(text);
  const headline = tidy(decode(title ?? ''));
  const [first] = paragraphs;
  if (headline === '' && first === undefined) return { id, draft: null };
  const { date, warnings } = dateOf(between(record, 'DATE'));
  const keywords = distinctKeywords(keywordsOf(record));
  const author = tidy(decode(between(content, 'AUTHOR') ?? ''));
  const made: readonly ArticleWarning[] = headline === '' ? [{ code: 'headline-made' }] : [];
  const cut: readonly ArticleWarning[] = whole ? [] : [{ code: 'cut-off' }];
  const draft: Omit<Draft, 'record'> = {
    headline: headline === '' ? madeHeadline(first ?? '') : headline,
    standfirst: null,
    blocks: paragraphs.map((paragraph): Block => ({ kind: 'paragraph', text: paragraph, place: null })),
    byline: author === '' ? null : author,
    source: 'Reuters',
    section: null,
    // The collection is of the English service.
    language: 'en',
    published: date,
    url: null,
    listed: [],
    warnings: [...cut, ...made, ...warnings],
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'text/sgml',
    encoding: 'windows-1252',
    ...(keywords.length === 0 ? {} : { keywords }),
  };
  return { id, draft };
}
