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
