import { isProse } from './furniture-text.ts';
import type { PageMark, PageText } from './page-units.ts';

/*
 * Editing systems mark the parts of a page in comments: `<!-- S BO -->` (start of body) of news.bbc.co.uk, `<!-- START
 * ARTICLE -->`, `<!-- google_ad_section_start -->`, `<!--startclickprintinclude-->`.
 */

/** A run of units: from the first to before the last. */
export interface UnitRange {
  readonly from: number;
  readonly to: number;
}

const things =
  '(?:article|story|body|text|content|main ?content|article ?(?:body|text)|story ?(?:body|text)|news|clanak|tekst)';
const bodyStart = new RegExp(
  `^(?:S BO|startclickprintinclude|google_ad_section_start|startindex|(?:start|begin)(?: of)? ?:?-? ?${things}|${things} ?:?-? ?(?:starts?|begins?))$`,
  'iu',
);
const bodyEnd = new RegExp(
  `^(?:E BO|endclickprintinclude|google_ad_section_end|stopindex|endindex|end(?: of)? ?:?-? ?${things}|/ ?${things}|${things} ?:?-? ?(?:ends?|stops?))$`,
  'iu',
);
const boxStart = /^(?:S (?:IBOX|IINC|ILIN|IANC|ITAB|IQUO)|start(?: of)? (?:related|sidebar|promo)\b.*)$/iu;
const boxEnd = /^(?:E (?:IBOX|IINC|ILIN|IANC|ITAB|IQUO)|end(?: of)? (?:related|sidebar|promo)\b.*)$/iu;
const pictureStart = /^(?:S IIMA|=*CAPTION=*|(?:start|begin) caption|(?:start|begin) image)$/iu;
const pictureEnd = /^(?:E IIMA|=*\/CAPTION=*|end caption|end image)$/iu;

function bare(text: string): string {
  return text
    .replace(/^[\s=*#-]+|[\s=*#-]+$/gu, '')
    .replace(/_/gu, ' ')
    .replace(/google ad section /iu, 'google_ad_section_');
}

/** Pairs of marks; a second start inside a pair belongs to it, an end without a start is nothing. */
function rangesOf(marks: readonly PageMark[], start: RegExp, end: RegExp): readonly UnitRange[] {
  const ranges: UnitRange[] = [];
  let depth = 0;
  let from = 0;
  for (const { text, at } of marks) {
    const words = bare(text);
    if (start.test(words)) {
      if (depth === 0) from = at;
      depth += 1;
    } else if (end.test(words) && depth > 0) {
      depth -= 1;
      if (depth === 0 && at > from) ranges.push({ from, to: at });
    }
  }
  return ranges;
}

export interface MarkedRegions {
  /** Where the article's text is; empty when no marks say it. */
  readonly body: readonly UnitRange[];
  /** Boxes in it: related links, facts. */
  readonly boxes: readonly UnitRange[];
  /** Pictures with what is printed under them. */
  readonly pictures: readonly UnitRange[];
}

/** What the comments of a page say of its parts. */
export function markedRegions({ units, marks }: PageText): MarkedRegions {
  const starts = marks.filter(({ text }) => bodyStart.test(bare(text))).length;
  // A start that is written twice and ended once is common at news.bbc.co.uk.
  const ends = marks.filter(({ text }) => bodyEnd.test(bare(text))).length;
  const bodyMarks = starts > ends && ends > 0 ? dropRepeated(marks) : marks;
  const prose = ({ from, to }: UnitRange) => units.slice(from, to).some(({ text }) => isProse(text));
  return {
    body: rangesOf(bodyMarks, bodyStart, bodyEnd).filter(prose),
    boxes: rangesOf(marks, boxStart, boxEnd),
    pictures: rangesOf(marks, pictureStart, pictureEnd),
  };
}

function dropRepeated(marks: readonly PageMark[]): readonly PageMark[] {
  let open = false;
  return marks.filter(({ text }) => {
    const words = bare(text);
    if (bodyEnd.test(words)) open = false;
    if (!bodyStart.test(words)) return true;
    const repeated = open;
    open = true;
    return !repeated;
  });
}

/** Whether the unit of a number is in one of some ranges, which are in their order and do not overlap. */
export function isInRange(at: number, ranges: readonly UnitRange[]): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { from, to } = ranges[middle] ?? { from: 0, to: 0 };
    if (at < from) high = middle - 1;
    else if (at >= to) low = middle + 1;
    else return true;
  }
  return false;
}
