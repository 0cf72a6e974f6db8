import type { Block } from '../../model/article.ts';
import { blocksOfHtml } from '../html/html-blocks.ts';
import { textOf } from './record-values.ts';

/** Tags that nobody writes but to mark text up. */
const tag = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|blockquote|figure)(?:\s[^<>]{0,2000})?\/?>/iu;

/** Whether a text is clearly a piece of HTML: it has a paragraph, a line break or another tag of that kind. */
export function isHtml(text: string): boolean {
  return text.includes('<') && tag.test(text);
}

/** The words of a piece of HTML, blocks joined by blanks. */
export function wordsOfHtml(html: string): string {
  return blocksOfHtml(html).map(wordsOfBlock).join(' ');
}

/** The words of a block on one line, for what is made of them: a headline, a sample of the language. */
export function wordsOfBlock(block: Block): string {
  if (block.kind === 'list') return block.items.join(' ');
  return block.kind === 'image' ? block.caption : block.text;
}

/** Inline markup, in a short part that has no paragraphs. */
const inlineTag = /<a\s+[^<>]{0,2000}>|<\/(?:a|b|i|em|strong|span|u)>/iu;

/** Whether a value says that it is HTML, as WordPress does of its titles. */
function isRendered(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'rendered' in value;
}

/** The words of a short part; markup is taken off when it clearly is some. */
export function shortTextOf(value: unknown): string {
  const text = textOf(value);
  const marked = isRendered(value)
    ? /[<&]/u.test(text)
    : text.includes('<') && (isHtml(text) || inlineTag.test(text));
  return marked ? wordsOfHtml(text) : text;
}
