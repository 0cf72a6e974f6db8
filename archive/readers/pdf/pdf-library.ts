import type { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What of pdf.js is used. */
export interface PdfLibrary {
  readonly getDocument: typeof getDocument;
}

let loading: Promise<PdfLibrary> | null = null;

async function load(): Promise<PdfLibrary> {
  // The part that would be a worker registers itself as `globalThis.pdfjsWorker`; pdf.js then works in this thread. The
  // archive has a thread of its own already.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * pdf.js, loaded when the first PDF is read: it takes a fifth of a second, which no other start should pay for. The build
 * called legacy brings what Node 18 does not have, such as `Promise.withResolvers`.
 */
export function pdfLibrary(): Promise<PdfLibrary> {
  loading ??= load();
  return loading;
}
