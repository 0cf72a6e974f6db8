import type { MimePart } from '../mime/mime-parts.ts';
import { leavesOf } from '../mime/mime-parts.ts';

const htmlTypes = new Set(['text/html', 'application/xhtml+xml']);

/** Whether a part is a page. */
export function isHtmlPart(part: MimePart): boolean {
  return htmlTypes.has(part.mediaType?.type ?? '');
}

const identifier = (value: string | undefined): string =>
  (value ?? '').trim().replace(/^<|>$/gu, '').toLowerCase();

/** Of a part the page in it: itself, or what its own multipart has for one. */
function pageIn(part: MimePart): MimePart | null {
  if (part.parts.length === 0) return isHtmlPart(part) ? part : null;
  return rootOf(part);
}

/** The part that `start` names (RFC 2387, 3.2); without one, the first. */
function rootOf(whole: MimePart): MimePart | null {
  const start = identifier(whole.mediaType?.parameters.get('start'));
  const named =
    start === ''
      ? undefined
      : whole.parts.find(({ headers }) => identifier(headers.get('content-id')) === start);
  const page = named === undefined ? null : pageIn(named);
  if (page !== null) return page;
  for (const part of whole.parts) {
    const found = pageIn(part);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The pages of a web archive, the root first: the part that `start` names, else the one from the address the archive says
 * it is of, else the first. What follows are frames.
 */
export function pagesOf(whole: MimePart): readonly MimePart[] {
  const pages = leavesOf(whole).filter(isHtmlPart);
  const snapshot = whole.headers.get('snapshot-content-location') ?? whole.headers.get('content-location');
  const hasStart = whole.mediaType?.parameters.has('start') === true;
  const located =
    hasStart || snapshot === undefined
      ? undefined
      : pages.find(({ headers }) => headers.get('content-location') === snapshot);
  const root = located ?? (whole.parts.length === 0 ? pages[0] : rootOf(whole));
  if (root === null || root === undefined) return pages;
  return [root, ...pages.filter((page) => page !== root)];
}
