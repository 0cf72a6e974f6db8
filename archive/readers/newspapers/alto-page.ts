import { joinTwoLines, KnownWords } from '../pdf/join-lines.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** A word of a page, or as much of it as stands in its line. */
interface AltoWord {
  readonly text: string;
  /** The whole word, where its line ends within it. */
  readonly whole: string | null;
  /** The rest of a word whose beginning gave all of it. */
  readonly isRest: boolean;
  readonly block: number;
  readonly line: number;
  /** Of its line, in the page's own unit. */
  readonly height: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text in one block of a page. */
export interface AltoParagraph {
  readonly text: string;
  /** Height of its letters, in the page's own unit; 0 when the page does not say. */
  readonly height: number;
}

/** A page of text as recognised from a picture (ALTO 1 to 4, https://www.loc.gov/standards/alto/). */
export interface AltoPage {
  /** All of it, block by block in the order of the file. */
  readonly paragraphs: readonly AltoParagraph[];
  /** `PHYSICAL_IMG_NR` or `PRINTED_IMG_NR` of the page. */
  readonly number: string | null;
  /** The picture's file name, as given. */
  readonly picture: string | null;
  /** The words from one element to another (blocks, lines, words), both by their IDs; empty when there is none such. */
  between(begin: string, end: string | null): readonly AltoParagraph[];
}

const isWord = /^(?:String|HYP)$/u;
/** A page of a broadsheet has ten thousand words. */
const mostWords = 500_000;

class PageWords {
  readonly words: AltoWord[] = [];
  readonly spans = new Map<string, Span>();
  private block = 0;
  private line = 0;
  private height = 0;

  visit(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === 'TextBlock') this.block += 1;
    if (name === 'TextLine') {
      this.line += 1;
      this.height = Number(attributes['HEIGHT']) || 0;
    }
    const start = this.words.length;
    if (isWord.test(name)) this.take(element);
    else for (const child of element.children) if (typeof child !== 'string') this.visit(child);
    const id = attributes['ID'];
    if (id !== undefined && !this.spans.has(id)) this.spans.set(id, { start, end: this.words.length });
  }

  private take({ name, attributes }: XmlElement): void {
    const content = (attributes['CONTENT'] ?? '').replace(/\s+/gu, ' ').trim();
    if (name === 'HYP' || content === '' || this.words.length >= mostWords) {
      if (name === 'HYP') this.hyphen();
      return;
    }
    const type = attributes['SUBS_TYPE'];
    const given = (attributes['SUBS_CONTENT'] ?? '').trim();
    const whole = given === '' ? null : given;
    this.words.push({
      ...{ text: content, block: this.block, line: this.line, height: this.height },
      whole: type === 'HypPart1' || type === 'Abbreviation' ? (type === 'HypPart1' ? whole : null) : null,
      isRest: type === 'HypPart2' && whole !== null,
    });
  }

  /** A hyphen at the end of a line, that the word before it has not told already. */
  private hyphen(): void {
    const last = this.words.at(-1);
    if (last === undefined || last.line !== this.line || last.whole !== null || last.text.endsWith('-'))
      return;
    this.words.splice(-1, 1, { ...last, text: `${last.text}-` });
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Words as paragraphs, one a block. A word that a line had cut is whole again. */
function paragraphsOf(words: readonly AltoWord[], known: KnownWords): readonly AltoParagraph[] {
  const paragraphs: AltoParagraph[] = [];
  for (let at = 0; at < words.length;) {
    const block = words[at]?.block;
    const lines: string[][] = [];
    const heights: number[] = [];
    let line = -1;
    let before: AltoWord | null = null;
    for (; at < words.length && words[at]?.block === block; at += 1) {
      const word = words[at];
      if (word === undefined) break;
      const isTold = word.isRest && before !== null && before.whole !== null;
      if (word.line !== line) lines.push([]);
      line = word.line;
      if (!isTold) lines.at(-1)?.push(word.whole ?? word.text);
      heights.push(word.height);
      before = word;
    }
    const printed = lines.map((parts) => parts.join(' ')).filter((text) => text !== '');
    const text = printed.reduce(
      (whole, next) => (whole === '' ? next : joinTwoLines(whole, next, known)),
      '',
    );
    paragraphs.push({ text: text.normalize('NFC'), height: median(heights) });
  }
  return paragraphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function first(root: XmlElement, name: string): XmlElement | null {
  for (const node of root.children) {
    if (typeof node === 'string') continue;
    if (node.name === name) return node;
    const found = first(node, name);
    if (found !== null) return found;
  }
  return null;
}

/** Reads a page, whatever the version of its ALTO: they name what is read here alike. */
export function readAltoPage(root: XmlElement): AltoPage {
  const reading = new PageWords();
  const layout = first(root, 'Layout') ?? root;
  reading.visit(layout);
  const known = new KnownWords();
  for (const { text } of reading.words) known.learn(text);
  const page = first(layout, 'Page');
  const picture = first(root, 'fileName')?.children.find((node) => typeof node === 'string');
  return {
    paragraphs: paragraphsOf(reading.words, known),
    number: page?.attributes['PRINTED_IMG_NR'] ?? page?.attributes['PHYSICAL_IMG_NR'] ?? null,
    picture: picture === undefined ? null : picture.trim(),
    between(begin, end) {
      const from = reading.spans.get(begin);
      const to = end === null ? from : (reading.spans.get(end) ?? from);
      if (from === undefined || to === undefined) return [];
      return paragraphsOf(reading.words.slice(from.start, Math.max(from.end, to.end)), known);
    },
  };
}
