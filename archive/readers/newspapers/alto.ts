import type { ArticleWarning, Block } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import { rootElement } from '../agency/root-element.ts';
import { wordCount } from '../line-kinds.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { languageOf, madeHeadline } from '../records/record-draft.ts';
import { decodeXml } from '../xml/xml-text.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import { readAltoPage } from './alto-page.ts';
import type { AltoPage, AltoParagraph } from './alto-page.ts';

/** In bytes: a page of a broadsheet with a place for every letter. */
export const altoLimit = 100_000_000;
const larger = 1.6;
const mostWords = 30;

/** The largest block of the page, when it is larger than the others and short enough for a headline. */
function largest({ paragraphs }: AltoPage): AltoParagraph | null {
  const heights = paragraphs.map(({ height }) => height).sort((one, other) => one - other);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const large = paragraphs.filter(({ text, height }) => {
    const words = wordCount(text);
    return height > usual * larger && words >= 2 && words <= mostWords;
  });
  return large.sort((one, other) => other.height - one.height)[0] ?? null;
}

/** What a page says as one article; null when there are no words. */
export interface PageArticle {
  readonly headline: string;
  /** Whether the headline is the first words, with the number of the page. */
  readonly made: boolean;
  readonly blocks: readonly Block[];
}

/** A page as one article. `number` is that of the page, where it is known better than by the page itself. */
export function pageArticle(page: AltoPage, number: string | null = page.number): PageArticle | null {
  const [first] = page.paragraphs;
  if (first === undefined) return null;
  const chosen = largest(page);
  const words = page.paragraphs
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 1_000);
  const headline =
    chosen?.text ?? (number === null ? madeHeadline(words) : `Page ${number}: ${madeHeadline(words)}`);
  const blocks = page.paragraphs
    .filter((paragraph) => paragraph !== chosen)
    .map(({ text }): Block => ({ kind: 'paragraph', text, place: null }));
  if (blocks.length === 0) blocks.push({ kind: 'paragraph', text: first.text, place: null });
  return { headline, made: chosen === null, blocks };
}

function draftOf(page: AltoPage, encoding: string, decoding: readonly ArticleWarning[]): Draft | null {
  const article = pageArticle(page);
  if (article === null) return null;
  const { headline, made, blocks } = article;
  return {
    ...{ headline, standfirst: null, blocks, byline: null, source: null, section: null },
    language: languageOf('', headline, blocks),
    ...{ published: null, url: null, listed: [] },
    warnings: [...decoding, ...(made ? [{ code: 'headline-made' } as const] : []), { code: 'undated' }],
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'application/alto+xml',
    encoding,
  };
}

/** One page of a digitised newspaper (ALTO 1 to 4), where nothing says which articles stand on it: one article a page. */
export const alto: Reader = {
  name: 'alto',
  version: 1,
  limit: altoLimit,
  claims: ({ bytes }: SourceFile) => rootElement(bytes)?.name === 'alto',
  async *read(source: SourceFile) {
    const { path } = source;
    const decoded = decodeXml(source);
    const root = decoded === null ? undefined : xmlTree(decoded.text)[0];
    if (decoded === null || root === undefined) {
      yield fail(archiveError('file-broken', { path, detail: 'the page of text cannot be decoded' }));
      return;
    }
    const draft = draftOf(readAltoPage(root), decoded.encoding, decoded.warnings);
    yield draft === null ? fail(archiveError('no-article', { path })) : ok(draft);
  },
};
