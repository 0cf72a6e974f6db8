import { archiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import { detectLanguage } from '../../text/language.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { decodeError } from '../source-text.ts';
import { findArticle } from './body/article-units.ts';
import { blocksOfUnits } from './body/article-blocks.ts';
import { looksLikeHtml } from './claims-html.ts';
import { decodeHtml } from './decode-html.ts';
import type { DecodedPage } from './decode-html.ts';
import { parseDocument } from './dom.ts';
import { pageMetadata } from './metadata/page-metadata.ts';
import { htmlOf } from './page/html-of.ts';
import { parsePage } from './page/parse-page.ts';

function draftOf(decoded: DecodedPage, source: SourceFile): Draft | null {
  const page = parsePage(decoded.text);
  const metadata = pageMetadata(parseDocument(htmlOf(page.html, { numbers: false })), {
    url: source.capture?.url ?? null,
  });
  const blocks = blocksOfUnits(findArticle(page)?.units ?? []);
  if (blocks.length === 0) return null;
  const words = blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
  return {
    headline: metadata.headline ?? words.slice(0, 80),
    standfirst: null,
    blocks,
    byline: metadata.byline,
    source: metadata.source,
    section: metadata.section,
    language: metadata.language ?? detectLanguage(words),
    published: metadata.published,
    url: metadata.url,
    listed: [],
    warnings: [
      ...decoded.warnings,
      ...metadata.warnings,
      ...(metadata.headline === null ? [{ code: 'headline-made' as const }] : []),
    ],
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'text/html',
    encoding: decoded.encoding,
    keywords: metadata.keywords,
  };
}

/** A page of news as it was saved. Front pages and pages of errors have no article: `no-article`. */
export const htmlPage: Reader = {
  name: 'html',
  version: 1,
  limit: 64 * 1024 * 1024,
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
