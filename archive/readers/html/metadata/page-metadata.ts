import type { ArticleWarning } from '../../../model/article.ts';
import type { PartialDate } from '../../../model/partial-date.ts';
import { readLanguageTag } from '../../records/record-language.ts';
import { withoutCapitals } from '../../line-kinds.ts';
import type { Page } from '../page/page-tree.ts';
import { chooseDate } from './choose-date.ts';
import { dateCandidates, modifiedDate } from './date-candidates.ts';
import { withoutEntities } from './html-entities.ts';
import { LinkedData } from './json-ld.ts';
import type { LinkedArticle } from './json-ld.ts';
import { markedValues } from './marked-values.ts';
import type { MarkedLookup } from './marked-values.ts';
import { metaLists, metaValues } from './meta-names.ts';
import type { MetaField } from './meta-names.ts';
import { chooseAddress, savedAddress, webAddress } from './page-address.ts';
import { chooseByline, printedAuthor } from './page-authors.ts';
import { pageFacts } from './page-facts.ts';
import type { PageFacts } from './page-facts.ts';
import { chooseHeadline } from './page-headline.ts';
import type { PageHeadline } from './page-headline.ts';
import { tidy } from './page-walk.ts';
import { parselyPage } from './parsely-page.ts';
import type { ParselyPage } from './parsely-page.ts';
import { hostOf, SiteNames, squeeze } from './site-name.ts';

/** What is known of a page beside its document. */
export interface PageOrigin {
  /** The address it was captured from. */
  readonly url: string | null;
  /** When it was captured (ISO 8601): nothing that it says is younger. */
  readonly captured?: string | null;
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
  /** Of the dates only: `undated`, `date-from-text`, `date-ambiguous` and their like. */
  readonly warnings: readonly ArticleWarning[];
}

const keywordLimit = 50;

const plain = (text: string): string => tidy(withoutEntities(text));

/** The first that has letters. */
function first(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const text = plain(value ?? '');
    if (/[\p{L}\p{N}]/u.test(text) && !/^(?:null|undefined|none|n\/a|\[object Object\])$/iu.test(text))
      return text;
  }
  return null;
}

function keywordsOf(values: readonly string[]): readonly string[] {
  const words = new Map<string, string>();
  for (const value of values) {
    for (const word of plain(value.replace(/^\[|\]$/gu, '')).split(/\s*[,;|]\s*/u)) {
      if (word !== '' && word.length <= 100 && !words.has(word.toLowerCase()))
        words.set(word.toLowerCase(), word);
    }
  }
  return [...words.values()].slice(0, keywordLimit);
}

function languageOf(facts: PageFacts, linked: LinkedArticle | null): string | null {
  const given = [facts.language, ...metaValues(facts.metas, 'language'), linked?.language];
  for (const value of given) {
    const tag = readLanguageTag((value ?? '').split(/[,;\s]/u)[0] ?? '');
    if (tag !== null) return tag;
  }
  return null;
}

/** The name of the publisher; an address as name, and a handle, say nothing more than the host. */
function sourceOf(names: readonly (string | null)[], url: string | null): string | null {
  const isName = (name: string | null): boolean =>
    name !== null && name.length <= 100 && !/^(?:https?:|www\.|@|\/\/)/iu.test(name);
  const name = first(names.filter(isName));
  if (name === null) return hostOf(url);
  const plainName = withoutTagline(name, url);
  return plainName.includes(' ') ? withoutCapitals(plainName) : plainName;
}

/** `Balkan Insight | Home of the …`: of a name with a motto, the part that the host is made of. */
function withoutTagline(name: string, url: string | null): string {
  const parts = name.split(/\s+[|–—:•·-]+\s+/u);
  const known = new SiteNames([], url);
  return parts.length > 1 ? (parts.find((part) => known.isSite(part)) ?? name) : name;
}

/** Words that editing systems put where a section should be. */
const noSection =
  /^(?:posts?|articles?|all|home|page|uncategori[sz]ed|default|story|stories|content|index|website|main|none|blog)$/iu;

/** The first section with a name; of a list its first, of a path its last part. */
function sectionOf(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const text = first([value]);
    if (text === null) continue;
    const part = text.startsWith('/')
      ? (text.split('/').filter(Boolean).at(-1) ?? '')
      : text.length > 60
        ? (text.split(/\s*[,;|]\s*/u)[0] ?? '')
        : text;
    if (part !== '' && part.length <= 60 && !noSection.test(part)) return part;
  }
  return null;
}

