import type { Article, Block, TextRange } from '../../archive/model/article.ts';
import type { ArticleMarks, Mark } from '../../archive/model/search.ts';
import { usableMarks } from './marked-text.ts';

/** A stretch of text that can carry marks, and where its marks stand in the count over the article. */
export interface MarkedPart {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The number of marks before the first one here. */
  readonly first: number;
  /** Where the part, or the block it belongs to, stands in the original. */
  readonly place: TextRange | null;
}

/** An article's marks, numbered in the order in which they are drawn. */
export interface MarkOutline {
  readonly headline: MarkedPart;
  readonly standfirst: MarkedPart | null;
  /** One entry a block, its parts in the order of `ArticleMarks.blocks`; an absent legend has no part. */
  readonly blocks: readonly (readonly MarkedPart[])[];
  readonly listed: readonly MarkedPart[];
  /** All of these in drawing order. */
  readonly parts: readonly MarkedPart[];
  readonly total: number;
}

/** The texts of a block that marks can stand on, in the order of `ArticleMarks.blocks`. */
export function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'image':
      return block.legend === null ? [block.caption] : [block.caption, block.legend];
    case 'list':
      return block.items;
    case 'paragraph':
    case 'crosshead':
    case 'quote':
      return [block.text];
  }
}

/** The marks that are to be drawn on a part's text: `current` is an index among them, or -1. */
export function currentIn(part: MarkedPart, current: number): number {
  const index = current - part.first;
  return index >= 0 && index < part.marks.length ? index : -1;
}

/** The part that holds a mark, and the mark; null when the number names none. */
export function markAt(outline: MarkOutline, index: number): { part: MarkedPart; mark: Mark } | null {
  for (const part of outline.parts) {
    const mark = part.marks[index - part.first];
    if (mark !== undefined) return { part, mark };
  }
  return null;
}

/** Numbers the marks of an article. Marks that cannot be drawn are neither drawn nor counted. */
export function outlineMarks(article: Article, marks: ArticleMarks | null): MarkOutline {
  const parts: MarkedPart[] = [];
  let total = 0;
  const add = (text: string, raw: readonly Mark[] | undefined, place: TextRange | null): MarkedPart => {
    const usable = usableMarks(text, raw ?? []);
    const part = { text, marks: usable, first: total, place };
    total += usable.length;
    parts.push(part);
    return part;
  };
  const headline = add(article.headline, marks?.headline, article.places.headline);
  const standfirst =
    article.standfirst === null
      ? null
      : add(article.standfirst, marks?.standfirst, article.places.standfirst);
  const blocks = article.blocks.map((block, index) => {
    const raw = marks?.blocks[index];
    const texts = blockTexts(block);
    // A picture's legend is drawn above its caption, so its marks come first.
    const order =
      block.kind === 'image' ? texts.map((_, at) => texts.length - 1 - at) : texts.map((_, at) => at);
    const drawn = order.map((at) => add(texts[at] ?? '', raw?.[at], block.place));
    return block.kind === 'image' ? drawn.reverse() : drawn;
  });
  const listed = article.listed.map((link, index) => add(link.headline, marks?.listed[index], null));
  return { headline, standfirst, blocks, listed, parts, total };
}
