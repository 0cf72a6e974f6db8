import { isFurniture as isFurnitureLine } from '../../page-banner.ts';
import { isListHeading } from '../../page-foot.ts';
import { attribute, ancestorsOf } from '../page/page-tree.ts';
import type { Page, PageElement } from '../page/page-tree.ts';
import { isHidden } from '../page/visibility.ts';
import { captionWords, classWords } from './class-words.ts';
import { firstGuess } from './first-guess.ts';
import { FurnitureFinder } from './furniture.ts';
import { isAsk, isPictureLine, isPointer, isProse } from './furniture-text.ts';
import { introOf } from './page-intro.ts';
import { isInRange, markedRegions } from './marked-regions.ts';
import type { MarkedRegions } from './marked-regions.ts';
import { textOfPage } from './page-units.ts';
import type { PageText, PageUnit } from './page-units.ts';
import { structuredBody } from './structured-body.ts';
import { charactersBy, isUnitIn, letters, linkShare, smallestHolding } from './unit-measures.ts';

/** What is known of an article beside its text. */
export interface ArticleHints {
  /** The headline, and whatever else the page calls itself. */
  readonly headlines: readonly string[];
  readonly byline: string | null;
}

/** The article found in a page. */
export interface FoundArticle {
  readonly standfirst: string | null;
  /** Its text in reading order. */
  readonly units: readonly PageUnit[];
  /** What stands around and among it. */
  readonly others: readonly PageUnit[];
  /** How many headings among its paragraphs are links to elsewhere. */
  readonly teasers: number;
}

/** What a unit is taken for. */
type Verdict = 'text' | 'caption' | 'picture' | 'other';

/** JSON-LD has to hold so many letters to be trusted. */
const shortestStructured = 200;
const floats = /(?:^|;)\s*float\s*:\s*(?:left|right)/iu;

function isFloating(element: PageElement): boolean {
  const align = attribute(element, 'align').toLowerCase();
  return align === 'left' || align === 'right' || floats.test(attribute(element, 'style'));
}

class ArticleFinder {
  private readonly text: PageText;
  private readonly guess: ReadonlySet<PageUnit>;
  private readonly root: PageElement;
  private readonly regions: MarkedRegions;
  private readonly furniture: FurnitureFinder;
  private readonly structured: string;
  private readonly lists = new Map<PageElement, number>();
  private readonly main: PageElement | null;
  private readonly begin: number;
  private readonly end: number;
  private readonly taken = new Set<string>();
  private listing = false;

  constructor(page: Page, text: PageText, guess: ReadonlySet<PageUnit>) {
    this.text = text;
    this.guess = guess;
    this.regions = markedRegions(text);
    const running = [...guess].filter((unit) => isProse(unit.text) && linkShare(unit) < 0.4);
    const isRunning = new Set(running);
    const weighed = running.length > 0 ? running : [...guess];
    const sums = charactersBy(weighed);
    const all = sums.get(page.body) ?? 1;
    this.root = smallestHolding(weighed, page.body, 0.98);
    this.main = mainArticle(page, (element) => (sums.get(element) ?? 0) / all);
    this.furniture = new FurnitureFinder((element) => (sums.get(element) ?? 0) / all);
    const body = structuredBody(page);
    this.structured = body === null || body.length < shortestStructured ? '' : letters(body);
    const places = text.units.flatMap((unit, at) => (isRunning.has(unit) ? [at] : []));
    this.begin = places[0] ?? -1;
    this.end = places.at(-1) ?? -1;
    this.weighLists();
  }

  find(hints: ArticleHints): FoundArticle {
    const units: PageUnit[] = [];
    const others: PageUnit[] = [];
    const intro = introOf(this.text.units, this.begin, hints);
    for (const [at, unit] of this.text.units.entries()) {
      const verdict = intro.used.has(unit) ? 'other' : this.judge(unit, at);
      if (verdict === 'other') others.push(unit);
      else units.push(verdict === 'caption' ? { ...unit, kind: 'caption' } : unit);
    }
    return { standfirst: intro.standfirst, units, others, teasers: this.countTeasers() };
  }

  private countTeasers(): number {
    return this.text.units.filter(
      (unit, at) =>
        at >= this.begin - 2 &&
        at <= this.end &&
        !this.isElsewhere(unit, at) &&
        unit.kind === 'crosshead' && unit.text.length >= 20 && linkShare(unit) > 0.8 && isUnitIn(unit, this.root),
    ).length;
  }

  private weighLists(): void {
    const sums = new Map<PageElement, { all: number; linked: number; items: number }>();
    for (const { kind, group, text, linked } of this.text.units) {
      if (kind !== 'item' || group === null) continue;
      const sum = sums.get(group) ?? { all: 0, linked: 0, items: 0 };
      sums.set(group, { all: sum.all + text.length, linked: sum.linked + linked, items: sum.items + 1 });
    }
    for (const [group, { all, linked }] of sums) this.lists.set(group, linked / all);
  }

