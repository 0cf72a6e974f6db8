import { isRecord } from '../records/record-fields.ts';
import { onOneLine, textOf } from '../records/record-values.ts';
import type { SourceFile } from '../reader.ts';
import type { FeedCaption, FeedDocument, FeedEntry, FeedText } from './feed-document.ts';
import { distinctKeywords } from './feed-keywords.ts';
import { resolveUrl } from './feed-links.ts';
import { htmlText } from './feed-markup.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** The mark of the format (https://www.jsonfeed.org/version/1.1/), slashes escaped or not. */
const mark = /"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version\\?\/1/iu;

/** Whether the beginning of a text is that of a JSON Feed: the mark is a key of the outermost object. */
export function beginsAsJsonFeed(head: string): boolean {
  if (!/^[\ufeff\s]{0,1000}\{/u.test(head)) return false;
  const at = mark.exec(head)?.index ?? -1;
  return at !== -1 && depthAt(head, at) === 1;
}

/** How many objects and lists are open at a place; strings are passed over. */
function depthAt(text: string, place: number): number {
  let depth = 0;
  for (let at = 0; at < place; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') {
      for (at += 1; at < place && text.charAt(at) !== '"'; at += 1) if (text.charAt(at) === '\\') at += 1;
      if (at >= place) return -1;
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return depth;
}

function stringIn(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = textOf(value);
  return text.trim() === '' ? null : text;
}

function plainIn(value: unknown): FeedText | null {
  const text = stringIn(value);
  return text === null ? null : { kind: 'plain', value: text };
}

/** Version 1.1 has a list of authors, version 1 one author. */
function authorsIn({ authors, author }: JsonObject): readonly string[] {
  const people = Array.isArray(authors) ? (authors as readonly unknown[]) : [author];
  const named = people
    .slice(0, 50)
    .map((person) => (isRecord(person) ? stringIn(person['name']) : stringIn(person)));
  return [...new Set(named.filter((name) => name !== null).map(onOneLine))];
}

function captionsIn({ attachments }: JsonObject): readonly FeedCaption[] {
  if (!Array.isArray(attachments)) return [];
  return (attachments as readonly unknown[]).slice(0, 200).flatMap((attachment) => {
    if (!isRecord(attachment) || !/^image\//iu.test(textOf(attachment['mime_type']))) return [];
    const text = stringIn(attachment['title']);
    return text === null ? [] : [{ text: onOneLine(text), credit: null }];
  });
}

function entryOf(item: JsonObject, base: string | null): FeedEntry {
  const html = stringIn(item['content_html']);
  const { tags } = item;
  return {
    id: stringIn(item['id']),
    title: plainIn(item['title']),
    contents: [html === null ? null : htmlText(html), plainIn(item['content_text'])].filter(
      (text) => text !== null,
    ),
    summaries: [plainIn(item['summary'])].filter((text) => text !== null),
    captions: captionsIn(item),
    link: linkOf(item, base),
    authors: authorsIn(item),
    dates: [stringIn(item['date_published']), stringIn(item['date_modified'])].filter(
      (date) => date !== null,
    ),
    language: stringIn(item['language']),
    keywords: distinctKeywords(Array.isArray(tags) ? (tags as readonly unknown[]).map(textOf) : []),
    source: null,
    section: null,
  };
}

/** The permanent address; an `id` is one when it looks so, as the format asks. */
function linkOf(item: JsonObject, base: string | null): string | null {
  const id = stringIn(item['id']);
  return (
    resolveUrl(stringIn(item['url']), base) ??
    resolveUrl(stringIn(item['external_url']), base) ??
    (id !== null && /^https?:\/\//iu.test(id) ? resolveUrl(id, base) : null)
  );
}

/** A JSON Feed 1.0 or 1.1; null when the text is no object of JSON. */
export function feedOfJson(text: string, { capture }: SourceFile): FeedDocument | null {
  const feed = parse(text);
  if (!isRecord(feed)) return null;
  const link = stringIn(feed['home_page_url']);
  const base = capture?.url ?? stringIn(feed['feed_url']) ?? link;
  const items: readonly unknown[] = Array.isArray(feed['items']) ? feed['items'] : [];
  const title = stringIn(feed['title']);
  return {
    mediaType: 'application/feed+json',
    title: title === null ? null : onOneLine(title),
    link: resolveUrl(link, base),
    language: stringIn(feed['language']),
    authors: authorsIn(feed),
    entries: items.filter(isRecord).map((item) => entryOf(item, base)),
    isCutOff: false,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, '')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}
