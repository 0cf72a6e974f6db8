import type { Block } from '../../model/article.ts';
import { stretchesOf } from './text-lines.ts';

/** The most blocks of one text: more are lines of something that is no text. */
const mostBlocks = 20_000;

/** The blocks of a plain text of a mail: paragraphs, lists, and what is quoted. */
export function blocksOfText(
  text: string,
  options: { readonly isFlowed: boolean; readonly isDelSp: boolean },
): readonly Block[] {
  const blocks: Block[] = [];
  let items: string[] = [];
  const endList = (): void => {
    const [only] = items;
    if (items.length > 1) blocks.push({ kind: 'list', items, place: null });
    // One stroke alone is a dash before a sentence.
    else if (only !== undefined) blocks.push({ kind: 'paragraph', text: only, place: null });
    items = [];
  };
  for (const { kind, text: words } of stretchesOf(text, options)) {
    if (blocks.length >= mostBlocks) break;
    if (kind === 'item') {
      items.push(words);
      continue;
    }
    endList();
    if (kind === 'quote') blocks.push({ kind, text: words, attribution: null, place: null });
    else blocks.push({ kind, text: words, place: null });
  }
  endList();
  return blocks;
}
