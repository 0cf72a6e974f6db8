import { createHash } from 'node:crypto';
import type { Article, ArticleId, ArticleSummary, Block, Sha256 } from '../../../../archive/model/article.ts';
import type { PartialDate } from '../../../../archive/model/partial-date.ts';
import type { SearchAnswer, SearchRequest } from '../../../../archive/model/search.ts';
import type { IndexSearch } from '../../../../archive/search/index-search.ts';
import type { SearchRecord } from '../../../../archive/search/search-record.ts';

type ArticleRecord = Extract<SearchRecord, { kind: 'article' }>;

/** What a test says of an article; the rest is of no account. */
export interface Sketch {
  readonly id: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly blocks?: readonly (string | Block)[];
  readonly published?: string;
  readonly source?: string;
  readonly section?: string;
  /** English, unless said. */
  readonly language?: string;
  readonly collection?: string;
  readonly listed?: readonly string[];
}

function dateOf(value: string | undefined): PartialDate | null {
  return value === undefined ? null : { value, precision: 'day', printed: value, zone: null };
}

const names = new Map<string, string>();

/** The id of an article that a test calls by a name. */
export function idOf(name: string): ArticleId {
  const id = createHash('sha256').update(name).digest('hex').slice(0, 32);
  names.set(id, name);
  return id as ArticleId;
}

/** What a test calls the article with this id. */
export function nameOf(id: string): string {
  return names.get(id) ?? id;
}

/** An article; strings among the blocks are paragraphs. */
export function record(sketch: Sketch): ArticleRecord {
  const summary: ArticleSummary = {
    id: idOf(sketch.id),
    headline: sketch.headline,
    standfirst: sketch.standfirst ?? null,
    source: sketch.source ?? null,
    section: sketch.section ?? null,
    language: sketch.language ?? 'en',
    published: dateOf(sketch.published),
    collection: sketch.collection ?? 'test',
    archived: true,
    listedOn: null,
  };
  const article: Article = {
    ...summary,
    blocks: (sketch.blocks ?? []).map((block) =>
      typeof block === 'string' ? { kind: 'paragraph', text: block, place: null } : block,
    ),
    byline: null,
    url: null,
    keywords: [],
    asRead: {},
    listed: (sketch.listed ?? []).map((headline) => ({
      id: idOf(headline),
      headline,
      url: null,
      heading: null,
      article: null,
    })),
    original: {
      mediaType: 'text/plain',
      bytes: 0,
      sha256: '' as Sha256,
      name: sketch.id,
      encoding: 'utf-8',
      span: null,
      members: [],
      captured: null,
      reader: { name: 'test', version: 1 },
    },
    warnings: [],
    places: { headline: null, standfirst: null, published: null },
  };
  return { kind: 'article', summary, article };
}

/** An item that a page lists. */
export function listedRecord(headline: string): SearchRecord {
  const { summary } = record({ id: headline, headline });
  return { kind: 'listed', url: null, summary: { ...summary, archived: false } };
}

/** A request with everything at its default. */
export function request(text: string, more: Partial<SearchRequest> = {}): SearchRequest {
  return {
    text,
    match: 'all',
    exactSpelling: false,
    sort: 'relevance',
    typing: false,
    filter: { collection: null, section: null, dates: null },
    offset: 0,
    limit: 100,
    ...more,
  };
}

/** The names of what was found, in order. */
export function ids(engine: IndexSearch, text: string, more: Partial<SearchRequest> = {}): readonly string[] {
  return engine.search(request(text, more)).hits.map((hit) => nameOf(hit.id));
}

/** The same, sorted. */
export function idSet(
  engine: IndexSearch,
  text: string,
  more: Partial<SearchRequest> = {},
): readonly string[] {
  return [...ids(engine, text, more)].sort();
}

/** A marked text with its marks in brackets. */
export function bracketed({ text, marks }: SearchAnswer['hits'][number]['snippet']): string {
  let shown = '';
  let at = 0;
  for (const [start, end] of marks) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}
