import type { Block } from '../../model/article.ts';
import { blocksOfHtml } from '../html/html-blocks.ts';
import { isHtml } from './record-markup.ts';
import { onOneLine, textOf } from './record-values.ts';

/** In characters. Where half the lines are longer, no editor broke them: each is a paragraph. */
const longLine = 100;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * The paragraphs of a text: what blank lines separate; where there are none, each line when most lines are long; else
 * all of it. A list of texts is a list of paragraphs. Nothing in the text is interpreted: tags stay as they stand.
 */
export function paragraphsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((item) => onOneLine(textOf(item))).filter((text) => text !== '');
  const given = textOf(value);
  const text = given.includes('\r') ? given.replace(/\r\n?/gu, '\n') : given;
  const stretches = text.split(/\n[^\S\n]*\n\s*/u);
  return (stretches.length > 1 ? stretches : longLines(text)).map(onOneLine).filter((part) => part !== '');
}

function longLines(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && median(lines.map(({ length }) => length)) > longLine ? lines : [text];
}

function htmlOf(value: unknown): string | null {
  if (!Array.isArray(value)) {
    // Looked at before it is cleaned: nearly all texts are none, and cleaning them twice is a tenth of all the work.
    const text = typeof value === 'string' ? value : textOf(value);
    return isHtml(text) ? textOf(value) : null;
  }
  const parts = value.map(textOf);
  return parts.some(isHtml) ? parts.map((part) => (isHtml(part) ? part : `<p>${part}</p>`)).join('\n') : null;
}

/** The blocks of an article's text: those of its HTML when it clearly is some, else its paragraphs. */
export function blocksOfText(value: unknown): readonly Block[] {
  const html = htmlOf(value);
  if (html !== null) return blocksOfHtml(html);
  return paragraphsOf(value).map((text): Block => ({ kind: 'paragraph', text, place: null }));
}
