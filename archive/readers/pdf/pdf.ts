import type { ArticleWarning } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { draftOfDocument } from '../documents/document-draft.ts';
import { splitKeywords } from '../documents/office-facts.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { linesOfPage } from './page-lines.ts';
import { bodyTypeOf, paragraphsOfPages } from './pdf-flow.ts';
import { readPdfText } from './pdf-pages.ts';
import type { PdfText } from './pdf-pages.ts';
import { partsOfPdf } from './pdf-parts.ts';
import { unsafePdf } from './pdf-safety.ts';
import { withoutRunningLines } from './running-lines.ts';

const mediaType = 'application/pdf';
/** In bytes. Larger ones are scans of whole issues. */
const pdfLimit = 100_000_000;

/** `%PDF-1.4` at the very beginning (ISO 32000-1, 7.5.2), but for blanks, a byte order mark, or the head of MacBinary. */
function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 160)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s{0,16}%PDF-\d/u.test(head) || /^\0[^]{127}%PDF-\d/u.test(head);
}

function pagesInWords(numbers: readonly number[]): string {
  const named = numbers.slice(0, 5).join(', ');
  if (numbers.length === 1) return `page ${named}`;
  return numbers.length > 5 ? `pages ${named} and ${numbers.length - 5} more` : `pages ${named}`;
}

function warningsOf({ pages, broken, isCutOff }: PdfText): readonly ArticleWarning[] {
  const warnings: ArticleWarning[] = [];
  let lost = 0;
  for (const { runs } of pages) for (const { text } of runs) lost += text.match(/\ufffd/gu)?.length ?? 0;
  if (lost > 0) warnings.push({ code: 'characters-lost', count: lost });
  if (broken.length > 0) warnings.push({ code: 'part-missing', part: pagesInWords(broken) });
  const sideways = pages.filter((page) => page.sideways > 20).map(({ number }) => number);
  if (sideways.length > 0) {
    warnings.push({ code: 'part-missing', part: `text set sideways on ${pagesInWords(sideways)}` });
  }
  if (isCutOff) warnings.push({ code: 'cut-off' });
  return warnings;
}

function draftOfText(text: PdfText, source: SourceFile): Draft | null {
  const lined = text.pages.map((page) => ({ page, lines: linesOfPage(page) }));
  const framed = withoutRunningLines(lined);
  const hasText = framed.pages.some(({ lines }) => lines.length > 0);
  const pages = hasText ? framed.pages : lined;
  const body = bodyTypeOf(pages.flatMap(({ lines }) => lines));
  const { title, author, keywords, language } = text.facts;
  const document = {
    parts: partsOfPdf(paragraphsOfPages(pages, body), body, title),
    ...{ title, author, language, keywords: splitKeywords([keywords]), url: framed.url },
  };
  return draftOfDocument(document, { mediaType, encoding: null, warnings: warningsOf(text), source });
}

function whyNoDraft({ pages, broken, pageCount }: PdfText, path: string): ArchiveError {
  const hasWords = pages.some(({ runs }) => runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text)));
  if (hasWords) return archiveError('no-article', { path });
  if (broken.length === 0) return archiveError('no-text-layer', { path, pages: pageCount });
  const detail =
    broken.length < pageCount ? 'some pages are damaged, the others have no text' : 'its pages are damaged';
  return archiveError('file-broken', { path, detail });
}

async function* read(source: SourceFile, signal?: Cancellation): AsyncGenerator<Result<Draft, ArchiveError>> {
  const { path } = source;
  const unsafe = unsafePdf(source.bytes);
  if (unsafe !== null) {
    yield fail(archiveError('archive-unsafe', { path, detail: unsafe }));
    return;
  }
  const text = await readPdfText(source, signal);
  if (text === null) return;
  if (!text.ok) {
    yield text;
    return;
  }
  const draft = draftOfText(text.value, source);
  yield draft === null ? fail(whyNoDraft(text.value, path)) : ok(draft);
}

/**
 * PDF (ISO 32000-1) with a layer of text: one article a file. Lines, columns and paragraphs are found by their places on the
 * page, the headline by its size. Errors: `no-text-layer` for a scan, `encrypted`, `file-broken`, `archive-unsafe`.
 */
export const pdf: Reader = {
  name: 'pdf',
  version: 1,
  limit: pdfLimit,
  claims: ({ bytes }: SourceFile) => isPdf(bytes),
  read,
};
