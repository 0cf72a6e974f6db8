import { attribute, ancestorsOf } from '../page/page-tree.ts';
import type { Page, PageElement } from '../page/page-tree.ts';
import { isProse } from './furniture-text.ts';
import { isFurnitureElement } from './furniture.ts';
import { isInRange, markedRegions } from './marked-regions.ts';
import type { PageText, PageUnit } from './page-units.ts';
import { keptByReadability } from './readability.ts';
import { isUnitIn, linkShare } from './unit-measures.ts';

/*
 * Which of a page's text is the article's, roughly: what Readability keeps, unless the page's own markup says where the
 * article is, or Readability finds nothing.
 */

/** What the page declares has to hold so much of what Readability finds, to count. */
const declaredShare = 0.3;
const shortestDeclared = 100;

const isRunning = (unit: PageUnit): boolean => isProse(unit.text) && linkShare(unit) < 0.4;

function lengthOf(units: Iterable<PageUnit>): number {
  let sum = 0;
  for (const unit of units) if (isRunning(unit)) sum += unit.text.length;
  return sum;
}

function isKept({ sources }: PageUnit, kept: ReadonlySet<PageElement>): boolean {
  let all = 0;
  let has = 0;
  for (const [element, length] of sources) {
    all += length;
    if (kept.has(element)) has += length;
  }
  return has * 2 > all;
}

const bodyProperty = /(?:^|[\s:/])articleBody$/iu;

/** Elements that say they hold the article: microdata and RDFa of schema.org, else the only `article` of the page. */
function declaredBodies(page: Page): readonly PageElement[] {
  const marked = page.elements.filter(
    (element) =>
      bodyProperty.test(attribute(element, 'itemprop')) || bodyProperty.test(attribute(element, 'property')),
  );
  const found = new Set(marked);
  const outermost = marked.filter((element) => ![...ancestorsOf(element)].some((above) => found.has(above)));
  if (outermost.length > 0) return outermost.slice(0, 200);
  const articles = page.elements.filter(({ name }) => name === 'article');
  return articles.length === 1 ? articles : [];
}

/** Our own judgement: the element whose paragraphs, and those of its parts, hold most running text. */
function byParagraphs(units: readonly PageUnit[]): readonly PageUnit[] {
  const scores = new Map<PageElement, number>();
  for (const unit of units) {
    if (!isRunning(unit) || unit.kind === 'item') continue;
    const chain = [unit.within, ...ancestorsOf(unit.within)];
    if (chain.some(isFurnitureElement)) continue;
    const holders = unit.within.name === 'p' ? chain.slice(1, 4) : chain.slice(0, 3);
    const weights = [1, 0.6, 0.3];
    holders.forEach((holder, at) => {
      scores.set(holder, (scores.get(holder) ?? 0) + unit.text.length * (weights[at] ?? 0));
    });
  }
  let best: PageElement | null = null;
  for (const [element, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = element;
  return best === null ? [] : units.filter((unit) => best !== null && isUnitIn(unit, best));
}

/** The text that is the article's at first sight; empty when nothing on the page looks like one. */
export function firstGuess(page: Page, text: PageText, headline: string): ReadonlySet<PageUnit> {
  const { units } = text;
  const kept = keptByReadability(page, headline);
  const readable = kept === null ? [] : units.filter((unit) => isKept(unit, kept));
  const own = lengthOf(readable) < 400 ? byParagraphs(units) : [];
  const found = lengthOf(own) > 2 * lengthOf(readable) ? own : readable;
  const enough = Math.max(shortestDeclared, lengthOf(found) * declaredShare);
  const { body } = markedRegions(text);
  const marked = units.filter((_, at) => isInRange(at, body));
  if (lengthOf(marked) >= enough) return new Set(marked);
  const bodies = declaredBodies(page);
  const holders = new Set(bodies);
  const declared = units.filter(({ within }) =>
    [within, ...ancestorsOf(within)].some((one) => holders.has(one)),
  );
  if (bodies.length === 0 || lengthOf(declared) < enough) return new Set(found);
  const isDeclared = new Set(declared);
  const both = found.filter((unit) => isDeclared.has(unit));
  const inside = lengthOf(both) / Math.max(1, lengthOf(found));
  // Where the two disagree altogether the page is believed; where they meet in part, what runs on is.
  return new Set(inside >= 0.5 ? both : inside < 0.25 ? declared : found);
}
