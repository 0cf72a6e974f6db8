import type {
  Article,
  ArticleId,
  ArticleSummary,
  ArticleWarning,
  Block,
  ListedLink,
  MemberPlace,
  Sha256,
} from '../model/article.ts';
import type { DatePrecision, PartialDate } from '../model/partial-date.ts';
import { integer, json, text, textOrNull } from './columns.ts';
import { collectionOf } from './membership.ts';
import type { Row } from './sqlite.ts';

/** The date of a row, in the columns `published…`; with a prefix, of the page that a listed item stands on. */
export function published(row: Row, prefix = ''): PartialDate | null {
  const value = textOrNull(row, `${prefix}published`);
  if (value === null) return null;
  return {
    value,
    precision: text(row, `${prefix}published_precision`) as DatePrecision,
    printed: text(row, `${prefix}published_printed`),
    zone: textOrNull(row, `${prefix}published_zone`),
  };
}

/** The columns of `articles` that `summaryOf` reads. */
export const summaryColumns =
  'id, headline, standfirst, source, section, language, published, published_precision, published_printed, ' +
  `published_zone, ${collectionOf('articles')} AS collection`;

/** A row of `articles` as a summary. */
export function summaryOf(row: Row): ArticleSummary {
  return {
    id: text(row, 'id') as ArticleId,
    headline: text(row, 'headline'),
    standfirst: textOrNull(row, 'standfirst'),
    source: textOrNull(row, 'source'),
    section: textOrNull(row, 'section'),
    language: textOrNull(row, 'language'),
    published: published(row),
    collection: text(row, 'collection'),
    archived: true,
    listedOn: null,
  };
}

/** A row of `articles` joined with its original's size, and what it lists, as an article. */
export function articleOf(row: Row, listed: readonly ListedLink[]): Article {
  return {
    id: text(row, 'id') as ArticleId,
    headline: text(row, 'headline'),
    standfirst: textOrNull(row, 'standfirst'),
    blocks: json<readonly Block[]>(row, 'blocks'),
    byline: textOrNull(row, 'byline'),
    source: textOrNull(row, 'source'),
    section: textOrNull(row, 'section'),
    language: textOrNull(row, 'language'),
    published: published(row),
    url: textOrNull(row, 'url'),
    keywords: json<readonly string[]>(row, 'keywords'),
    listed,
    asRead: {},
    collection: text(row, 'collection'),
    original: {
      mediaType: text(row, 'media_type'),
      bytes: integer(row, 'bytes'),
      sha256: text(row, 'original') as Sha256,
      name: text(row, 'name'),
      encoding: textOrNull(row, 'encoding'),
      reader: { name: text(row, 'reader'), version: integer(row, 'reader_version') },
      members: row['members'] === null ? [] : json<readonly MemberPlace[]>(row, 'members'),
      captured: textOrNull(row, 'captured'),
      span:
        row['span_start'] === null
          ? null
          : { start: integer(row, 'span_start'), end: integer(row, 'span_end') },
    },
    warnings: json<readonly ArticleWarning[]>(row, 'warnings'),
    places: json<Article['places']>(row, 'places'),
  };
}

/** A row of `listed` with its `target` worked out, as a link. */
export function linkOf(row: Row): ListedLink {
  return {
    id: text(row, 'id') as ArticleId,
    headline: text(row, 'headline'),
    url: textOrNull(row, 'url'),
    heading: textOrNull(row, 'heading'),
    article: textOrNull(row, 'target') as ArticleId | null,
  };
}

/** A row of `listed` joined with its page (columns `page_…`) as the summary of an item that is not archived. */
export function listedSummaryOf(row: Row): ArticleSummary {
  return {
    id: text(row, 'id') as ArticleId,
    headline: text(row, 'headline'),
    standfirst: null,
    source: null,
    section: null,
    language: null,
    published: null,
    collection: text(row, 'page_collection'),
    archived: false,
    listedOn: {
      id: text(row, 'article') as ArticleId,
      headline: text(row, 'page_headline'),
      source: textOrNull(row, 'page_source'),
      published: published(row, 'page_'),
    },
  };
}
