import type { Block } from '../../model/article.ts';
import { childOf, childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement, XmlNode } from '../xml/xml-tree.ts';
import { noArticle } from './agency-draft.ts';
import type { AgencyArticle } from './agency-draft.ts';
import { blocksOfMarkup } from './markup-blocks.ts';
import { attributeOf, lineOf, markupName, orNull, tidy } from './markup-text.ts';
import { readNitfHead } from './nitf-head.ts';

/** A byline with the title after the name: the markup sets no comma between them. */
function bylineOf(byline: XmlElement): string {
  let line = '';
  for (const node of byline.children) {
    const text = typeof node === 'string' ? node : lineOf(node);
    const isTitle = typeof node !== 'string' && markupName(node) === 'byttl';
    const before = line.trimEnd();
    if (isTitle && before !== '' && !/[,;:/–—-]$/u.test(before)) line = `${before}, ${text}`;
    else line += typeof node === 'string' ? text : `${/[\s(]$/u.test(line) || line === '' ? '' : ' '}${text}`;
  }
  return tidy(line).replace(/ ([,;.])/gu, '$1');
}

/** The New York Times' annotated corpus has a second byline in capitals, for machines. */
function isForMachines(element: XmlElement): boolean {
  return attributeOf(element, 'class').startsWith('normalized');
}

function bylinesOf(head: XmlElement): string | null {
  const bylines = childrenOf(head, 'byline').filter((byline) => !isForMachines(byline));
  return orNull(
    bylines
      .map(bylineOf)
      .filter((line) => line !== '')
      .join(', '),
  );
}

/** Place and day: `BELGRADE, Nov 28`. */
function datelineOf(head: XmlElement): {
  readonly text: string | null;
  readonly dates: readonly (string | null)[];
} {
  const dateline = childOf(head, 'dateline');
  if (dateline === null) return { text: null, dates: [] };
  const story = childOf(dateline, 'story.date');
  const parts: string[] = [];
  for (const node of dateline.children) {
    const text = typeof node === 'string' ? tidy(node) : lineOf(node);
    if (text !== '') parts.push(text);
  }
  const joined = parts
    .join(', ')
    .replace(/\s*,(?:\s*,)+\s*/gu, ', ')
    .replace(/, (?=[,.;:)–—-])/gu, ' ')
    .replace(/([(–—-]),/gu, '$1');
  return { text: orNull(tidy(joined)), dates: [orNull(attributeOf(story, 'norm')), orNull(lineOf(story))] };
}

function isClass(node: XmlNode, name: string): boolean {
  return typeof node !== 'string' && node.attributes['class'] === name;
}

/** What stands right in `body`, against the rules. */
function withoutFrame({ children }: XmlElement): readonly XmlNode[] {
  return children.filter((node) => typeof node === 'string' || !/^body\./u.test(node.name));
}

/** Where a block is the full text, the one that repeats its first paragraph is left out (as that corpus has both). */
function contentOf(body: XmlElement): readonly XmlNode[] {
  const parts = childrenOf(body, 'body.content');
  const contents = (parts.length === 0 ? [{ ...body, children: withoutFrame(body) }] : parts).flatMap(
    ({ children }) => children,
  );
  return contents.some((node) => isClass(node, 'full_text'))
    ? contents.filter((node) => !isClass(node, 'lead_paragraph'))
    : contents;
}

function crossheads(texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ kind: 'crosshead', text, place: null }));
}

interface Hedline {
  readonly headline: string | null;
  /** What stands below it. */
  readonly below: readonly string[];
  /** What stands above it: a kicker (`fly` of The Economist, `ShortHeadLine` of dpa). */
  readonly above: readonly string[];
}

const isKicker = /fly|kicker|short|overline|vignette|topline/iu;

/** `hl1` is the headline; a line that says the same is left out. */
function hedlineOf(head: XmlElement): Hedline {
  const hedline = childOf(head, 'hedline') ?? childOf(head, 'headline');
  if (hedline === null) return { headline: null, below: [], above: [] };
  const elements = [...childrenOf(hedline, 'hl1'), ...childrenOf(hedline, 'hl2')].filter(
    (line) => !isForMachines(line) && lineOf(line) !== '',
  );
  const above = elements.filter((line) => isKicker.test(attributeOf(line, 'class')));
  const lines = elements.filter((line) => !above.includes(line)).map(lineOf);
  const [headline = null, ...below] = lines.filter(
    (line, at) => lines.findIndex((other) => other.toLowerCase() === line.toLowerCase()) === at,
  );
  return { headline: headline ?? orNull(lineOf(hedline)), below, above: above.map(lineOf) };
}

/** What `body.head` says. */
interface NitfTop {
  readonly hedline: Hedline;
  readonly abstract: string | null;
  readonly dateline: { readonly text: string | null; readonly dates: readonly (string | null)[] };
  readonly distributor: string | null;
  readonly byline: string | null;
  readonly notes: readonly Block[];
}

function readTop(body: XmlElement | null): NitfTop {
  const head = body === null ? null : childOf(body, 'body.head');
  if (head === null) {
    return {
      hedline: { headline: null, below: [], above: [] },
      ...{ abstract: null, dateline: { text: null, dates: [] }, distributor: null, byline: null, notes: [] },
    };
  }
  return {
    hedline: hedlineOf(head),
    abstract: orNull(lineOf(childOf(head, 'abstract'))),
    dateline: datelineOf(head),
    distributor: orNull(lineOf(childOf(head, 'distributor'))),
    byline: bylinesOf(head),
    notes: blocksOfMarkup(childrenOf(head, 'note')),
  };
}

/** An `nitf` element as an article, wherever it stands. Its version is not looked at: 3.0 to 3.6 differ in what is rare. */
export function nitfArticle(nitf: XmlElement): AgencyArticle {
  const head = readNitfHead(nitf);
  const body = childOf(nitf, 'body');
  const { hedline, abstract, dateline, distributor, byline, notes } = readTop(body);
  // A line below the headline that is a keyword is no sentence to read.
  const keys = new Set(head.keywords.map((keyword) => keyword.toLowerCase()));
  const below = hedline.below.filter((line) => !keys.has(line.toLowerCase()));
  const end = body === null ? null : childOf(body, 'body.end');
  return {
    ...noArticle,
    headlines: [hedline.headline, head.title],
    standfirst: abstract ?? orNull(below.join(' ')),
    blocks: [
      ...(abstract === null ? [] : crossheads(below)),
      ...notes,
      ...(body === null ? [] : blocksOfMarkup(contentOf(body))),
      ...(end === null ? [] : blocksOfMarkup(end.children)),
    ],
    dateline: dateline.text,
    byline,
    source: head.publication ?? distributor ?? head.holder,
    section: head.section,
    languages: [head.language, body === null ? null : orNull(attributeOf(body, 'xml:lang'))],
    dates: [...head.dates, ...dateline.dates],
    urls: head.urls,
    keywords: [...hedline.above, ...head.keywords],
  };
}
