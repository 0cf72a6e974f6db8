import { readDateLine } from '../../../text/date-lines.ts';
import { wordCount } from '../../line-kinds.ts';
import { isNavigation, looksLikeSource } from '../../page-banner.ts';
import type { SiteNames } from './site-name.ts';

const separator =
  /\s+[|\u2502\u00a6·•»«›>~\u2013\u2014-]+\s+|\s*[|\u2502\uff5c]\s*|\s+(?:::|\/|\/\/)\s+|\s*::\s*|_(?=[\p{Script=Han}])/u;
const parted = new RegExp(`(${separator.source})`, 'u');
const longest = 400;

/** A title, and what stood around the headline in it. */
export interface CutTitle {
  readonly text: string;
  readonly site: string | null;
  readonly section: string | null;
}

/** A part of a title that is the date only. */
function isDate(part: string): boolean {
  return readDateLine(part)?.others.length === 0;
}

/** The parts of a title, from `start` to `end`; separators have the odd places. */
interface Cut {
  readonly pieces: readonly string[];
  start: number;
  end: number;
  site: string | null;
  section: string | null;
}

/** Takes the names of the site, and dates, from both ends. */
function cutSites(cut: Cut, names: SiteNames): void {
  const isOuter = (part: string): boolean =>
    isDate(part) || names.isSite(part) || (wordCount(part) <= 4 && looksLikeSource(part));
  const hasWords = (from: number, to: number): boolean =>
    cut.pieces.slice(from, to + 1).some((piece, at) => at % 2 === 0 && wordCount(piece) > 0);
  const take = (part: string): void => {
    if (!isDate(part)) cut.site ??= part;
  };
  for (
    let last = cut.pieces[cut.end] ?? '';
    cut.end - cut.start >= 2 && isOuter(last) && hasWords(cut.start, cut.end - 2);
  ) {
    take(last);
    cut.end -= 2;
    last = cut.pieces[cut.end] ?? '';
  }
  for (
    let head = cut.pieces[cut.start] ?? '';
    cut.end - cut.start >= 2 && isOuter(head) && hasWords(cut.start + 2, cut.end);
  ) {
    take(head);
    cut.start += 2;
    head = cut.pieces[cut.start] ?? '';
  }
}

const barred = /[|»›>:/]/u;

/** Takes the section that stands between the site and the headline, set apart by bars. */
function cutSections(cut: Cut): void {
  const { pieces } = cut;
  while (
    cut.start > 0 &&
    cut.end - cut.start >= 2 &&
    barred.test(pieces[cut.start + 1] ?? '') &&
    wordCount(pieces[cut.start] ?? '') <= 3
  ) {
    cut.section = pieces[cut.start] ?? null;
    cut.start += 2;
  }
  const isLast = (): boolean => barred.test(pieces[cut.end - 1] ?? '') && isNavigation(pieces[cut.end] ?? '');
  while (cut.end - cut.start >= 2 && cut.end < pieces.length - 1 && isLast()) {
    cut.section ??= pieces[cut.end] ?? null;
    cut.end -= 2;
  }
}

/** A title without the names of its site and section at either end: `BBC NEWS | Europe | Headline`. */
export function cutTitle(title: string, names: SiteNames): CutTitle {
  const pieces = title.slice(0, longest).split(parted);
  const cut: Cut = { pieces, start: 0, end: pieces.length - 1, site: null, section: null };
  cutSites(cut, names);
  cutSections(cut);
  const text = pieces
    .slice(cut.start, cut.end + 1)
    .join('')
    .trim();
  return { text, site: cut.site, section: cut.section };
}
