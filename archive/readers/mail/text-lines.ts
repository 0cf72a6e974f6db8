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
  /** What joins it to the next line. */
  readonly glue: '' | ' ';
}

const itemSign = /^(?:[*•·‣▪–-]|\d{1,2}[.)])[ \t]+(?=\S)/u;
const rulerLine = /^[\s\-_=*~#.+|]{3,}$/u;
const untidy = /\s\s|[^\S ]|[\0-\x1f\x7f]/u;

/** A line has many questions asked of it: its first character answers most of them. */
const isLetter = (text: string): boolean => {
  const code = text.charCodeAt(0) | 0x20;
  return code >= 0x61 && code <= 0x7a;
};

function isItem(text: string): boolean {
  return text.length > 2 && !isLetter(text) && itemSign.test(text);
}

/** Lines of strokes, and the separator of a signature (RFC 3676, 4.3), with or without the blank that programs lose. */
function isRuler(text: string): boolean {
  return text === '--' || (text.length > 2 && !isLetter(text) && rulerLine.test(text));
}

function tidy(text: string): string {
  return (untidy.test(text) ? text.replace(/[\s\0-\x1f\x7f]+/gu, ' ') : text).trim();
}

/** Lines that a program broke have about this length, in characters. */
const leastWrap = 50;
const mostWrap = 100;

function depthOf(line: string): { readonly depth: number; readonly rest: string } {
  if (!line.startsWith('>')) return { depth: 0, rest: line };
  const marks = /^(?:>[ ]?)*>/u.exec(line)?.[0] ?? '';
  return { depth: marks.replaceAll(' ', '').length, rest: line.slice(marks.length) };
}

function readLine(line: string, isFormatFlowed: boolean, isDelSp: boolean): MailLine {
  const { depth, rest } = depthOf(line);
  const unstuffed = (isFormatFlowed || depth > 0) && rest.startsWith(' ') ? rest.slice(1) : rest;
  const isFlowed = isFormatFlowed && unstuffed.endsWith(' ') && unstuffed !== '-- ';
  if (!isFlowed || !isDelSp) return { text: unstuffed, depth, isFlowed, glue: ' ' };
  // The blank that says so is no part of the text then: Japanese has none between words.
  return { text: unstuffed.slice(0, -1), depth, isFlowed, glue: '' };
}

/** Whether a line that is not marked as flowed was broken by a program: the next word would not have fitted. */
function wasBroken(line: string, next: string, width: number): boolean {
  if (width < leastWrap || line.length < leastWrap / 2) return false;
  const word = /^\S{0,200}/u.exec(next)?.[0] ?? '';
  return line.length + 1 + word.length > width;
}

/** The width at which a text was broken: that of its longest line, when that is one that programs break at. */
function widthOf(lines: readonly MailLine[]): number {
  let width = 0;
  for (const { text } of lines) {
    if (text.length <= width) continue;
    const { length } = text.trimEnd();
    if (length <= mostWrap && length > width && text.trim().includes(' ')) width = length;
  }
  return width;
}

class StretchBuilder {
  readonly stretches: TextStretch[] = [];
  private kind: TextStretch['kind'] = 'paragraph';
  private held: string[] = [];
  private glue = '';

  /** Adds a line; `glue` joins it to the next. */
  add(text: string, kind: TextStretch['kind'], glue: string): void {
    if (kind !== this.kind) this.end();
    this.kind = kind;
    this.held.push(this.glue, glue === '' ? text : text.trim());
    this.glue = glue;
  }

  get isOpen(): boolean {
    return this.held.length > 0;
  }

  get open(): TextStretch['kind'] {
    return this.kind;
  }

  end(): void {
    const text = tidy(this.held.join(''));
    if (text !== '') this.stretches.push({ kind: this.kind, text });
    this.held = [];
    this.glue = '';
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
    const words = line.text.trim();
    if (words === '' || isRuler(words)) {
      builder.end();
      before = null;
      continue;
    }
    const goesOn =
      before !== null &&
      before.depth === line.depth &&
      (before.isFlowed || (!options.isFlowed && wasBroken(before.text.trimEnd(), words, width)));
    const begins = line.depth === 0 && isItem(words) && !(before?.isFlowed === true && goesOn);
    if (!goesOn || begins) builder.end();
    before = line;
    if (begins) builder.add(words.replace(itemSign, ''), 'item', line.glue);
    else
      builder.add(words, builder.isOpen ? builder.open : line.depth > 0 ? 'quote' : 'paragraph', line.glue);
  }
  builder.end();
  return builder.stretches;
}
