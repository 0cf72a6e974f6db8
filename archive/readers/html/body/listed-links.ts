import { readDateLine } from '../../../text/date-lines.ts';
import { isListHeading } from '../../page-foot.ts';
import type { DraftLink } from '../../reader.ts';
import type { PageElement } from '../page/page-tree.ts';
import { rawText } from '../page/tree-builder.ts';
import { addressOf } from './article-blocks.ts';
import { classWords } from './class-words.ts';
import type { FoundArticle } from './article-finder.ts';
import { isPointer } from './furniture-text.ts';
import { tidy } from './page-units.ts';
import type { PageUnit } from './page-units.ts';
import { letters, linkShare } from './unit-measures.ts';

const mostLinks = 100;
const shortestHeadline = 15;
const longestHeadline = 250;

/** Words of classes for lists of other articles. */
const listWords: ReadonlySet<string> = new Set([
  ...['related', 'relateds', 'relatedlinks', 'relatedstories', 'recommended', 'recommendations', 'recirc'],
  ...[
    'recirculation',
    'seealso',
    'readmore',
    'storylinks',
    'morestories',
    'morelinks',
    'mostread',
    'mostpopular',
  ],
]);
const adWords: ReadonlySet<string> = new Set([
  ...[
    'ad',
    'ads',
    'advert',
    'advertisement',
    'sponsored',
    'outbrain',
    'taboola',
    'affiliate',
    'comments',
    'comment',
  ],
]);

/** Whether one of the elements near around a unit has one of some words in its class. */
function isAmong({ within }: PageUnit, words: ReadonlySet<string>): boolean {
  let element: PageElement | null = within;
  for (let steps = 0; steps <= 6 && element !== null; steps += 1, element = element.parent)
    if (classWords(element).some((word) => words.has(word))) return true;
  return false;
}

function resolved(address: string, base: string | null): string | null {
  try {
    const url = new URL(address, base ?? undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** What stands before the colon of `Read more: Storm hits the coast`. */
function pointerHeading(text: string): string | null {
  return /^([^:]{3,30}):\s/u.exec(text)?.[1] ?? null;
}

/** `01 Feb 01 | Europe` stands under the link that it belongs to, and is one itself on some pages. */
function isDate(text: string): boolean {
  const found = readDateLine(text);
  return found !== null && found.others.join(' ').split(' ').length <= 3;
}

class LinkCollector {
  readonly links: DraftLink[] = [];
  private readonly known = new Set<string>();
  private readonly base: string | null;

  constructor(base: string | null, headline: string) {
    this.base = base;
    this.known.add(letters(headline));
  }

  add(anchor: PageElement, heading: string | null): void {
    const headline = tidy(rawText(anchor));
    const key = letters(headline);
    if (headline.length < shortestHeadline || headline.length > longestHeadline) return;
    if (this.known.has(key) || isDate(headline)) return;
    if (this.links.length >= mostLinks || /^(?:javascript|mailto|tel):|^#/iu.test(addressOf(anchor))) return;
    this.known.add(key);
    this.links.push({ headline, url: resolved(addressOf(anchor), this.base), heading });
  }
}

/**
 * The articles that a page points to where its structure shows them apart from the text: under a heading such as `See also`,
 * in a part whose class says `related`, in a line such as `Read more: …`. Each once, at most 100.
 */
export function listedLinks(
  { page, taken }: FoundArticle,
  { base, headline }: { readonly base: string | null; readonly headline: string },
): readonly DraftLink[] {
  const collector = new LinkCollector(base, headline);
  let heading: string | null = null;
  let apart = 0;
  for (const unit of page) {
    const { text } = unit;
    if (taken.has(unit)) {
      heading = null;
      continue;
    }
    if (text.length <= 60 && linkShare(unit) < 0.3 && isListHeading(text)) {
      heading = text.replace(/[\s:]+$/u, '');
      apart = 0;
      continue;
    }
    // A heading reaches as far as links follow it.
    apart = linkShare(unit) > 0.3 ? 0 : apart + 1;
    if (apart > 2 || (unit.kind === 'crosshead' && unit.anchors.length === 0)) heading = null;
    if (unit.anchors.length === 0) continue;
    const isListed = heading !== null || isPointer(text) || isAmong(unit, listWords);
    if (!isListed || isAmong(unit, adWords)) continue;
    for (const anchor of unit.anchors)
      collector.add(anchor, heading ?? (isPointer(text) ? pointerHeading(text) : null));
  }
  return collector.links;
}
