import type { ArticleWarning, Block } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { PartialDate } from '../../model/partial-date.ts';
import { fail, ok } from '../../model/result.ts';
import { readDateLine } from '../../text/date-lines.ts';
import type { DecodedText } from '../../text/decode.ts';
import { isByline } from '../byline.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { draftOfRecord, languageOf, madeHeadline } from '../records/record-draft.ts';
import type { RecordObject } from '../records/record-fields.ts';
import { fieldsOf } from '../records/record-fields.ts';
import { textOf } from '../records/record-values.ts';
import { decodeError, decodeWarnings, isMarkup, sourceText } from '../source-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { inlineText } from './inline-text.ts';
import { looksLikeMarkdown } from './looks-like-markdown.ts';
import { blocksOfMarkdown } from './markdown-blocks.ts';

/** Jekyll's names of posts (jekyllrb.com/docs/posts): year, month, day, title. */
const postName =
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})-[^/]+\.(?:md|markdown|mkdn?|mdown|txt|html?)$/iu;
/** A last line that only says where the text is from. */
const sourceLink =
  /^\s*\[(?:source|original(?: article)?|permalink|read (?:more|the original)|izvor|извор|quelle|burimi)\]\((?<url>https?:\/\/[^\s()]{1,2000})[^()\n]{0,500}\)\s*$/iu;

interface Parts {
  readonly fields: RecordObject;
  readonly body: string;
}

function partsOf(text: string): Parts | null {
  const front = readFrontMatter(text);
  if (front !== null) {
    const { values } = fieldsOf(front.fields);
    const isArticle =
      values.headline !== undefined || values.date !== undefined || values.byline !== undefined;
    return isArticle ? front : null;
  }
  return looksLikeMarkdown(text) ? { fields: {}, body: text } : null;
}

/** Obsidian writes names as links and the address as the source. */
function ordinary(fields: RecordObject): RecordObject {
  const { values } = fieldsOf(fields);
  const source = textOf(values.source).trim();
  const isAddress = /^https?:\/\//iu.test(source);
  const byline = textOf(values.byline).replace(/\[\[([^[\]|]*\|)?([^[\]]*)\]\]/gu, '$2');
  const headline = inlineText(textOf(values.headline));
  return {
    headline,
    standfirst: inlineText(textOf(values.standfirst)),
    date: values.date,
    byline,
    source: isAddress ? null : values.source,
    url: values.url ?? (isAddress ? source : null),
    section: values.section,
    language: values.language,
    keywords: values.keywords,
  };
}

/** The day in the name of a file, when the calendar has it. */
function dateOfName(name: string): PartialDate | null {
  const { year = '', month = '', day = '' } = postName.exec(name)?.groups ?? {};
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${value}T00:00:00Z`);
  if (year === '' || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) return null;
  return { value, precision: 'day', printed: `${year}-${month}-${day}`, zone: null };
}

interface Opening {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly date: PartialDate | null;
  readonly rest: readonly Block[];
}

const openingBlocks = 3;

/** What stands at the head of the text itself: its headline as a heading, who wrote it, when. */
function openingOf(blocks: readonly Block[], title: string): Opening {
  const [first] = blocks;
  const isHeadline = first?.kind === 'crosshead' && (title === '' || first.text === title);
  const found = {
    headline: isHeadline ? first.text : null,
    byline: null as string | null,
    date: null as PartialDate | null,
  };
  let at = isHeadline ? 1 : 0;
  for (; at < openingBlocks; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') break;
    const date = found.date === null ? (readDateLine(block.text)?.date ?? null) : null;
    if (date !== null) found.date = date;
    else if (found.byline === null && isByline(block.text)) found.byline = block.text;
    else break;
  }
  return { ...found, rest: blocks.slice(at) };
}

function withoutSource(body: string): { readonly text: string; readonly url: string | null } {
  const text = body.trimEnd();
  const start = text.lastIndexOf('\n') + 1;
  const url = sourceLink.exec(text.slice(start))?.groups?.['url'] ?? null;
  return { text: url === null ? text : text.slice(0, start), url };
}

function draftOf({ fields, body }: Parts, source: SourceFile, decoded: DecodedText): Draft | null {
  const given = ordinary(fields);
  const { text, url } = withoutSource(body);
  const opening = openingOf(blocksOfMarkdown(text), textOf(given['headline']));
  const blocks = opening.rest;
  const first = blocks.find((block) => 'text' in block);
  const title = textOf(given['headline']) || (opening.headline ?? '');
  const words = first !== undefined && 'text' in first ? first.text : '';
  const headline = title === '' ? madeHeadline(words) : title;
  if (headline === '' || (blocks.length === 0 && textOf(given['standfirst']) === '')) return null;
  const format = { mediaType: 'text/markdown', encoding: decoded.encoding, map: null };
  const meta = draftOfRecord({ ...given, headline }, format);
  if (meta === null) return null;
  const { date, warnings } = datesOf(meta, opening.date, source.name);
  return {
    ...meta,
    blocks,
    byline: meta.byline ?? opening.byline,
    language: languageOf(textOf(given['language']), headline, blocks),
    published: date,
    url: meta.url ?? url ?? source.capture?.url ?? null,
    warnings: [
      ...decodeWarnings(decoded),
      ...(title === '' ? [{ code: 'headline-made' } as const] : []),
      ...warnings,
    ],
  };
}

function datesOf(
  meta: Pick<Draft, 'published' | 'warnings'>,
  inText: PartialDate | null,
  name: string,
): { readonly date: PartialDate | null; readonly warnings: readonly ArticleWarning[] } {
  const known = meta.warnings.filter(({ code }) => code !== 'headline-made');
  if (meta.published !== null) return { date: meta.published, warnings: known };
  const date = inText ?? dateOfName(name);
  if (date === null) return { date, warnings: known };
  const others = known.filter(({ code }) => code !== 'undated');
  return { date, warnings: [...others, { code: 'date-from-text' }] };
}

/**
 * Markdown (CommonMark) and other text under front matter in YAML or TOML, as Jekyll, Hugo and Obsidian keep articles; without
 * front matter when it begins with a heading and has more of Markdown's marks. The day in the name of a Jekyll post is its date
 * when nothing inside gives one.
 */
export const markdown: Reader = {
  name: 'markdown',
  version: 1,
  claims(source: SourceFile): boolean {
    const decoded = sourceText(source);
    return (
      decoded.ok &&
      !isMarkup(decoded.value.text) &&
      partsOf(decoded.value.text.replace(/\r\n?/gu, '\n')) !== null
    );
  },
  async *read(source: SourceFile) {
    const decoded = sourceText(source);
    if (!decoded.ok) {
      yield fail(decodeError(decoded.error, source.path));
      return;
    }
    const parts = partsOf(decoded.value.text.replace(/\r\n?/gu, '\n'));
    const draft = parts === null ? null : draftOf(parts, source, decoded.value);
    yield draft === null ? fail(archiveError('no-article', { path: source.path })) : ok(draft);
  },
};
