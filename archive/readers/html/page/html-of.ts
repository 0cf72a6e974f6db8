import { blocks, rawTexts, voids } from './element-kinds.ts';
import type { PageElement, PageNode, PageText } from './page-tree.ts';

/** The attribute that carries an element's number through another parser. */
export const numberAttribute = 'data-cuttings-number';

/** Only what a parser would take for markup: one that makes a node of each entity is not to meet millions of them. */
function escape(text: string): string {
  if (text.length > longText && (text.match(/[<&]/gu)?.length ?? 0) > mostSigns)
    return text.replace(/[<&]/gu, ' ');
  return text.replace(/<(?=[a-z/!?])|&(?=[#a-z])/giu, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
}

function quoted(value: string): string {
  return value.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;');
}

const longText = 5_000;
const mostSigns = 1_000;

const writable = /^[a-z_:][\w:.-]*$/u;

/**
 * Text right inside a block gets an element of its own with the block's number, which stays with it when the block is
 * exchanged for another.
 */
function writeText({ text, parent }: PageText, raw: boolean, numbers: boolean, parts: string[]): void {
  const wraps = numbers && parent !== null && blocks.has(parent.name) && /\S/u.test(text) && !raw;
  if (!wraps) parts.push(raw ? text : escape(text));
  else parts.push(`<span ${numberAttribute}="${parent.number}">`, escape(text), '</span>');
}

function write(node: PageNode, raw: boolean, numbers: boolean, parts: string[]): void {
  if (node.kind === 'comment') {
    if (!numbers && !/--|>/u.test(node.text)) parts.push(`<!--${node.text}-->`);
    return;
  }
  if (node.kind === 'text') {
    writeText(node, raw, numbers, parts);
    return;
  }
  if (!writable.test(node.name)) return;
  const number = numbers ? ` ${numberAttribute}="${node.number}"` : '';
  parts.push(`<${node.name}${number}`);
  for (const [name, value] of node.attributes)
    if (writable.test(name) && name !== numberAttribute) parts.push(` ${name}="${quoted(value)}"`);
  parts.push('>');
  if (voids.has(node.name)) return;
  const isRaw = rawTexts.has(node.name) && node.name !== 'title' && node.name !== 'textarea';
  for (const child of node.children) write(child, isRaw, numbers, parts);
  parts.push(`</${node.name}>`);
}

/**
 * Writes a tree as HTML in which every element is closed, so that any parser reads the same tree. With numbers each element
 * carries its own, and comments are left out.
 */
export function htmlOf(element: PageElement, { numbers }: { readonly numbers: boolean }): string {
  const parts = ['<!doctype html>'];
  write(element, false, numbers, parts);
  return parts.join('');
}
