import { flow } from './flowing-text.ts';
import type { FlowingParagraph } from './flowing-text.ts';
import { heaviest } from './heaviest.ts';
import { KnownWords } from './join-lines.ts';
import { paragraphsOfColumn } from './printed-paragraph.ts';
import type { PrintedParagraph } from './printed-paragraph.ts';
import type { PrintedLine } from './printed-line.ts';
import type { LinedPage } from './running-lines.ts';
import { columnsOfPage } from './text-columns.ts';

/** The type most of a text is set in. */
export interface BodyType {
  readonly size: number;
  readonly font: string;
}

/** The size and the font of most characters. */
export function bodyTypeOf(lines: readonly PrintedLine[]): BodyType {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { size, font, text } of lines) {
    const rounded = Math.round(size * 4) / 4;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  return { size: heaviest(sizes) ?? 0, font: heaviest(fonts) ?? '' };
}

/** The paragraphs of all pages, in the order in which they are read. */
export function paragraphsOfPages(pages: readonly LinedPage[], body: BodyType): readonly FlowingParagraph[] {
  const known = new KnownWords();
  const paragraphs: PrintedParagraph[] = [];
  const endsColumn = new Set<PrintedParagraph>();
  for (const { page, lines } of pages) {
    for (const line of lines) known.learn(line.text);
    const columns = columnsOfPage(lines);
    for (const column of columns) {
      const ofColumn = paragraphsOfColumn(column, columns, page.number, body.size);
      paragraphs.push(...ofColumn);
      const last = ofColumn.at(-1);
      if (last !== undefined) endsColumn.add(last);
    }
  }
  return flow(paragraphs, endsColumn, body.size, known);
}
