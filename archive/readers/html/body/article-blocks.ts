import type { Block } from '../../../model/article.ts';
import { attribute, isInside } from '../page/page-tree.ts';
import type { PageElement } from '../page/page-tree.ts';
import type { PageUnit } from './page-units.ts';
import { letters } from './unit-measures.ts';

/** Names of files and words that say nothing of a picture. */
const noCaption =
  /^(?:\S+\.(?:jpe?g|png|gif|webp|svg|bmp)|(?:image|photo|picture|logo|icon|avatar|thumbnail|foto|bild|placeholder|spacer|advertisement|play|video)s?\s*\d*|https?:.*)$/iu;
const speaker = /^(?:[-–—―]+|by\b)\s*(\S.{1,100})$/iu;
const longestSpeaker = 100;

function isShown(caption: string): boolean {
  return caption.length > 2 && !noCaption.test(caption);
}

/** Builds blocks of units: items of one list are one block, and so are the lines of a quotation and a picture with its legend. */
class ArticleBlockBuilder {
  readonly blocks: Block[] = [];
  private readonly units: readonly PageUnit[];
  private at = 0;

  constructor(units: readonly PageUnit[]) {
    this.units = units;
  }

  build(): readonly Block[] {
    while (this.at < this.units.length) {
      const unit = this.units[this.at];
      if (unit === undefined) break;
      if (unit.kind === 'item') this.list(unit);
      else if (unit.kind === 'quote') this.quote(unit);
      else if (unit.kind === 'image' || unit.kind === 'caption') this.image(unit);
      else {
        this.blocks.push({ kind: unit.kind, text: unit.text, place: null });
        this.at += 1;
      }
    }
    return this.blocks;
  }

  /** The units from here on that are of the same list or quotation; a list in a list belongs to it. */
  private together({ kind, group }: PageUnit): readonly PageUnit[] {
    const found: PageUnit[] = [];
    for (; this.at < this.units.length; this.at += 1) {
      const unit = this.units[this.at];
      if (unit === undefined || unit.kind !== kind || !isSameGroup(unit.group, group)) break;
      found.push(unit);
    }
    return found;
  }

  private list(first: PageUnit): void {
    const items: string[] = [];
    let last: PageElement | null = null;
    for (const { text, within } of this.together(first)) {
      const item = itemAround(within);
      const before = items.at(-1);
      // Paragraphs of one item.
      if (item !== null && item === last && before !== undefined)
        items[items.length - 1] = `${before} ${text}`;
      else items.push(text);
      last = item;
    }
    this.blocks.push({ kind: 'list', items, place: null });
  }

  /** Who said it stands in the last line of a quotation after a dash, or in the lines after the first in a box. */
  private quote(first: PageUnit): void {
    const lines = this.together(first).map(({ text }) => text);
    const last = lines.at(-1) ?? '';
    let named: string | null = null;
    let said: readonly string[] = lines;
    if (
      first.group?.name !== 'blockquote' &&
      lines.length > 1 &&
      lines.slice(1).join(', ').length <= longestSpeaker
    ) {
      named = lines.slice(1).join(', ');
      said = lines.slice(0, 1);
    } else if (lines.length > 1 && last.length <= longestSpeaker) {
      named = speaker.exec(last)?.[1] ?? null;
      if (named !== null) said = lines.slice(0, -1);
    }
    this.blocks.push({ kind: 'quote', text: said.join(' '), attribution: named, place: null });
  }

  /** A picture, and the lines under it. */
  private image(first: PageUnit): void {
    const shown = first.kind === 'image' && isShown(first.text) ? first.text : null;
    if (first.kind === 'image') this.at += 1;
    const lines: string[] = [];
    for (; this.at < this.units.length; this.at += 1) {
      const unit = this.units[this.at];
      if (unit?.kind !== 'caption' || (lines.length > 0 && unit.group !== first.group)) break;
      lines.push(unit.text);
    }
    const legend = lines.join(' ');
    const caption = shown ?? legend;
    if (caption === '') return;
    const isBeside = shown !== null && legend !== '' && letters(legend) !== letters(shown);
    this.blocks.push({ kind: 'image', caption, legend: isBeside ? legend : null, place: null });
  }
}

function isSameGroup(one: PageElement | null, other: PageElement | null): boolean {
  if (one === null || other === null) return one === other;
  return one === other || isInside(one, other) || isInside(other, one);
}

function itemAround(element: PageElement): PageElement | null {
  for (let above: PageElement | null = element; above !== null; above = above.parent)
    if (above.name === 'li') return above;
  return null;
}

/** The blocks of an article's units. */
export function blocksOfUnits(units: readonly PageUnit[]): readonly Block[] {
  return new ArticleBlockBuilder(units).build();
}

/** The address of a link as it stands; '' when it has none. */
export function addressOf(anchor: PageElement): string {
  return attribute(anchor, 'href').trim();
}
