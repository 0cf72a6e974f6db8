import type { ArticleWarning, Block } from '../../model/article.ts';
import { detectLanguage } from '../../text/language.ts';
import { paragraphsOf } from './record-paragraphs.ts';
import { readJsonDate } from './record-date.ts';
import { readLanguageTag } from './record-language.ts';
import { onOneLine, textOf } from './record-values.ts';
import type { Draft } from '../reader.ts';

type JsonRecord = Readonly<Record<string, unknown>>;

/** The keys of each part of an article; the first that has a value counts. docs/json-lines.md lists them for people. */
const keys = {
  headline: ['headline', 'title'],
  body: ['body', 'text', 'content'],
  standfirst: ['standfirst', 'description', 'summary'],
  date: ['date', 'published'],
  source: ['source'],
  section: ['section'],
  byline: ['byline', 'author'],
  url: ['url'],
  language: ['lang', 'language'],
} as const;

/** The longest headline, and the longest of other short parts, in UTF-16 units; a longer one is something else. */
const longestHeadline = 500;
const longestPart = 1_000;
const longestStandfirst = 10_000;
const longestUrl = 4_000;
const madeWords = 10;
const madeLength = 80;
const languageSample = 2_000;

function valueOf(record: JsonRecord, part: keyof typeof keys): unknown {
  for (const key of keys[part]) {
    const value = record[key];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return null;
}

function partOf(record: JsonRecord, part: keyof typeof keys, longest = longestPart): string | null {
  const text = onOneLine(textOf(valueOf(record, part)));
  return text === '' || text.length > longest ? null : text;
}

function urlOf(record: JsonRecord): string | null {
  const url = partOf(record, 'url', longestUrl);
  return url !== null && /^https?:\/\/[^\s/]\S*$/iu.test(url) ? url : null;
}

/** Whether an object of JSON is meant to be an article: it has a headline or a text. */
export function isArticleRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as JsonRecord;
  return textOf(valueOf(record, 'headline')) !== '' || paragraphsOf(valueOf(record, 'body')).length > 0;
}

/** The first words, cut at a word where one ends, with an ellipsis when more follow. */
function madeHeadline(text: string): string {
  let made = text.split(' ', madeWords).join(' ');
  while (made.length > madeLength && made.includes(' ')) made = made.slice(0, made.lastIndexOf(' '));
  const short = made.slice(0, madeLength);
  return short.length < text.length ? `${short.replace(/[\s,;:.–—-]+$/u, '')}…` : short;
}

interface Words {
  readonly headline: string;
  readonly made: boolean;
  readonly paragraphs: readonly string[];
}

/** Headline and text; null when there is neither. A headline of a whole text's length is the text's first paragraph. */
function wordsOf(record: JsonRecord): Words | null {
  const body = paragraphsOf(valueOf(record, 'body'));
  const title = onOneLine(textOf(valueOf(record, 'headline')));
  if (title !== '' && title.length <= longestHeadline)
    return { headline: title, made: false, paragraphs: body };
  const paragraphs = title === '' ? body : [title, ...body];
  const [first] = paragraphs;
  return first === undefined ? null : { headline: madeHeadline(first), made: true, paragraphs };
}

function languageOf(record: JsonRecord, { headline, paragraphs }: Words): string | null {
  const named = readLanguageTag(textOf(valueOf(record, 'language')));
  if (named !== null) return named;
  let sample = headline;
  for (const paragraph of paragraphs) {
    if (sample.length >= languageSample) break;
    sample += `\n${paragraph}`;
  }
  return detectLanguage(sample.slice(0, languageSample));
}

/** An object of JSON as an article; null when it has neither headline nor text. */
export function draftOfRecord(record: JsonRecord): Omit<Draft, 'record'> | null {
  const words = wordsOf(record);
  if (words === null) return null;
  const dated = readJsonDate(valueOf(record, 'date'));
  const made: readonly ArticleWarning[] = words.made ? [{ code: 'headline-made' }] : [];
  return {
    headline: words.headline,
    standfirst: partOf(record, 'standfirst', longestStandfirst),
    blocks: words.paragraphs.map((text): Block => ({ kind: 'paragraph', text, place: null })),
    byline: partOf(record, 'byline'),
    source: partOf(record, 'source'),
    section: partOf(record, 'section'),
    language: languageOf(record, words),
    published: dated.date,
    url: urlOf(record),
    listed: [],
    warnings: [...made, ...dated.warnings],
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'application/jsonl',
    encoding: 'utf-8',
  };
}
