import type { Page, PageElement } from '../page/page-tree.ts';
import { rawText } from '../page/tree-builder.ts';
import { LineCollector } from './page-lines.ts';
import type { PageLine } from './page-lines.ts';
import { isSilent, nodesIn, textOf, walkPage } from './page-walk.ts';

/** A value that markup names: microdata, RDFa Lite, `rel`, a microformat's class. */
export interface MarkedValue {
  /** In lower case, without prefix: `datepublished`, `author`, `rel-author`, `rel-tag`. */
  readonly name: string;
  readonly value: string;
  /** The text printed in the element. */
  readonly printed: string;
  /** The type of the item it describes, in lower case and without its vocabulary: `newsarticle`; null when it says none. */
  readonly type: string | null;
  /** Which item of the page it describes, in their order; 0 when it stands in none. */
  readonly item: number;
  /** The class of the element. */
  readonly classes: string;
  /** The line it stands in, and the menu, sidebar or foot. */
  readonly line: number;
  readonly region: number;
}

/** What one walk through a page collects. */
export interface PageFacts {
  /** `content` by name or property in lower case, each in the order of the page. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly canonical: string | null;
  readonly base: string | null;
  readonly title: string | null;
  readonly language: string | null;
  /** The text of each `application/ld+json`. */
  readonly jsonLd: readonly string[];
  readonly comments: readonly string[];
  readonly marked: readonly MarkedValue[];
  readonly lines: readonly PageLine[];
}

const limits = {
  metas: 2_000,
  /** Of one name. */
  markedAlike: 50,
  scripts: 100,
  comments: 50,
  value: 5_000,
  script: 2_000_000,
} as const;

interface Item {
  readonly type: string | null;
  readonly item: number;
}

const localPart = (name: string): string => name.replace(/^.*[:/#]/u, '').toLowerCase();

/** What is looked for. */
const known: ReadonlySet<string> = new Set(
  (
    'headline alternativeheadline author creator datepublished issued pubdate datecreated created date datemodified ' +
    'articlesection keywords articlebody class-date class-author time time-pubdate rel-author rel-tag'
  ).split(' '),
);

/** Names of a microformat (hentry, hAtom) and of bylines by their class. */
const classNames: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^|\s)(?:published|dt-published|entry-date|pubdate|postdate|post-date|article-?date|date-published|publish-?date)(?:$|\s)/iu,
    'class-date',
  ],
  [
    /(?:^|\s)(?:byline|by-line|author|p-author|article-?author|post-author|entry-author|byline-?name|author-?name|story-?byline|article-?byline|writer|username)(?:$|\s)/iu,
    'class-author',
  ],
];

class FactCollector {
  readonly metas = new Map<string, string[]>();
  readonly jsonLd: string[] = [];
  readonly comments: string[] = [];
  readonly marked: MarkedValue[] = [];
  readonly lines = new LineCollector();
  canonical: string | null = null;
  base: string | null = null;
  title: string | null = null;
  language: string | null = null;
  private readonly items: Item[] = [];
  private item: Item = { type: null, item: 0 };
  private itemCount = 0;
  private metaCount = 0;
  private readonly counts = new Map<string, number>();

  enter(element: PageElement): boolean {
    const { name, attributes } = element;
    if (name === 'script') this.script(element);
    if (name === 'title' && this.title === null) this.title = textOf(element, 1_000);
    if (name === 'title' || isSilent(name)) return false;
    if (name === 'html') this.language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
    if (name === 'base') this.base ??= attributes.get('href') ?? null;
    if (name === 'meta') this.meta(attributes);
    this.lines.enter(name, attributes);
    this.items.push(this.item);
    if (attributes.size > 0 || name === 'time') this.mark(element);
    return true;
  }

  leave(name: string): void {
    this.lines.leave(name);
    this.item = this.items.pop() ?? this.item;
  }

  comment(text: string): void {
    if (this.comments.length < limits.comments) this.comments.push(text.slice(0, 1_000));
  }

  private script(element: PageElement): void {
    if (!/^\s*application\/(?:ld\+json|json\+ld)/iu.test(element.attributes.get('type') ?? '')) return;
    const text = rawText(element);
    if (this.jsonLd.length < limits.scripts && text.length < limits.script) this.jsonLd.push(text);
  }