  private judge(unit: PageUnit, at: number): Verdict {
    if (!isUnitIn(unit, this.root) || this.isElsewhere(unit, at)) return 'other';
    if (unit.kind === 'image') return this.judgePicture(unit, at);
    if (this.isConfirmed(unit)) return 'text';
    if (this.furniture.around(unit.within, this.root) !== null) return 'other';
    if (this.isListing(unit) || this.isLine(unit)) return 'other';
    if (this.isCaption(unit, at)) return this.guess.has(unit) ? 'caption' : 'other';
    if (isInRange(at, this.regions.boxes) || this.isInBox(unit)) return isProse(unit.text) ? 'text' : 'other';
    const isSure = this.guess.has(unit) && at >= this.begin && unit.kind !== 'quote';
    if (!this.isTaken(unit, at) || (this.isRepeated(unit) && !isSure)) return 'other';
    return 'text';
  }

  /** Whether a unit is outside of what the page marks, or in an `article` of its own. */
  private isElsewhere(unit: PageUnit, at: number): boolean {
    const { body } = this.regions;
    if (body.length > 0 && this.guess.size > 0 && !isInRange(at, body) && isInRange(this.begin, body))
      return true;
    if (this.main === null) return false;
    for (const above of [unit.within, ...ancestorsOf(unit.within)]) {
      if (above === this.main) return false;
      if (above.name === 'article') return ![...ancestorsOf(this.main)].includes(above);
    }
    return false;
  }

  private judgePicture(unit: PageUnit, at: number): Verdict {
    const words = unit.text.split(' ').length;
    const isShown = at >= this.begin - 8 && at <= this.end + 1 && words >= 2 && unit.text.length <= 400;
    const isIn = this.guess.has(unit) || this.furniture.around(unit.within, this.root) === null;
    return isShown && isIn && !this.isRepeated(unit) ? 'picture' : 'other';
  }

  private isConfirmed(unit: PageUnit): boolean {
    return this.structured !== '' && unit.text.length > 20 && this.structured.includes(letters(unit.text));
  }

  private isLine(unit: PageUnit): boolean {
    const { text, kind } = unit;
    if (isAsk(text) || isPointer(text) || isFurnitureLine(text)) return true;
    if (kind === 'item') return unit.group !== null && (this.lists.get(unit.group) ?? 0) > 0.8;
    return linkShare(unit) > 0.9;
  }

  /** Under a heading such as `Related stories`, until running text comes again. */
  private isListing(unit: PageUnit): boolean {
    const isHeading = unit.text.length <= 60 && !isProse(unit.text) && isListHeading(unit.text);
    if (isHeading) this.listing = true;
    else if (isProse(unit.text) && linkShare(unit) < 0.3) this.listing = false;
    return isHeading || (this.listing && linkShare(unit) > 0.3);
  }

  private isCaption(unit: PageUnit, at: number): boolean {
    if (unit.kind === 'caption' || isInRange(at, this.regions.pictures) || isPictureLine(unit.text))
      return true;
    for (const source of [...unit.sources.keys(), unit.within]) {
      for (
        let above: PageElement | null = source;
        above !== null && above !== this.root;
        above = above.parent
      )
        if (classWords(above).some((word) => captionWords.has(word))) return true;
    }
    const box = this.boxAround(unit);
    return box !== null && unit.text.length < 200 && holdsPicture(box);
  }

  /** The floating table or block that a unit stands in. */
  private boxAround({ within }: PageUnit): PageElement | null {
    for (let above: PageElement | null = within; above !== null && above !== this.root; above = above.parent)
      if ((above.name === 'table' || above.name === 'div') && isFloating(above)) return above;
    return null;
  }

  private isInBox(unit: PageUnit): boolean {
    return this.boxAround(unit) !== null;
  }

  private isTaken(unit: PageUnit, at: number): boolean {
    if (this.guess.has(unit)) return at >= this.begin || isLeading(unit);
    const share = linkShare(unit);
    if (unit.kind === 'quote') return share < 0.6 && at > this.begin;
    if (share >= 0.3 || at >= this.end) return false;
    return isProse(unit.text) || (unit.kind === 'crosshead' && at > this.begin);
  }

  /** Long text that came before, word by word: pull quotes, the titles of a film that is shown again and again. */
  private isRepeated(unit: PageUnit): boolean {
    if (unit.text.length < 40 && unit.kind !== 'image') return false;
    const key = letters(unit.text);
    const repeated = this.taken.has(key);
    this.taken.add(key);
    return repeated;
  }
}

/** Text in front of the first paragraph that is more than a label. */
function isLeading({ text, kind, linked }: PageUnit): boolean {
  const share = linked / text.length;
  if (share > (isProse(text) ? 0.8 : 0.5)) return false;
  return kind === 'crosshead' || kind === 'item' || kind === 'quote' || text.length >= 25;
}

function holdsPicture(box: PageElement): boolean {
  return box.children.some(
    (child) => child.kind === 'element' && (child.name === 'img' || holdsPicture(child)),
  );
}

/** The `article` with most of the text, when there are several. */
function mainArticle(page: Page, shareOf: (element: PageElement) => number): PageElement | null {
  const articles = page.elements.filter(({ name }) => name === 'article');
  if (articles.length < 2) return null;
  const inner = articles.filter((element) => shareOf(element) > 0.5);
  return inner.reduce<PageElement | null>(
    (best, one) => (best === null || shareOf(one) >= shareOf(best) ? one : best),
    null,
  );
}

/** Finds the article of a page; null when nothing on it looks like one. */
export function findArticle(page: Page, hints: ArticleHints): FoundArticle | null {
  const text = textOfPage(page.body, isHidden);
  const guess = firstGuess(page, text);
  if (guess.size === 0) return null;
  return new ArticleFinder(page, text, guess).find(hints);
}
