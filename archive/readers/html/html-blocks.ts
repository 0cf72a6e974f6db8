import type { Block } from '../../model/article.ts';
import { blocksOfFragment } from './fragment-blocks.ts';

/** The blocks of a piece of HTML, as feeds, mail and exports carry it. */
export function blocksOfHtml(fragment: string): readonly Block[] {
  return blocksOfFragment(fragment);
}
