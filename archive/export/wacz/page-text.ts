import type { Article, Block } from '../../model/article.ts';

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'crosshead':
      return block.text;
    case 'quote':
      return block.attribution === null ? block.text : `${block.text}\n${block.attribution}`;
    case 'image':
      return block.legend === null ? block.caption : `${block.caption}\n${block.legend}`;
    case 'list':
      return block.items.join('\n');
  }
}

/** All words of an article but its headline, a block a line. */
export function pageText({ standfirst, byline, blocks }: Article): string {
  return [byline, standfirst, ...blocks.map(textOf)]
    .filter((part) => part !== null && part !== '')
    .join('\n');
}
