import { isFurniture as isFurnitureLine } from '../../page-banner.ts';
import { listHeadings } from '../../page-words.ts';
import { attribute, ancestorsOf, elementsIn, isInside } from '../page/page-tree.ts';
import type { Page, PageElement } from '../page/page-tree.ts';
import { isHidden } from '../page/visibility.ts';
import { holdsImage, isPicture, isQuoteMark } from './box-images.ts';
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
  /** All text of the page, in reading order, and what of it is the article's. */
  readonly page: readonly PageUnit[];
  readonly taken: ReadonlySet<PageUnit>;
  /** How many headings among its paragraphs are links to elsewhere. */
  readonly teasers: number;
}

/** What a unit is taken for. */
type Verdict = 'text' | 'caption' | 'picture' | 'quote' | 'other';

/** JSON-LD has to hold so many letters to be trusted. */
const shortestStructured = 200;
/** On a page of more lines than this, each is not looked up elsewhere. */
const mostConfirmed = 5_000;
/** Shorter text in a box is a fact, a label or a quotation, not a paragraph. */
const shortestInBox = 120;
const longestHeading = 80;
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
  private readonly shareOf: (element: PageElement) => number;
  private readonly structured: string;
  private readonly lists = new Map<PageElement, number>();
  private readonly main: PageElement | null;
  private readonly begin: number;
  private readonly end: number;
  private readonly taken = new Set<string>();
  private readonly knownLetters = new Map<PageUnit, string>();
  private readonly runningLetters: string;
  private readonly droppedBoxes = new Set<PageElement>();
  private listing = false;

  constructor(page: Page, text: PageText, guess: ReadonlySet<PageUnit>) {
    this.text = text;
    this.guess = guess;
    this.regions = markedRegions(text);
    const running = [...guess].filter((unit) => isProse(unit.text) && linkShare(unit) < 0.4);
    const isRunning = new Set(running);
    const weighed = running.length > 0 ? running : [...guess];
    const sums = charactersBy(weighed, page);
    const all = sums.get(page.body) ?? 1;
    this.root = smallestHolding(sums, page.body, 0.98);
    this.shareOf = (element) => (sums.get(element) ?? 0) / all;
    this.main = mainArticle(page, this.shareOf);
    this.furniture = new FurnitureFinder(this.shareOf);
    const body = structuredBody(page);
    const isUsed = body !== null && body.length >= shortestStructured && text.units.length <= mostConfirmed;
    this.structured = isUsed ? letters(body) : '';
    const places = text.units.flatMap((unit, at) => (isRunning.has(unit) ? [at] : []));
    this.begin = places[0] ?? -1;
    this.end = places.at(-1) ?? -1;
    this.runningLetters = running
      .filter((unit) => this.boxAround(unit) === null)
      .map((unit) => this.lettersOf(unit))
      .join(' ');
    this.weighLists();
  }

  find(hints: ArticleHints): FoundArticle {
    const units: PageUnit[] = [];
    const taken = new Set<PageUnit>();
    const intro = introOf(this.text.units, this.begin, hints);
    for (const [at, unit] of this.text.units.entries()) {
      const verdict = intro.used.has(unit) ? 'other' : this.judge(unit, at);
      if (verdict === 'other') continue;
      taken.add(unit);
      units.push(this.dressed(unit, verdict, at));
    }
    const { standfirst } = intro;
    return { standfirst, units, page: this.text.units, taken, teasers: this.countTeasers() };
  }

  private countTeasers(): number {
    return this.text.units.filter(
      (unit, at) =>
        at >= this.begin - 2 &&
        at <= this.end &&
        !this.isElsewhere(unit, at) &&
        unit.kind === 'crosshead' &&
        unit.text.length >= 20 &&
        linkShare(unit) > 0.8 &&
        isUnitIn(unit, this.root),
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
    const box = this.boxAround(unit);
    const isBoxed = box !== null || isInRange(at, this.regions.boxes);
    if (this.isCaption(unit, at, box)) return this.guess.has(unit) ? 'caption' : 'other';
    if (isBoxed && unit.text.length < shortestInBox) return this.judgeBoxed(unit, box);
    const isSure = this.guess.has(unit) && at >= this.begin && unit.kind !== 'quote';
    if (!this.isTaken(unit, at) || (this.isRepeated(unit) && !isSure)) return 'other';
    return 'text';
  }

  /** Whether a unit is outside of what the page marks, or in an `article` of its own. */
  private isElsewhere(unit: PageUnit, at: number): boolean {
    const { body } = this.regions;
    if (body.length > 0 && this.guess.size > 0 && !isInRange(at, body) && isInRange(this.begin, body))
      return true;
    const { main } = this;
    if (main === null) return false;
    const around = [unit.within, ...ancestorsOf(unit.within)].filter(({ name }) => name === 'article');
    if (!around.includes(main)) return around.some((article) => !isInside(main, article));
    // An article in the article: the text itself, or a small one that leads to another.
    return around.slice(0, around.indexOf(main)).some((article) => this.shareOf(article) < 0.3);
  }

  private judgePicture(unit: PageUnit, at: number): Verdict {
    const words = unit.text.split(' ').length;
    const isShown = at >= this.begin - 8 && at <= this.end + 1 && words >= 2 && unit.text.length <= 400;
    const isIn = this.guess.has(unit) || this.furniture.around(unit.within, this.root) === null;
    return isShown && isIn && !this.isRepeated(unit) ? 'picture' : 'other';
  }

  /** Of a box in the text only the words of a speaker are kept, unless the text has them too. */
  private judgeBoxed(unit: PageUnit, box: PageElement | null): Verdict {
    const isQuote = /^["“„«‘']|["”»]$/u.test(unit.text) || (box !== null && holdsImage(box, isQuoteMark));
    const key = this.lettersOf(unit);
    if (box !== null && this.droppedBoxes.has(box)) return 'other';
    const isInText = this.text.units.length > mostConfirmed || this.runningLetters.includes(key);
    if (isQuote && isInText && box !== null) this.droppedBoxes.add(box);
    return isQuote && !isInText && linkShare(unit) < 0.3 && unit.text.length >= 4 ? 'quote' : 'other';
  }

  /** A unit as what it is taken for. A short line in bold type is a heading. */
  private dressed(unit: PageUnit, verdict: Verdict, at: number): PageUnit {
    if (verdict === 'caption') return { ...unit, kind: 'caption' };
    if (verdict === 'quote') return { ...unit, kind: 'quote', group: this.boxAround(unit) ?? unit.within };
    const isHeading =
      unit.kind === 'paragraph' &&
      at > this.begin &&
      unit.text.length <= longestHeading &&
      unit.bold >= unit.text.length * 0.95 &&
      /[\p{L}\p{N}?!"'”’»)]$/u.test(unit.text);
    return isHeading ? { ...unit, kind: 'crosshead' } : unit;
  }

  private isConfirmed(unit: PageUnit): boolean {
    if (this.structured === '' || unit.text.length <= 20) return false;
    return this.structured.includes(this.lettersOf(unit));
  }

  private lettersOf(unit: PageUnit): string {
    const found = this.knownLetters.get(unit) ?? letters(unit.text);
    this.knownLetters.set(unit, found);
    return found;
  }

  private isLine(unit: PageUnit): boolean {
    const { text, kind } = unit;
    if (isAsk(text) || isPointer(text) || (text.length < 200 && isFurnitureLine(text))) return true;
    if (kind === 'item') return unit.group !== null && (this.lists.get(unit.group) ?? 0) > 0.8;
    // An address that is printed is there to be read.
    return linkShare(unit) > 0.9 && !/^https?:\/\/\S+$/iu.test(text);
  }

  /** Under a heading such as `Related stories`, until running text comes again. */
  private isListing(unit: PageUnit): boolean {
    const isHeading = unit.text.length <= 80 && listHeadings.test(unit.text);
    if (isHeading) this.listing = true;
    else if (isProse(unit.text) && linkShare(unit) < 0.3) this.listing = false;
    return isHeading || (this.listing && linkShare(unit) > 0.3);
  }

  private isCaption(unit: PageUnit, at: number, box: PageElement | null): boolean {
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
    return box !== null && unit.text.length < 200 && holdsImage(box, isPicture);
  }

  /** The floating table or block that a unit stands in. */
  private boxAround({ within }: PageUnit): PageElement | null {
    for (let above: PageElement | null = within; above !== null && above !== this.root; above = above.parent)
      if ((above.name === 'table' || above.name === 'div' || above.name === 'td') && isFloating(above))
        return above;
    return null;
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
    const key = this.lettersOf(unit);
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

/** Of several `article` elements the one with the main heading, else the one with most of the text. */
function mainArticle(page: Page, shareOf: (element: PageElement) => number): PageElement | null {
  const articles = page.elements.filter(({ name }) => name === 'article');
  if (articles.length < 2) return null;
  const headed = articles.filter((element) => [...elementsIn(element)].some(({ name }) => name === 'h1'));
  const [only] = headed;
  if (headed.length === 1 && only !== undefined && shareOf(only) > 0.05) return only;
  const large = articles.filter((element) => shareOf(element) > 0.5);
  return large.reduce<PageElement | null>(
    (best, one) => (best === null || shareOf(one) >= shareOf(best) ? one : best),
    null,
  );
}

/** Finds the article of a page; null when nothing on it looks like one. */
export function findArticle(page: Page, hints: ArticleHints): FoundArticle | null {
  const text = textOfPage(page.body, isHidden);
  const guess = firstGuess(page, text, hints.headlines[0] ?? '');
  if (guess.size === 0) return null;
  return new ArticleFinder(page, text, guess).find(hints);
}