  private meta(attributes: ReadonlyMap<string, string>): void {
    const content = attributes.get('content') ?? attributes.get('value');
    if (content === undefined || content.trim() === '' || this.metaCount >= limits.metas) return;
    this.metaCount += 1;
    const names = ['name', 'property', 'itemprop', 'http-equiv'].flatMap((key) =>
      (attributes.get(key) ?? '').toLowerCase().trim().split(/\s+/u).slice(0, 5),
    );
    for (const name of new Set(names)) {
      if (name === '') continue;
      const known = this.metas.get(name);
      if (known === undefined) this.metas.set(name, [content.slice(0, limits.value)]);
      else known.push(content.slice(0, limits.value));
    }
  }

  private mark(element: PageElement): void {
    const { name, attributes } = element;
    this.relations(element);
    const property = name === 'meta' ? '' : (attributes.get('property') ?? '');
    const props = `${attributes.get('itemprop') ?? ''} ${property}`.trim();
    if (props !== '') {
      for (const prop of props.split(/\s+/u).slice(0, 5)) this.add(localPart(prop), element);
    }
    if (name === 'time') this.add(attributes.has('pubdate') ? 'time-pubdate' : 'time', element);
    const classes = attributes.get('class') ?? '';
    for (const [pattern, mark] of classNames) {
      if (classes !== '' && pattern.test(classes)) this.add(mark, element);
    }
    if (attributes.has('itemscope') || attributes.has('typeof')) {
      this.itemCount += 1;
      const type = attributes.get('itemtype') ?? attributes.get('typeof') ?? null;
      this.item = { type: type === null ? null : localPart(type.trim()), item: this.itemCount };
    }
  }

  private relations(element: PageElement): void {
    const { name, attributes } = element;
    if (name !== 'link' && name !== 'a') return;
    const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/u);
    if (name === 'link' && relations.includes('canonical')) this.canonical ??= attributes.get('href') ?? null;
    if (name === 'a' && relations.includes('author')) this.add('rel-author', element);
    if (name === 'a' && relations.includes('tag')) this.add('rel-tag', element);
  }

  private add(name: string, element: PageElement): void {
    const alike = (this.counts.get(name) ?? 0) + 1;
    if (!known.has(name) || alike > limits.markedAlike) return;
    this.counts.set(name, alike);
    const { attributes } = element;
    // Of the text only its place matters; it may be all of the page.
    const printed = name === 'articlebody' ? 'text' : textOf(element);
    const given =
      attributes.get('content') ??
      attributes.get('datetime') ??
      (element.name === 'abbr' ? attributes.get('title') : undefined);
    const inner = name === 'author' || name === 'creator' ? innerName(element) : null;
    const value = (given ?? inner ?? printed).trim().slice(0, limits.value);
    if (value === '') return;
    const { region, next } = this.lines;
    this.marked.push({
      name,
      classes: (attributes.get('class') ?? '').slice(0, 200),
      value,
      printed,
      type: this.item.type,
      item: this.item.item,
      line: next,
      region,
    });
  }
}

/** The name of the item that an element is: `<span itemprop="author" itemscope><b itemprop="name">`. */
function innerName(element: PageElement): string | null {
  const names: string[] = [];
  for (const node of nodesIn(element, 100)) {
    if (node.kind !== 'element') continue;
    const { attributes } = node;
    if (/(?:^|[\s:])name$/iu.test(attributes.get('itemprop') ?? attributes.get('property') ?? ''))
      names.push(attributes.get('content') ?? textOf(node, 200));
  }
  return names.length === 0 ? null : names.join(', ');
}

/** Collects what a page says, in one walk. */
export function pageFacts(page: Page): PageFacts {
  const facts = new FactCollector();
  walkPage(page.html, {
    enter: (element) => facts.enter(element),
    leave: ({ name }) => {
      facts.leave(name);
    },
    text: (text) => {
      facts.lines.text(text);
    },
    comment: (text) => {
      facts.comment(text);
    },
  });
  facts.lines.end();
  const { metas, canonical, base, title, language, jsonLd, comments, marked } = facts;
  return { metas, canonical, base, title, language, jsonLd, comments, marked, lines: facts.lines.lines };
}
