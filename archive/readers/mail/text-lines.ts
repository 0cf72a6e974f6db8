/** A paragraph of a mail's text, or the lines of a quotation or list. */
export interface TextStretch {
  readonly kind: 'paragraph' | 'quote' | 'item';
  readonly text: string;
}

interface MailLine {
  readonly text: string;
  /** How many `>` stand before it. */
  readonly depth: number;
  /** Whether it goes on in the next line (RFC 3676, 4.2). */
  readonly isFlowed: boolean;
}

/** The separator of a signature (RFC 3676, 4.3), with or without the blank that programs lose. */
const signature = /^--\s?$/u;
const ruler = /^[\s\-_=*~#.+|]{3,}$/u;
const item = /^(?:[*•·‣▪–-]|\d{1,2}[.)])[ \t]+(?=\S)/u;
/** Lines that a program broke have about this length, in characters. */
const leastWrap = 50;
const mostWrap = 100;

function depthOf(line: string): { readonly depth: number; readonly rest: string } {
  const marks = /^(?:>[ ]?)*>/u.exec(line)?.[0] ?? '';
  if (marks === '') return { depth: 0, rest: line };
  return { depth: marks.replaceAll(' ', '').length, rest: line.slice(marks.length) };
}

function readLine(line: string, isFormatFlowed: boolean, isDelSp: boolean): MailLine {
  const { depth, rest } = depthOf(line);
  const unstuffed = isFormatFlowed || depth > 0 ? rest.replace(/^ /u, '') : rest;
  const isFlowed = isFormatFlowed && unstuffed.endsWith(' ') && !signature.test(unstuffed);
  return { text: isFlowed && isDelSp ? unstuffed.slice(0, -1) : unstuffed, depth, isFlowed };
}

/** Whether a line that is not marked as flowed was broken by a program: the next word would not have fitted. */
function wasBroken(line: string, next: string, width: number): boolean {
  const word = /^\S+/u.exec(next)?.[0] ?? '';
  return width >= leastWrap && line.length + 1 + word.length > width;
}

/** The width at which a text was broken: that of its longest line, when that is one that programs break at. */
function widthOf(lines: readonly MailLine[]): number {
  let width = 0;
  for (const { text } of lines) {
    const { length } = text.trimEnd();
    if (length <= mostWrap && length > width && !/^\s*\S+$/u.test(text)) width = length;
  }
  return width;
}

class StretchBuilder {
  readonly stretches: TextStretch[] = [];
  private kind: TextStretch['kind'] = 'paragraph';
  private held: string[] = [];

  add(text: string, kind: TextStretch['kind']): void {
    if (kind !== this.kind) this.end();
    this.kind = kind;
    this.held.push(text.trim());
  }

  get isOpen(): boolean {
    return this.held.length > 0;
  }

  get open(): TextStretch['kind'] {
    return this.kind;
  }

  end(): void {
    const text = this.held.join(' ').replace(/\s+/gu, ' ').trim();
    if (text !== '') this.stretches.push({ kind: this.kind, text });
    this.held = [];
    this.kind = 'paragraph';
  }
}

/**
 * The stretches of a plain text of a mail: lines that were broken for the way are joined (format=flowed, RFC 3676, or as wide
 * as the text allows), `>` makes quotations, strokes and numbers lists. Rulers and the sign of a signature are left out.
 */
export function stretchesOf(
  text: string,
  options: { readonly isFlowed: boolean; readonly isDelSp: boolean },
): readonly TextStretch[] {
  const lines = text.split(/\r\n|\n|\r/u).map((line) => readLine(line, options.isFlowed, options.isDelSp));
  const width = widthOf(lines);
  const builder = new StretchBuilder();
  let before: MailLine | null = null;
  for (const line of lines) {
    const tidy = line.text.trim();
    const goesOn =
      before !== null &&
      before.depth === line.depth &&
      (before.isFlowed || (!options.isFlowed && wasBroken(before.text.trimEnd(), tidy, width)));
    const isItem = item.test(tidy) && line.depth === 0 && !(before?.isFlowed === true && goesOn);
    if (!goesOn || isItem) builder.end();
    before = tidy === '' || signature.test(line.text) || ruler.test(tidy) ? null : line;
    if (before === null) builder.end();
    else if (isItem) builder.add(tidy.replace(item, ''), 'item');
    else builder.add(tidy, builder.isOpen ? builder.open : line.depth > 0 ? 'quote' : 'paragraph');
  }
  builder.end();
  return builder.stretches;
}
