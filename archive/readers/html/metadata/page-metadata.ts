import type { ArticleWarning } from '../../../model/article.ts';
import type { PartialDate } from '../../../model/partial-date.ts';
import { readJsonDate } from '../../json-lines-date.ts';
import { readLanguageTag } from '../../json-lines-language.ts';
import type { PageDocument } from './page-dom.ts';

/** What is known of a page beside its document. */
export interface PageOrigin {
  /** The address it was captured from. */
  readonly url: string | null;
}

/** What a page says of its article, in its head, in its markup and around its headline. */
export interface PageMetadata {
  /** Without the name of the site; null when the page has none. */
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** The names only, without `By`: `Nick Hawton, Arben Qirezi`. */
  readonly byline: string | null;
  /** The name of the publisher, else its host. */
  readonly source: string | null;
  readonly section: string | null;
  /** BCP 47 as the page says it; null when it says nothing: detect it then. */
  readonly language: string | null;
  readonly published: PartialDate | null;
  readonly modified: PartialDate | null;
  /** The canonical address, else the page's own. */
  readonly url: string | null;
  readonly keywords: readonly string[];
  /** Of the dates only: `undated`, `date-from-text`, `date-impossible`, `date-ambiguous` and their like. */
  readonly warnings: readonly ArticleWarning[];
}

interface Queried {
  querySelector(
    selector: string,
  ): { readonly textContent: string | null; getAttribute(name: string): string | null } | null;
}

/**
 * Reads the metadata of a page. `document` is as linkedom parses it, and is not changed. Never throws, whatever the
 * page holds.
 */
export function pageMetadata(document: PageDocument, page: PageOrigin): PageMetadata {
  const dom = document as unknown as Queried;
  const meta = (name: string): string | null =>
    dom.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')?.trim() ||
    null;
  const date = readJsonDate(meta('article:published_time') ?? meta('date'));
  return {
    headline: meta('og:title') ?? dom.querySelector('title')?.textContent?.trim() ?? null,
    standfirst: meta('og:description') ?? meta('description'),
    byline: meta('author'),
    source: meta('og:site_name'),
    section: meta('article:section'),
    language: readLanguageTag(dom.querySelector('html')?.getAttribute('lang') ?? ''),
    published: date.date,
    modified: readJsonDate(meta('article:modified_time')).date,
    url: dom.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? page.url,
    keywords: [],
    warnings: date.warnings,
  };
}
