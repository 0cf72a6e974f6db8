import type { DomNode } from './linkedom.ts';
import { blocks } from '../../../archive/readers/html/page/element-kinds.ts';

/** The text of a part of a DOM, with a line end wherever a browser begins a new line. */
export function plainTextOf(node: DomNode): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (node.nodeType !== 1) return '';
  const name = node.nodeName.toLowerCase();
  if (name === 'script' || name === 'style') return '';
  if (name === 'br') return '\n';
  const text = [...node.childNodes].map(plainTextOf).join('');
  return blocks.has(name) ? `\n${text}\n` : text;
}
