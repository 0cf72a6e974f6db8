/** It comes without types; only that it is loaded matters. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
