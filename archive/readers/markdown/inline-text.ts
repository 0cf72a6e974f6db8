import { blocksOfHtml } from '../html/html-blocks.ts';
import { onOneLine } from '../records/record-values.ts';

/** Signs behind a backslash stand for themselves (CommonMark 2.4): kept here while marks are taken off. */
const hidden = 0xe000;
const escaped = /\\([!-/:-@[-`{-~])/gu;
const shown = /[\ue021-\ue07e]/gu;

const image = /!\[([^[\]]{0,1000})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)/gu;
const link = /\[([^[\]]{0,2000})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)/gu;
const reference = /!?\[([^[\]]{1,1000})\]\[[^[\]]{0,200}\]/gu;
const footnote = /\[\^[^[\]\s]{1,50}\]/gu;
const wikiLink = /!?\[\[(?:[^[\]|]{1,500}\|)?([^[\]|]{1,500})\]\]/gu;
const autolink = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/gu;
const tag = /<\/?[a-z][^<>]{0,1000}>|<!--[^<>]{0,1000}-->/giu;
const code = /(`{1,5})([^`]{1,2000})\1(?!`)/gu;
const template = /\{[{%][^{}]{0,500}[%}]\}/gu;
/** Hugo and Pandoc write classes of a link or an image behind it. */
const classes = /(?<=\))\{:?[^{}]{0,200}\}/gu;

/** Without one of these there is nothing to take off. */
const special = /[\\`*_~[\]<&{]/u;

/** A run of stars or low lines, and what stands before and behind it. */
const run = /(?<=(^|[\s\S]))(\*{1,3}|_{1,3}|~~)(?=([\s\S]|$))/gu;

interface Mark {
  readonly sign: string;
  readonly start: number;
  readonly end: number;
}

function isWord(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

function isGap(sign: string): boolean {
  return sign === '' || /\s/u.test(sign);
}

/** Whether a run can begin or end emphasis (CommonMark 6.2, without its rules of punctuation). */
function sides(sign: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const opens = !isGap(after);
  const closes = !isGap(before);
  if (!sign.startsWith('_')) return { opens, closes };
  return { opens: opens && !isWord(before), closes: closes && !isWord(after) };
}

/** Takes off the marks of emphasis that belong together, and double stars. */
function withoutEmphasis(text: string): string {
  if (!/[*_~]/u.test(text)) return text;
  const open = new Map<string, Mark[]>();
  const gone: Mark[] = [];
  for (const match of text.matchAll(run)) {
    const [, before = '', sign = '', after = ''] = match;
    const mark = { sign, start: match.index, end: match.index + sign.length };
    const { opens, closes } = sides(sign, before, after);
    // `the _Daily News _said`: a careless hand closed what is open, with a blank before.
    const partner = closes || isGap(before) ? open.get(sign)?.pop() : undefined;
    if (partner !== undefined) gone.push(partner, mark);
    else if (opens) open.set(sign, [...(open.get(sign) ?? []).slice(-20), mark]);
    // Nobody means two stars.
    if (partner === undefined && sign.startsWith('**')) gone.push(mark);
  }
  let out = '';
  let at = 0;
  for (const { start, end } of gone.sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    out += text.slice(at, start);
    at = end;
  }
  return out + text.slice(at);
}

function withoutEntities(text: string): string {
  if (!/&(?:#\d+|#x[\da-f]+|[a-z]+);/iu.test(text)) return text;
  const escapedText = text.replaceAll('<', '&lt;');
  return blocksOfHtml(escapedText)
    .map((block) => ('text' in block ? block.text : ''))
    .join(' ');
}

/** Without the elements of a name and what is in them, which is no text; one that nothing closes loses its tags only. */
function withoutElements(text: string, name: string): string {
  const open = new RegExp(`<${name}\\b`, 'giu');
  const close = new RegExp(`</${name}\\b[^>]{0,100}>`, 'giu');
  const parts: string[] = [];
  let from = 0;
  for (let begin = open.exec(text); begin !== null; begin = open.exec(text)) {
    close.lastIndex = begin.index;
    if (close.exec(text) === null) break;
    parts.push(text.slice(from, begin.index), ' ');
    from = open.lastIndex = close.lastIndex;
  }
  return from === 0 ? text : parts.join('') + text.slice(from);
}

/** The words of a line or paragraph of Markdown (CommonMark 6), on one line, without marks, addresses and tags. */
export function inlineText(markdown: string): string {
  if (!special.test(markdown)) return onOneLine(markdown);
  const text = withoutElements(withoutElements(markdown, 'script'), 'style')
    .replace(escaped, (_all, sign: string) => String.fromCharCode(hidden + sign.charCodeAt(0)))
    .replace(template, '')
    .replace(classes, '')
    .replace(image, '$1')
    .replace(link, '$1')
    .replace(wikiLink, '$1')
    .replace(footnote, '')
    .replace(reference, '$1')
    .replace(autolink, '$1')
    .replace(tag, ' ')
    .replace(code, '$2');
  const plain = withoutEntities(withoutEmphasis(text)).replace(shown, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - hidden),
  );
  return onOneLine(plain);
}
