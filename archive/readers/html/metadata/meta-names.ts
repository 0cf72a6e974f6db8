/**
 * Names under which pages give the same thing, in lower case, the most trustworthy first: the Open Graph protocol with
 * its `article` namespace, Dublin Core (DCMI terms and the older DC.*), Highwire Press (`citation_*`), Parse.ly, Sailthru,
 * rNews, and what publishers and their editing systems have invented.
 */
export const metaNames = {
  headline: [
    ...[
      'og:title',
      'headline',
      'hdl',
      'article:title',
      'dc.title',
      'dcterms.title',
      'dc:title',
      'dcterm:title',
      'citation_title',
    ],
    ...[
      'parsely-title',
      'sailthru.title',
      'twitter:title',
      'weibo:article:title',
      'weibo:webpage:title',
      'title',
    ],
  ],
  standfirst: [
    ...[
      'og:description',
      'standfirst',
      'dc.description',
      'dcterms.description',
      'dc:description',
      'dcterm:description',
    ],
    ...[
      'description',
      'sailthru.description',
      'twitter:description',
      'dcterms.abstract',
      'weibo:article:description',
    ],
  ],
  author: [
    ...[
      'author',
      'article:author',
      'article:author_name',
      'dc.creator',
      'dcterms.creator',
      'dc:creator',
      'dcterm:creator',
    ],
    ...[
      'citation_author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'byline',
      'authors',
      'article_author',
      'cxenseparse:author',
    ],
    ...[
      'cse_author',
      'cse_authors',
      'dc.contributor.author',
      'og:article:author',
      'rnews:author',
      'twitter:creator:name',
    ],
  ],
  source: [
    ...[
      'og:site_name',
      'dc.publisher',
      'dcterms.publisher',
      'dc:publisher',
      'citation_journal_title',
      'publisher',
      'source',
    ],
    ...['cre', 'application-name', 'apple-mobile-web-app-title', 'sailthru.publisher', 'dc.source'],
  ],
  section: [
    ...[
      'article:section',
      'section',
      'parsely-section',
      'cxenseparse:recs:category',
      'articlesection',
      'category',
      'og:section',
    ],
    ...['dc.type.section', 'sailthru.section', 'page.section', 'article.section'],
  ],
  language: [
    'content-language',
    'language',
    'dc.language',
    'dcterms.language',
    'dc:language',
    'og:locale',
    'inlanguage',
    'locale',
  ],
  published: [
    ...[
      'article:published_time',
      'originalpublicationdate',
      'datepublished',
      'rnews:datepublished',
      'og:article:published_time',
    ],
    ...[
      'og:published_time',
      'citation_publication_date',
      'citation_online_date',
      'citation_date',
      'parsely-pub-date',
      'sailthru.date',
    ],
    ...[
      'dcterms.issued',
      'dc.date.issued',
      'dcterms.available',
      'dc:date.issued',
      'article_date_original',
      'pubdate',
      'pub_date',
      'ptime',
    ],
    ...[
      'publishdate',
      'publish-date',
      'publish_date',
      'publication_date',
      'publication-date',
      'publicationdate',
      'publishtime',
    ],
    ...[
      'publish_time',
      'published_time',
      'published_at',
      'published',
      'published-date',
      'published_date',
      'cxenseparse:recs:publishtime',
    ],
    ...[
      'cxenseparse:publishtime',
      'shareaholic:article_published_time',
      'bt:pubdate',
      'vr:published_time',
      'firstpublishdate',
    ],
    ...[
      'first-publish-date',
      'article.published',
      'article.created',
      'article:post_date',
      'article:published',
      'article_publish_date',
    ],
    ...[
      'date_published',
      'displaydate',
      'display_date',
      'pdate',
      'releasedate',
      'release_date',
      'dateissued',
      'issued',
    ],
    ...[
      'eomportal-date',
      'weibo:article:create_at',
      'apub:time',
      'firstpublished',
      'article:date',
      'iso-8601-publish-date',
      'storydate',
    ],
  ],
  /** Dates that mostly are those of publication. */
  perhapsPublished: [
    ...[
      'date',
      'dc.date',
      'dc:date',
      'dcterms.date',
      'dcterm:date',
      'dc.date.created',
      'dcterms.created',
      'dc:created',
      'dcterms:created',
    ],
    ...[
      'dcterms:date',
      'datecreated',
      'date.created',
      'created',
      'creation_date',
      'article:created_time',
      'article:created',
    ],
    ...[
      'timestamp',
      'pub-date',
      'time',
      'datetime',
      'article-date',
      'article_date',
      'content_date',
      'dc.created',
      'sort_date',
      'thedate',
    ],
  ],
  modified: [
    ...[
      'article:modified_time',
      'datemodified',
      'og:updated_time',
      'last-modified',
      'lastmod',
      'dcterms.modified',
      'dc.date.modified',
    ],
    ...[
      'revised',
      'modified',
      'last_updated',
      'lastupdate',
      'last-update',
      'dc.date.updated',
      'utime',
      'article.updated',
      'updated_time',
    ],
  ],
  keywords: [
    'news_keywords',
    'article:tag',
    'parsely-tags',
    'sailthru.tags',
    'keywords',
    'dc.subject',
    'dcterms.subject',
    'citation_keywords',
  ],
  url: ['og:url', 'dc.identifier.uri', 'parsely-link', 'twitter:url', 'citation_public_url'],
} as const;

export type MetaField = keyof typeof metaNames;

/** The values of one of its fields, in the order of the names. */
export function metaValues(
  metas: ReadonlyMap<string, readonly string[]>,
  field: MetaField,
): readonly string[] {
  return metaNames[field].flatMap((name) => metas.get(name) ?? []);
}

/** The values of each name of one of its fields apart: authors of one kind are several, of two kinds the same again. */
export function metaLists(
  metas: ReadonlyMap<string, readonly string[]>,
  field: MetaField,
): readonly (readonly string[])[] {
  return metaNames[field].flatMap((name) => {
    const values = metas.get(name);
    return values === undefined ? [] : [values];
  });
}
