import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { SourceFile } from '../reader.ts';
import { pageOf } from './page-runs.ts';
import type { PdfItem } from './page-runs.ts';
import { Patience, waitFor } from './patience.ts';
import { pdfLibrary } from './pdf-library.ts';
import type { PdfPage } from './pdf-run.ts';

/** What a PDF says of itself, as it stands there; `''` where it says nothing. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly keywords: string;
  /** Of the catalogue: BCP 47, as whatever made the file was set. */
  readonly language: string;
}

/** The text of a PDF. */
export interface PdfText {
  readonly facts: PdfFacts;
  readonly pages: readonly PdfPage[];
  /** How many pages the file says it has. */
  readonly pageCount: number;
  /** Numbers of pages that could not be read, or not to their end. */
  readonly broken: readonly number[];
  /** There are more pages, or more text, than is read. */
  readonly isCutOff: boolean;
}

/** How long is waited for pdf.js, in milliseconds: only a file made to keep it busy takes as long. */
const patienceToOpen = 10_000;
const patienceWithPage = 2_000;
const patienceInAll = 120_000;
const patienceToClose = 1_000;
const mostPages = 5_000;
/** In UTF-16 units: of a page, and of a file. */
const mostOfPage = 300_000;
const mostInAll = 10_000_000;
/** Fonts are kept from page to page, and thrown away after so many pages. */
const pagesAFont = 50;

const options = {
  // Nothing is drawn, and nothing fetched: no fonts of the system, no eval, no images, no forms of XFA.
  ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWorkerFetch: false },
  ...{ isOffscreenCanvasSupported: false, isImageDecoderSupported: false, enableXfa: false },
  ...{ disableAutoFetch: true, disableStream: true, disableRange: true, stopAtErrors: false, verbosity: 0 },
};

function errorOf(error: unknown, path: string): ArchiveError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return archiveError('encrypted', { path });
  return archiveError('file-broken', { path, detail: 'the PDF is damaged, or ends too early' });
}

const stopped = new Error('no more of it is wanted');

class TextOfPage {
  readonly items: PdfItem[] = [];
  length = 0;

  /** Whether the page was read to its end. */
  async take(page: PDFPageProxy, patience: Patience): Promise<boolean> {
    const stream = page.streamTextContent({ includeMarkedContent: true }) as ReadableStream<{
      readonly items: readonly PdfItem[];
    }>;
    const reader = stream.getReader();
    try {
      for (;;) {
        const part = await waitFor(reader.read(), patience);
        if (typeof part === 'string') break;
        if (part.done) return true;
        for (const item of part.value.items) {
          this.length += (item.str?.length ?? 0) + 1;
          this.items.push(item);
        }
        if (this.length > mostOfPage) break;
      }
    } catch {
      return false;
    }
    reader.cancel(stopped).catch(() => undefined);
    return false;
  }
}

interface Reading {
  readonly pages: PdfPage[];
  readonly broken: number[];
  length: number;
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  reading: Reading,
  signal: Cancellation | undefined,
): Promise<void> {
  const patience = new Patience(patienceWithPage, signal);
  try {
    const page = await waitFor(document.getPage(number), patience);
    if (typeof page === 'string') {
      reading.broken.push(number);
      return;
    }
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const text = new TextOfPage();
    const isWhole = await text.take(page, patience);
    if (!isWhole) reading.broken.push(number);
    reading.length += text.length;
    reading.pages.push(pageOf(text.items, { number, width, height, transform: transform }));
    page.cleanup();
  } catch {
    // A page that is missing or damaged is missing from the text, which says so.
    reading.broken.push(number);
  }
}

async function readPages(
  document: PDFDocumentProxy,
  signal: Cancellation | undefined,
): Promise<Omit<PdfText, 'facts'> | null> {
  const reading: Reading = { pages: [], broken: [], length: 0 };
  const patience = new Patience(patienceInAll, signal);
  const pageCount = document.numPages;
  let number = 1;
  for (; number <= Math.min(pageCount, mostPages); number += 1) {
    if (signal?.aborted === true) return null;
    if (patience.over !== null || reading.length > mostInAll) break;
    await readPage(document, number, reading, signal);
    if (number % pagesAFont === 0) await document.cleanup().catch(() => undefined);
    // A file that only claims to have so many pages fails at each of them.
    if (reading.pages.length === 0 && reading.broken.length === 20) break;
  }
  return { pages: reading.pages, broken: reading.broken, pageCount, isCutOff: number <= pageCount };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 1_000) : '');

async function readFacts(document: PDFDocumentProxy, patience: Patience): Promise<PdfFacts> {
  const none = { title: '', author: '', keywords: '', language: '' };
  try {
    const given = await waitFor(document.getMetadata(), patience);
    if (typeof given === 'string') return none;
    const info = given.info as Readonly<Record<string, unknown>>;
    const title = textOf(info['Title']) || textOf(given.metadata?.get('dc:title'));
    const keywords = textOf(info['Keywords']);
    return { title, author: textOf(info['Author']), keywords, language: textOf(info['Language']) };
  } catch {
    return none;
  }
}

async function readDocument(
  task: PDFDocumentLoadingTask,
  path: string,
  signal: Cancellation | undefined,
): Promise<Result<PdfText, ArchiveError> | null> {
  const patience = new Patience(patienceToOpen, signal);
  const document = await waitFor(task.promise, patience);
  if (document === 'cancelled') return null;
  if (document === 'too-slow') {
    return fail(
      archiveError('file-broken', { path, detail: 'the PDF is built so that it cannot be opened' }),
    );
  }
  const facts = await readFacts(document, patience);
  const text = await readPages(document, signal);
  return text === null ? null : ok({ facts, ...text });
}

/**
 * The text of a PDF, page by page; null when it was cancelled. Errors: `encrypted` (a password is needed to open it),
 * `file-broken`.
 */
export async function readPdfText(
  { bytes, path }: SourceFile,
  signal: Cancellation | undefined,
): Promise<Result<PdfText, ArchiveError> | null> {
  const { getDocument } = await pdfLibrary();
  // pdf.js takes the bytes for itself.
  const task = getDocument({ ...options, data: new Uint8Array(bytes) });
  try {
    return await readDocument(task, path, signal);
  } catch (error) {
    return fail(errorOf(error, path));
  } finally {
    await waitFor(
      task.destroy().catch(() => undefined),
      new Patience(patienceToClose, undefined),
    );
  }
}
