import { TreeBuilder } from './tree-builder.ts';
import { readTokens } from './page-tokens.ts';
import type { Page } from './page-tree.ts';

/**
 * Parses HTML, however it is written, into a tree that is never deeper than 120 elements and never has more than 50,000:
 * what goes beyond keeps its text and loses its tags. The rules are those of HTML (13.2.6) as far as they decide where text
 * belongs: what a tag closes, and what it does not close because a table's cell stands between. Scripts are dropped, but for
 * those that hold JSON.
 */
export function parsePage(html: string): Page {
  const builder = new TreeBuilder();
  // A zero character is dropped by the standard too.
  readTokens(html.includes('\0') ? html.replaceAll('\0', '') : html, builder);
  return builder.page();
}
