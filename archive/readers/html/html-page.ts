import type { ArticleWarning, Block } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import { detectLanguage } from '../../text/language.ts';
import { distinctLinks } from '../page-foot.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { decodeError } from '../source-text.ts';
import { blocksOfUnits } from './body/article-blocks.ts';
import { findArticle } from './body/article-finder.ts';
import { isArticle } from './body/is-article.ts';
import { listedLinks } from './body/listed-links.ts';
import { tidy } from './body/page-units.ts';
import { looksLikeHtml } from './claims-html.ts';
import { decodeHtml } from './decode-html.ts';
import type { DecodedPage } from './decode-html.ts';
import { parseDocument } from './dom.ts';
import { pageMetadata } from './metadata/page-metadata.ts';
import type { PageMetadata } from './metadata/page-metadata.ts';
import { htmlOf } from './page/html-of.ts';
import type { Page } from './page/page-tree.ts';
import { parsePage } from './page/parse-page.ts';
import { rawText } from './page/tree-builder.ts';

const largest = 64 * 1024 * 1024;
const madeWords = 10;

function titleOf(page: Page): string {
  const title = page.elements.find(({ name }) => name === 'title');
  return title === undefined ? '' : tidy(rawText(title));
}

function headingOf(page: Page): string | null {
  const heading = page.elements.find(({ name }) => name === 'h1');
  return (heading === undefined ? '' : tidy(rawText(heading))) || null;
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

function draftOf(decoded: DecodedPage, source: SourceFile): Draft | null {
  const page = parsePage(decoded.text);
  const document = parseDocument(htmlOf(page.html, { numbers: false }));
  const { url = null, captured = null } = source.capture ?? {};
  const metadata: PageMetadata = pageMetadata(document, { url, captured });
  const title = titleOf(page);
  const given = metadata.headline ?? headingOf(page) ?? (title || null);
  const found = findArticle(page, { headlines: [given ?? '', title], byline: metadata.byline });
  if (found === null || !isArticle(found, title)) return null;
  const blocks = blocksOfUnits(found.units);
  const words = [found.standfirst ?? '', wordsOf(blocks)].join('\n').trim();
  const { headline, made } = headlineOf(given, words);
  return {
    headline,
    standfirst: found.standfirst,
    blocks,
    byline: metadata.byline,
    source: metadata.source,
    section: metadata.section,
    language: metadata.language ?? detectLanguage(`${headline}\n${words}`),
    published: metadata.published,
    url: metadata.url,
    listed: distinctLinks(listedLinks(found, { base: metadata.url ?? url, headline })),
    warnings: [
      ...decoded.warnings,
      ...metadata.warnings,
      ...made,
      ...(page.cut
        ? [{ code: 'part-missing' as const, part: 'the layout of very deep or very many elements' }]
        : []),
    ],
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
