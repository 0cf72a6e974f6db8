import { joinTwoLines, endsInWord } from './join-lines.ts';
import type { KnownWords } from './join-lines.ts';
import { itemMark } from './printed-line.ts';
import type { PrintedLine } from './printed-line.ts';
import { endsSentence, goesOnLow } from './printed-paragraph.ts';
import type { PrintedParagraph } from './printed-paragraph.ts';

/** A paragraph as it is read, over columns and pages. */
export interface FlowingParagraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  readonly font: string;
  /** How many lines it takes. */
  readonly lines: number;
}

/** Over so many other paragraphs (a picture's words, a box) a sentence may go on. */
const farthest = 4;

const lastTextOf = ({ lines }: PrintedParagraph): string => lines.at(-1)?.text ?? '';
const firstTextOf = ({ lines }: PrintedParagraph): string => lines[0]?.text ?? '';

/** Whether a paragraph is not at its end where its column is. */
function isOpen(paragraph: PrintedParagraph): boolean {
  const text = lastTextOf(paragraph);
  return endsInWord(text) || (!endsSentence(text) && paragraph.isFull);
}

function isAlike(one: PrintedParagraph, other: PrintedParagraph): boolean {
  return Math.min(one.size, other.size) > Math.max(one.size, other.size) * 0.94;
}

function continues(open: PrintedParagraph, next: PrintedParagraph, isNeighbour: boolean): boolean {
  if (!isAlike(open, next) || itemMark.test(firstTextOf(next))) return false;
  if (goesOnLow(firstTextOf(next))) return true;
  // A name may begin the next column in the middle of a sentence.
  return (
    isNeighbour &&
    open.font === next.font &&
    open.lines.length > 1 &&
    !next.isIndented &&
    firstTextOf(next).length > 20
  );
}

function textOfLines(lines: readonly PrintedLine[], known: KnownWords): string {
  const [first, ...rest] = lines;
  return rest.reduce((text, line) => joinTwoLines(text, line.text, known), first?.text ?? '');
}

/** The paragraphs of columns in their order, with those put together that a column's or a page's end had cut. */
export function flow(
  paragraphs: readonly PrintedParagraph[],
  endsColumn: ReadonlySet<PrintedParagraph>,
  bodySize: number,
  known: KnownWords,
): readonly FlowingParagraph[] {
  const taken = new Set<PrintedParagraph>();
  return paragraphs.flatMap((paragraph, at): FlowingParagraph[] => {
    if (taken.has(paragraph)) return [];
    const { page, size, font } = paragraph;
    let lines = [...paragraph.lines];
    let last = paragraph;
    let from = at;
    while (endsColumn.has(last) && isOpen(last) && last.size < bodySize * 1.15) {
      const ahead = paragraphs.slice(from + 1, from + 1 + farthest);
      const open = last;
      const step = ahead.findIndex((next, nth) => !taken.has(next) && continues(open, next, nth === 0));
      const next = ahead[step];
      if (next === undefined) break;
      taken.add(next);
      lines = [...lines, ...next.lines];
      last = next;
      from += step + 1;
    }
    return [
      { text: textOfLines(lines, known).replaceAll('\u00ad', ''), page, size, font, lines: lines.length },
    ];
  });
}
