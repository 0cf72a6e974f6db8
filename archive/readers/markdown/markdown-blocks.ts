import type { Block } from '../../model/article.ts';
import { isHtml } from '../records/record-markup.ts';
import { blocksOfHtml } from '../html/html-blocks.ts';
import { inlineText } from './inline-text.ts';

const heading = /^ {0,3}#{1,6}(?=\s|$)/u;
const underline = /^ {0,3}(?:=+|-+)\s*$/u;
const rule = /^ {0,3}(?:(?:\*[^\S\n]*){3,}|(?:-[^\S\n]*){3,}|(?:_[^\S\n]*){3,})$/u;
const fence = /^ {0,3}(`{3,}|~{3,})/u;
const item = /^\s*(?:[-*+]|\d{1,9}[.)])[^\S\n]+(?=\S)/u;
/** An item that can follow a paragraph without a blank line: a number must be 1, or `1990. It was` would be one. */
const interrupting = /^ {0,3}(?:[-*+]|1[.)])[^\S\n]+\S/u;
const quote = /^ {0,3}>/u;
const definition = /^ {0,3}\[[^\]^]{1,200}\]:\s*\S+/u;
const onlyTemplate = /^\s*\{[{%].{0,500}[%}]\}\s*$/u;
const onlyImage =
  /^\s*\[?!\[([^[\]]{0,1000})\]\([^()\n]{0,2000}?(?:\s"([^"]{0,1000})")?\)(?:\]\([^()\n]{0,2000}\))?(?:\{[^{}]{0,200}\})?\s*$/u;
const tableLine = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/u;
const attribution = /^(?:—|–|--|―)\s*/u;

/** Lines of nothing but signs are short; a long one is none. */
function isShort(line: string): boolean {
  return line.length <= longestLine;
}

const longestLine = 1_000;

/** The marks of a quotation, of quotations in quotations too, taken off. */
function withoutMarks(line: string): string {
  let at = 0;
  while (line[at] === '>' || line[at] === ' ' || line[at] === '\t') at += 1;
  return line.slice(at);
}

/** A heading may close with as many signs as one likes. */
function withoutHashes(text: string): string {
  const plain = text.trim();
  let end = plain.length;
  while (plain[end - 1] === '#') end -= 1;
  return end === plain.length || (end > 0 && !/\s/u.test(plain[end - 1] ?? '')) ? plain : plain.slice(0, end);
}

type Kind = 'paragraph' | 'list' | 'quote' | 'code';

/** Gathers lines into blocks; each is ended by what cannot go on with it (CommonMark 4 and 5, without nesting). */
class MarkdownBuilder {
  readonly blocks: Block[] = [];
  private kind: Kind = 'paragraph';
  private lines: string[] = [];
  private items: string[] = [];
  private fence: string | null = null;
  /** Whether the line before was blank. */
  private gap = true;

  line(line: string): void {
    if (this.inFence(line)) return;
    if (line.trim() === '') this.blank();
    else {
      this.text(line);
      this.gap = false;
    }
  }

  end(): void {
    this.flushList();
    const { lines, kind } = this;
    this.lines = [];
    this.kind = 'paragraph';
    if (lines.length === 0) return;
    if (kind === 'quote') this.quoted(lines);
    else if (kind === 'code') this.push('paragraph', lines.join(' ').replace(/\s+/gu, ' ').trim());
    else this.paragraph(lines);
  }

  private inFence(line: string): boolean {
    const mark = fence.exec(line)?.[1];
    if (this.fence !== null) {
      if (mark !== undefined && mark.startsWith(this.fence)) {
        this.end();
        this.fence = null;
      } else this.lines.push(line);
      return true;
    }
    if (mark === undefined) return false;
    this.end();
    this.fence = mark;
    this.kind = 'code';
    return true;
  }

  private blank(): void {
    this.gap = true;
    // A list goes on over blank lines, a quotation does not.
    if (this.kind !== 'list') this.end();
  }

  private text(line: string): void {
    const head = heading.exec(line);
    if (this.kind === 'paragraph' && this.lines.length > 0 && underline.test(line) && !item.test(line)) {
      this.underlined(line);
    } else if (head !== null) {
      this.end();
      this.push('crosshead', inlineText(withoutHashes(line.slice(head[0].length))));
    } else if (isShort(line) && rule.test(line)) this.end();
    else if (onlyTemplate.test(line) || (this.lines.length === 0 && definition.test(line))) return;
    else if (quote.test(line)) this.add('quote', withoutMarks(line));
    else if (item.test(line) && (this.lines.length === 0 || interrupting.test(line))) this.item(line);
    else if (this.kind === 'list' && (!this.gap || /^\s{2,}/u.test(line))) this.more(line);
    else this.add(this.kind === 'quote' && !this.gap ? 'quote' : 'paragraph', line);
  }

  private underlined(line: string): void {
    // A line of signs under several lines is a rule under a paragraph.
    if (this.lines.length > 2 || (/^\s*-/u.test(line) && line.trim().length < 2)) {
      this.end();
      return;
    }
    const text = inlineText(this.lines.join(' '));
    this.lines = [];
    this.push('crosshead', text);
  }

  private add(kind: Kind, line: string): void {
    if (kind !== this.kind || this.items.length > 0) this.end();
    this.kind = kind;
    this.lines.push(line);
  }

  private item(line: string): void {
    if (this.kind !== 'list') this.end();
    this.kind = 'list';
    this.items.push(line.replace(item, ''));
  }

  private more(line: string): void {
    const last = this.items.length - 1;
    this.items[last] = `${this.items[last] ?? ''} ${line.trim()}`;
  }

  private flushList(): void {
    const items = this.items.map(inlineText).filter((text) => text !== '');
    this.items = [];
    if (items.length > 0) this.blocks.push({ kind: 'list', items, place: null });
  }

  private quoted(lines: readonly string[]): void {
    const last = lines.at(-1)?.trim() ?? '';
    const isSigned = lines.length > 1 && attribution.test(last);
    const text = inlineText((isSigned ? lines.slice(0, -1) : lines).join(' '));
    const who = isSigned ? inlineText(last.replace(attribution, '')) : null;
    if (text !== '') this.blocks.push({ kind: 'quote', text, attribution: who, place: null });
  }

  private paragraph(lines: readonly string[]): void {
    const [only = ''] = lines;
    const picture = lines.length === 1 ? onlyImage.exec(only) : null;
    if (picture !== null) this.image(inlineText(picture[1] ?? ''), inlineText(picture[2] ?? ''));
    else if (lines.length > 1 && isShort(lines[1] ?? '') && tableLine.test(lines[1] ?? '')) this.table(lines);
    else {
      const text = lines.join('\n');
      if (/^\s*<[a-z!/]/iu.test(text) && isHtml(text)) this.blocks.push(...blocksOfHtml(text));
      else this.push('paragraph', inlineText(text));
    }
  }

  private image(caption: string, title: string): void {
    if (caption === '' && title === '') return;
    const legend = caption !== '' && title !== '' && title !== caption ? title : null;
    this.blocks.push({ kind: 'image', caption: caption === '' ? title : caption, legend, place: null });
  }

  private table(lines: readonly string[]): void {
    const rows = lines
      .filter((_line, at) => at !== 1)
      .map((line) =>
        line
          .replace(/^\s*\||\|\s*$/gu, '')
          .split('|')
          .map(inlineText)
          .filter((cell) => cell !== '')
          .join(' | '),
      );
    const items = rows.filter((row) => row !== '');
    if (items.length > 0) this.blocks.push({ kind: 'list', items, place: null });
  }

  private push(kind: 'paragraph' | 'crosshead', text: string): void {
    if (text !== '') this.blocks.push({ kind, text, place: null });
  }
}

/** The blocks of a text in Markdown (CommonMark with the tables of GitHub); lists and quotations are not nested. */
export function blocksOfMarkdown(text: string): readonly Block[] {
  const builder = new MarkdownBuilder();
  for (const line of text.replace(/\r\n?/gu, '\n').split('\n')) builder.line(line);
  builder.end();
  return builder.blocks;
}
