import { paragraphsOf } from '../records/record-paragraphs.ts';
import { tidy } from './markup-text.ts';

/** An indent, or the row of a table: one blank, and columns parted by more. */
const indent = /^(?:\t| {2,}| \S[^\n]{0,40}? {2,}\S)/u;

/**
 * The paragraphs of text as agencies set it: a line that is indented begins one, and a blank line ends one. Where no line is
 * indented, as `paragraphsOf` has it.
 */
export function wireParagraphs(text: string): readonly string[] {
  const lines = (text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text).split('\n');
  if (!lines.some((line, at) => at > 0 && indent.test(line) && line.trim() !== '')) return paragraphsOf(text);
  const paragraphs: string[][] = [];
  let current: string[] | null = null;
  for (const line of lines) {
    if (line.trim() === '') {
      current = null;
      continue;
    }
    if (current === null || indent.test(line)) {
      current = [];
      paragraphs.push(current);
    }
    current.push(line);
  }
  return paragraphs.map((part) => tidy(part.join(' '))).filter((paragraph) => paragraph !== '');
}
