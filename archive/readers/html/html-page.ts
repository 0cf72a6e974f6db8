import type { ArticleWarning, Block } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import { detectLanguage } from '../../text/language.ts';
import { distinctLinks } from '../page-foot.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { decodeError } from '../source-text.ts';
import { blocksOfUnits } from './body/article-blocks.ts';
import { findArticle } from './body/article-finder.ts';
import type { ArticleHints, FoundArticle } from './body/article-finder.ts';
import { isArticle } from './body/is-article.ts';
import { listedLinks } from './body/listed-links.ts';
import { textOfPage, tidy } from './body/page-units.ts';
import { structuredBody } from './body/structured-body.ts';
import { looksLikeHtml } from './claims-html.ts';
import { decodeHtml } from './decode-html.ts';
import type { DecodedPage } from './decode-html.ts';
import { pageMetadata } from './metadata/page-metadata.ts';
import type { PageMetadata } from './metadata/page-metadata.ts';
import type { Page } from './page/page-tree.ts';
import { parsePage } from './page/parse-page.ts';
import { isHidden } from './page/visibility.ts';
import { rawText } from './page/tree-builder.ts';

const largest = 64 * 1024 * 1024;
const longestTitle = 2_000;
const madeWords = 10;
const cutPart = 'the layout of very deep or very many elements';
/** Less in JSON-LD is a summary. */
const shortestHidden = 400;

/** The text of the first element of a name; '' when the page has none. Longer ones are cut: they are no headline. */
function textOfFirst(page: Page, name: string): string {
  const first = page.elements.find((element) => element.name === name);
  return first === undefined ? '' : tidy(rawText(first).slice(0, longestTitle));
}

function wordsOf(blocks: readonly Block[]): string {
  const texts = blocks.map((block) =>
    'text' in block ? block.text : 'items' in block ? block.items.join('\n') : '',
  );
  return texts.join('\n');
}

/** The page's own headline, else the first words of its text. */
function headlineOf(
  given: string | null,
  words: string,
): { headline: string; made: readonly ArticleWarning[] } {
  if (given !== null) return { headline: given, made: [] };
  const start = words.split(/\s+/u).slice(0, madeWords).join(' ');
  return {
    headline: start.length < words.trim().length ? `${start}…` : start,
    made: [{ code: 'headline-made' }],
  };
}

/** A page that a script fills has its text in JSON-LD only; null when what is shown has most of it. */
function hiddenText(page: Page, shown: string): readonly Block[] | null {
  const body = structuredBody(page);
  if (body === null || body.length < shortestHidden || shown.length > body.length * 0.3) return null;
  const html = /<(?:p|br|div)\b/iu.test(body) ? body : body.replace(/\s*\n\s*/gu, '<br><br>');
  return blocksOfUnits(textOfPage(parsePage(html).body, isHidden).units);
}

interface PageArticle {
  readonly standfirst: string | null;
  readonly blocks: readonly Block[];
  readonly found: FoundArticle | null;
}

/** The article in a page: what is shown of it, else what the page carries for a script to show. */
function articleOf(page: Page, title: string, hints: ArticleHints): PageArticle | null {
  const found = findArticle(page, hints);
  const shown = found !== null && isArticle(found, title) ? blocksOfUnits(found.units) : [];
  const hidden = hiddenText(page, wordsOf(shown));
  if (hidden !== null) return { standfirst: null, blocks: hidden, found };
  return found === null || shown.length === 0 ? null : { standfirst: found.standfirst, blocks: shown, found };
}

function draftOf(decoded: DecodedPage, source: SourceFile): Draft | null {
  const page = parsePage(decoded.text);
  const { url = null, captured = null } = source.capture ?? {};
  const metadata: PageMetadata = pageMetadata(page, { url, captured });
  const title = textOfFirst(page, 'title');
  const given = metadata.headline ?? (textOfFirst(page, 'h1') || title || null);
  const article = articleOf(page, title, { headlines: [given ?? '', title], byline: metadata.byline });
  if (article === null) return null;
  const { standfirst, blocks, found } = article;
  const words = [standfirst ?? '', wordsOf(blocks)].join('\n').trim();
  const { headline, made } = headlineOf(given, words);
  const links = found === null ? [] : listedLinks(found, { base: metadata.url ?? url, headline });
  const warnings = [...decoded.warnings, ...metadata.warnings, ...made];
  return {
    headline,
    standfirst,
    blocks,
    byline: metadata.byline,
    source: metadata.source,
    section: metadata.section,
    language: metadata.language ?? detectLanguage(`${headline}\n${words}`),
    published: metadata.published,
    url: metadata.url,
    listed: distinctLinks(links),
    warnings: page.cut ? [...warnings, { code: 'part-missing', part: cutPart }] : warnings,
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'text/html',
    encoding: decoded.encoding,
    keywords: metadata.keywords,
  };
}

/**
 * A page of news as it was saved: by a browser with its pictures beside it, by SingleFile in one file, by a crawler. Pages
 * without an article (front pages, lists, errors) give `no-article`.
 */
export const htmlPage: Reader = {
  name: 'html',
  version: 1,
  limit: largest,
  claims({ bytes }): boolean {
    return looksLikeHtml(bytes);
  },
  async *read(source) {
    const decoded = decodeHtml(source);
    if (!decoded.ok) {
      yield fail(decodeError(decoded.error, source.path));
      return;
    }
    const draft = draftOf(decoded.value, source);
    yield draft === null ? fail(archiveError('no-article', { path: source.path })) : ok(draft);
  },
};
