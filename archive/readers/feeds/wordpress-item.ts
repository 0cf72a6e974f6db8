import type { ArticleWarning } from '../../model/article.ts';
import type { PartialDate } from '../../model/partial-date.ts';
import type { Draft } from '../reader.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { attributeOf, textIn } from './feed-constructs.ts';
import type { FeedDocument, FeedEntry } from './feed-document.ts';
import { draftOfEntry } from './feed-draft.ts';
import { distinctKeywords } from './feed-keywords.ts';
import { resolveUrl } from './feed-links.ts';
import { guessedText, htmlText, looksLikeHtml, wordsOfTitle } from './feed-markup.ts';
import { allOf, feedChildren, feedNameOf } from './feed-names.ts';
import type { FeedChildren } from './feed-names.ts';
import { htmlOfPost } from './wordpress-content.ts';

/** What the beginning of an export says of all its items. */
export interface WordPressSite {
  readonly feed: FeedDocument;
  readonly encoding: string;
  /** The opening tag of the root, which declares the prefixes. */
  readonly rootTag: string;
  /** Names to show, by the names that authors log in with. */
  readonly authors: ReadonlyMap<string, string>;
}

/** What an item is: an article, or something that an export also holds (attachments, menus, drafts). */
export type WordPressItem =
  | { readonly kind: 'post'; readonly draft: Omit<Draft, 'record'> }
  | { readonly kind: 'other' }
  | { readonly kind: 'empty' };

/** Posts and pages, and what sites of news call their own kinds of them. */
const types = /^(?:post|page|article|news|story|column|opinion|review|interview|press[-_]?release)s?$/iu;

function one(children: FeedChildren, ...names: readonly string[]): string | null {
  return (
    allOf(children, ...names)
      .map(textIn)
      .find((text) => text !== null) ?? null
  );
}

/** The title, address and authors of the site, from what stands before its items. */
export function siteOf(head: string, encoding: string): WordPressSite {
  const [root] = xmlTree(head).filter((element) => feedNameOf(element) === 'rss');
  const [channel] = root === undefined ? [] : allOf(feedChildren(root), 'channel');
  const children = channel === undefined ? new Map<string, readonly XmlElement[]>() : feedChildren(channel);
  const [titled] = allOf(children, 'title');
  const title = titled === undefined ? null : guessedText(textIn(titled) ?? '');
  return {
    feed: {
      mediaType: 'application/rss+xml',
      title: title === null ? null : wordsOfTitle(title, true) || null,
      link: one(children, 'link'),
      language: one(children, 'language'),
      ...{ authors: [], entries: [], isCutOff: false },
    },
    encoding,
    rootTag: /<(?:\w{1,20}:)?rss\b[^<>]{0,20000}>/iu.exec(head)?.[0] ?? '<rss>',
    authors: authorsOf(children),
  };
}

function authorsOf(children: FeedChildren): ReadonlyMap<string, string> {
  const authors = new Map<string, string>();
  for (const author of allOf(children, 'wp:author')) {
    const parts = feedChildren(author);
    const login = one(parts, 'wp:author_login');
    const whole = [one(parts, 'wp:author_first_name'), one(parts, 'wp:author_last_name')].filter(
      (name) => name !== null,
    );
    const name = one(parts, 'wp:author_display_name') ?? (whole.length > 0 ? whole.join(' ') : null);
    if (login !== null && name !== null) authors.set(login, name);
  }
  return authors;
}

function isTime(text: string | null): text is string {
  return text !== null && /[1-9]/u.test(text);
}

/** The time in UTC, else that of the site, else that of the feed; a time never set is all zeros. */
function datesOf(children: FeedChildren): readonly string[] {
  const gmt = one(children, 'wp:post_date_gmt');
  const times = [isTime(gmt) ? utcOf(gmt) : null, one(children, 'wp:post_date'), one(children, 'pubdate')];
  return times.filter(isTime);
}

/** `wp:post_date_gmt` does not say in its text that it is UTC. */
function utcOf(gmt: string): string {
  return `${gmt.replace(' ', 'T')}Z`;
}

/** As the export has it, with the zone that the name of its element gives. */
function asPrinted(published: PartialDate | null, children: FeedChildren): PartialDate | null {
  const gmt = one(children, 'wp:post_date_gmt');
  if (published === null || !isTime(gmt) || published.printed !== utcOf(gmt)) return published;
  return { ...published, printed: gmt, zone: 'GMT' };
}

/** Categories and tags by their names; version 1.0 lists each twice, once without saying what it is. */
function keywordsOf(children: FeedChildren): readonly string[] {
  const filed = allOf(children, 'category')
    .filter((category) => /^(?:category|post_tag|tag|)$/iu.test(attributeOf(category, 'domain') ?? ''))
    .map(textIn)
    .filter((name) => name !== null && name.toLowerCase() !== 'uncategorized')
    .map((name) => {
      const guessed = guessedText(name ?? '');
      return guessed === null ? '' : wordsOfTitle(guessed, true);
    });
  return distinctKeywords(filed);
}

function entryOf(children: FeedChildren, { authors }: WordPressSite): FeedEntry {
  const content = one(children, 'content:encoded') ?? '';
  const excerpt = one(children, 'excerpt:encoded', 'description') ?? '';
  const creator = one(children, 'dc:creator', 'author');
  return {
    id: one(children, 'wp:post_id', 'guid'),
    title: guessedText(one(children, 'title') ?? ''),
    contents: [htmlText(htmlOfPost(content))].filter((text) => text !== null),
    summaries: [looksLikeHtml(excerpt) ? htmlText(htmlOfPost(excerpt)) : guessedText(excerpt)].filter(
      (text) => text !== null,
    ),
    link: resolveUrl(one(children, 'link') ?? one(children, 'guid'), null),
    authors: creator === null ? [] : [authors.get(creator) ?? creator],
    dates: datesOf(children),
    keywords: keywordsOf(children),
    ...{ captions: [], language: null, source: null, section: null },
  };
}

/** An item of an export, from its own text. */
export function itemOf(
  text: string,
  site: WordPressSite,
  warnings: readonly ArticleWarning[],
): WordPressItem {
  if (!text.includes('<', 1)) return { kind: 'empty' };
  const [root] = xmlTree(`${site.rootTag}${text}`);
  const [item] = root === undefined ? [] : allOf(feedChildren(root), 'item');
  if (item === undefined) return { kind: 'empty' };
  const children = feedChildren(item);
  const status = one(children, 'wp:status') ?? 'publish';
  const type = one(children, 'wp:post_type') ?? 'post';
  if (!types.test(type) || !/^publish(?:ed)?$/iu.test(status)) return { kind: 'other' };
  const entry = entryOf(children, site);
  const draft = draftOfEntry(entry, { feed: site.feed, encoding: site.encoding, warnings });
  if (draft === null) return { kind: 'empty' };
  return { kind: 'post', draft: { ...draft, published: asPrinted(draft.published, children) } };
}
