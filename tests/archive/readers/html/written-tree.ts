import { voids } from '../../../../archive/readers/html/page/element-kinds.ts';
import type { PageNode } from '../../../../archive/readers/html/page/page-tree.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A tree written with every element closed, so that a test can show it. */
export function writtenTree(node: PageNode): string {
  if (node.kind === 'comment') return `<!--${node.text}-->`;
  if (node.kind === 'text') return escaped(node.text);
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  const open = `<${node.name}${attributes}>`;
  return voids.has(node.name) ? open : `${open}${node.children.map(writtenTree).join('')}</${node.name}>`;
}
