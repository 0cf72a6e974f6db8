import type { ArticleWarning, Block } from '../../model/article.ts';
import { detectLanguage } from '../../text/language.ts';
import type { Draft } from '../reader.ts';
import type { FieldMap, RecordPart } from '../../model/field-map.ts';
import { fieldsOf, isRecord } from './record-fields.ts';
import type { RecordFields, RecordObject } from './record-fields.ts';
import { readJsonDate } from './record-date.ts';
import type { JsonDate } from './record-date.ts';
import { keywordsOf } from './record-keywords.ts';
import { readLanguageTag } from './record-language.ts';
import { shortTextOf, wordsOfBlock } from './record-markup.ts';
import { blocksOfText, paragraphsOf } from './record-paragraphs.ts';
import { onOneLine, textOf } from './record-values.ts';

/** What a reader knows of all its records. */
export interface RecordFormat {
  readonly mediaType: string;
  readonly encoding: string;
  /** Which fields to take; null for those that have the usual names. */
  readonly map: FieldMap | null;
}

/** The longest headline, and the longest of other short parts, in UTF-16 units; a longer one is something else. */
const longestHeadline = 500;
const longestPart = 1_000;
const longestStandfirst = 10_000;
const longestUrl = 4_000;
const madeWords = 10;
const madeLength = 80;
const languageSample = 2_000;

function partOf({ values }: RecordFields, part: RecordPart, longest = longestPart): string | null {
  const text = onOneLine(part === 'standfirst' ? shortTextOf(values[part]) : textOf(values[part]));
  return text === '' || text.length > longest ? null : text;
}

function urlOf(fields: RecordFields): string | null {
  const url = partOf(fields, 'url', longestUrl);
  return url !== null && /^https?:\/\/[^\s/]\S*$/iu.test(url) ? url : null;
}

function hasText({ values }: RecordFields): boolean {
  return paragraphsOf(values.body).length > 0;
}

/** Whether an object of JSON is meant to be an article: it has a headline or a text. */
export function isArticleRecord(value: unknown, map: FieldMap | null = null): boolean {
  if (!isRecord(value)) return false;
  const fields = fieldsOf(value, map);
  return (textOf(fields.values.headline) !== '' && !fields.weakHeadline) || hasText(fields);
}

/**
 * Whether an object is an article beyond doubt, so that a file of a general kind can be claimed for it: a text with
 * something that tells of it, or a headline with a date, an address or a summary.
 */
export function isSurelyArticle(value: unknown, map: FieldMap | null = null): boolean {
  if (!isArticleRecord(value, map)) return false;
  if (map !== null) return true;
  const fields = fieldsOf(value as RecordObject, map);
  const { headline, date, url, source, byline, standfirst } = fields.values;
  if (hasText(fields)) return [headline, date, url, source, byline].some((part) => part !== undefined);
  return [date, url, standfirst].some((part) => part !== undefined);
}

/** The first words, cut at a word where one ends, with an ellipsis when more follow. */
export function madeHeadline(text: string): string {
  let made = text.split(' ', madeWords).join(' ');
  while (made.length > madeLength && made.includes(' ')) made = made.slice(0, made.lastIndexOf(' '));
  const short = made.slice(0, madeLength);
  return short.length < text.length ? `${short.replace(/[\s,;:.–—-]+$/u, '')}…` : short;
}

interface Words {
  readonly headline: string;
  readonly made: boolean;
  readonly blocks: readonly Block[];
}

/** Headline and text; null when there is neither. A headline of a whole text's length is the text's first paragraph. */
function wordsOf({ values, weakHeadline }: RecordFields): Words | null {
  const body = blocksOfText(values.body);
  const title = weakHeadline && body.length === 0 ? '' : onOneLine(shortTextOf(values.headline));
  if (title !== '' && title.length <= longestHeadline) return { headline: title, made: false, blocks: body };
  const first: Block = { kind: 'paragraph', text: title, place: null };
  const blocks = title === '' ? body : [first, ...body];
  const words = blocks.map(wordsOfBlock).find((text) => text !== '');
  return words === undefined ? null : { headline: madeHeadline(words), made: true, blocks };
}

/** The language that metadata name, else that of the first 2,000 characters. */
export function languageOf(named: string, headline: string, blocks: readonly Block[]): string | null {
  const tag = readLanguageTag(named);
  if (tag !== null) return tag;
  let sample = headline;
  for (const block of blocks) {
    if (sample.length >= languageSample) break;
    sample += `\n${wordsOfBlock(block)}`;
  }
  return detectLanguage(sample.slice(0, languageSample));
}

/** News interfaces give the beginning of a text and how much is missing: `… [+2134 chars]`. */
const cutOff = /(?:…|\.\.\.)\s*\[\+\d+ chars\]$/u;

function warningsOf({ made, blocks }: Words, dated: JsonDate): readonly ArticleWarning[] {
  const last = blocks.at(-1);
  return [
    ...(made ? [{ code: 'headline-made' } as const] : []),
    ...dated.warnings,
    ...(last?.kind === 'paragraph' && cutOff.test(last.text.slice(-50))
      ? [{ code: 'cut-off' } as const]
      : []),
  ];
}

/** A record as an article; null when it has neither headline nor text. */
export function draftOfRecord(record: RecordObject, format: RecordFormat): Omit<Draft, 'record'> | null {
  const fields = fieldsOf(record, format.map);
  const words = wordsOf(fields);
  if (words === null) return null;
  const { values } = fields;
  const dated = readJsonDate(values.date ?? null);
  const keywords = keywordsOf(values.keywords);
  return {
    headline: words.headline,
    standfirst: partOf(fields, 'standfirst', longestStandfirst),
    blocks: words.blocks,
    byline: partOf(fields, 'byline'),
    source: partOf(fields, 'source'),
    section: partOf(fields, 'section'),
    language: languageOf(textOf(values.language), words.headline, words.blocks),
    published: dated.date,
    url: urlOf(fields),
    listed: [],
    warnings: warningsOf(words, dated),
    places: { headline: null, standfirst: null, published: null },
    mediaType: format.mediaType,
    encoding: format.encoding,
    ...(keywords.length === 0 ? {} : { keywords }),
  };
}
