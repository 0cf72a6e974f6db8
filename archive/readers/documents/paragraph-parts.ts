import { remembered } from '../../text/remembered.ts';
import type { DocumentPart } from './document-part.ts';

/** What a paragraph's style makes of it. */
export type ParagraphKind = Exclude<DocumentPart['kind'], 'list'> | 'item';

/** A style's name as word processors use it in every language version, and what it is for. */
const kinds: readonly (readonly [RegExp, ParagraphKind])[] = [
  [/^(?:document )?title$/iu, 'title'],
  [/^subtitle$/iu, 'subtitle'],
  [/^(?:heading|überschrift|titre|naslov|наслов|titulli)\s?\d/iu, 'heading'],
  [/^(?:heading|tochead)/iu, 'heading'],
  [/^(?:intense )?quot(?:e|ations?)$|^block ?text$/iu, 'quote'],
  [/^(?:caption|illustration|image caption|figure)$/iu, 'caption'],
  [/^list(?: bullet| number|\s?\d|$)/iu, 'item'],
];

/** What a style of this name is for; null when it says nothing of it. */
export const kindOfStyle = remembered((name: string): ParagraphKind | null => {
  const plain = name.replaceAll('_20_', ' ').replaceAll('_', ' ').trim();
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
});

const longestBoldHeading = 150;
const shortLine = 60;

/** A short paragraph that is bold throughout stands for a heading where people do not use styles. */
export function isBoldHeading(text: string, isBold: boolean): boolean {
  return isBold && text.length <= longestBoldHeading && !/[.,;]$/u.test(text.trim());
}

function tidy(text: string): string {
  return text
    .replace(/[\s\u00a0]+/gu, ' ')
    .normalize('NFC')
    .trim();
}

/** The lines of a paragraph: what a line break ends is one of its own when it is short or a whole sentence. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    const next = tidy(line);
    if (next === '') {
      lines.push(open);
      open = '';
      continue;
    }
    const isEnd = open === '' || open.length <= shortLine || /[.!?…:]["'”’»“)\]]*$/u.test(open);
    if (isEnd && open !== '') lines.push(open);
    open = isEnd || open === '' ? next : `${open} ${next}`;
  }
  lines.push(open);
  return lines.filter((line) => line !== '');
}

/** A paragraph as parts of a document: more than one when it has line breaks; a line break is `\n`. */
export function partsOfParagraph(kind: ParagraphKind, text: string): DocumentPart[] {
  if (kind === 'item') {
    const item = tidy(text);
    return item === '' ? [] : [{ kind: 'list', items: [item] }];
  }
  if (kind !== 'paragraph') {
    const whole = tidy(text);
    return whole === '' ? [] : [{ kind, text: whole }];
  }
  return linesOf(text).map((line) => ({ kind, text: line }));
}

/** In UTF-16 units: a cell of more words is a part of the page's layout, not of a table. */
const longestCell = 200;

/** A table as parts: its rows as a list, unless its cells hold running text. */
export function partsOfTable(
  rows: readonly (readonly (readonly DocumentPart[])[])[],
): readonly DocumentPart[] {
  const cells = rows.flat();
  const isLayout = cells.some((parts) => {
    const length = parts.reduce((sum, part) => sum + (part.kind === 'list' ? 0 : part.text.length), 0);
    return length > longestCell;
  });
  if (isLayout || rows.every((row) => row.length <= 1)) return cells.flat();
  const items = rows
    .map((row) => row.map((parts) => parts.map(wordsOfPart).join(' ')).filter((cell) => cell !== ''))
    .map((row) => row.join(' | '))
    .filter((row) => row !== '');
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function wordsOfPart(part: DocumentPart): string {
  return part.kind === 'list' ? part.items.join(' ') : part.text;
}