/** A description that the headline repeats is no standfirst. */
function standfirstOf(values: readonly (string | null)[], headline: string | null): string | null {
  const text = first(values);
  return text === null || squeeze(text) === squeeze(headline ?? '') ? null : text;
}

/** All that a page says, before anything is chosen. */
interface Gathered {
  readonly facts: PageFacts;
  readonly linked: LinkedArticle | null;
  readonly parsely: ParselyPage;
  readonly marked: MarkedLookup;
  readonly title: string;
  /** The address it is known by from outside. */
  readonly known: string | null;
  readonly url: string | null;
  readonly siteNames: readonly string[];
}

function gather(page: Page, origin: PageOrigin): Gathered {
  const facts = pageFacts(page);
  const known = webAddress(origin.url, null) ?? savedAddress(facts.comments);
  const base = webAddress(facts.base, known) ?? known;
  const addresses = [facts.canonical, ...metaValues(facts.metas, 'url')].map((one) => webAddress(one, base));
  const title = plain(facts.title ?? '');
  const titles = new Set([title, ...metaValues(facts.metas, 'headline').map(plain)].map(squeeze));
  const linked = new LinkedData(facts.jsonLd).article(
    (headline, url) =>
      titles.has(squeeze(plain(headline ?? ''))) ||
      (url !== null && addresses.includes(webAddress(url, base))),
  );
  const sites = [...metaValues(facts.metas, 'source'), linked?.publisher ?? '', ...(linked?.sites ?? [])].map(
    plain,
  );
  return {
    ...{ facts, linked, title, known, parsely: parselyPage(facts.metas), marked: markedValues(facts) },
    url: chooseAddress([...addresses, webAddress(linked?.url, base)], known),
    // Some pages give their headline for the name of their site.
    siteNames: sites.filter((name) => name !== '' && !titles.has(squeeze(name))),
  };
}

function headlineOf({ facts, linked, parsely, marked, title }: Gathered, names: SiteNames): PageHeadline {
  const given = [
    linked?.headline,
    parsely.title,
    ...metaValues(facts.metas, 'headline'),
    ...marked('headline').slice(0, 1),
  ];
  const described = given.map((one) => plain(one ?? '')).filter((one) => one !== '');
  return chooseHeadline({ described, title: title === '' ? null : title, lines: facts.lines, names });
}

function bylineOf(
  { facts, linked, parsely, marked }: Gathered,
  headline: number,
  names: SiteNames,
): string | null {
  const linkedNames = (organizations: boolean): readonly string[] =>
    (linked?.authors ?? [])
      .filter((one) => organizations || !one.isOrganization)
      .map(({ name }) => plain(name));
  const sources = [
    linkedNames(false),
    ...metaLists(facts.metas, 'author').map((values) => values.map(plain)),
    [parsely.author ?? ''],
    marked('author'),
    marked('rel-author'),
    [printedAuthor(facts.lines, headline) ?? ''],
    marked('class-author').slice(0, 1),
    linkedNames(true),
  ];
  return chooseByline(sources, names);
}

/**
 * Reads the metadata of a page. Never throws, whatever the page holds.
 */
export function pageMetadata(page: Page, origin: PageOrigin): PageMetadata {
  const gathered = gather(page, origin);
  const { facts, linked, parsely, marked, known, url } = gathered;
  const names = new SiteNames(gathered.siteNames, url);
  const headline = headlineOf(gathered, names);
  const meta = (field: MetaField): readonly string[] => metaValues(facts.metas, field);
  const published = chooseDate(
    dateCandidates({
      ...{ facts, linked, parsely, marked, headline: headline.line },
      ...{ url: known ?? url, captured: origin.captured ?? null },
    }),
  );
  const descriptions = [...marked('alternativeheadline'), linked?.description ?? null, ...meta('standfirst')];
  const sections = [
    ...meta('section'),
    linked?.sections[0],
    parsely.section,
    ...marked('articlesection'),
    headline.section,
  ];
  return {
    headline: headline.text,
    standfirst: standfirstOf(descriptions, headline.text),
    byline: bylineOf(gathered, headline.line, names),
    source: sourceOf([...gathered.siteNames, headline.site], url),
    section: sectionOf(sections),
    language: languageOf(facts, linked),
    published: published.date,
    modified: modifiedDate(facts, linked, marked),
    url,
    keywords: keywordsOf([
      ...meta('keywords'),
      ...(linked?.keywords ?? []),
      ...marked('keywords'),
      ...marked('rel-tag'),
    ]),
    warnings: published.warnings,
  };
}
