import { blocks, fences, formatting, headings, headOnly, paragraphEnders, voids } from './element-kinds.ts';
import type { Page, PageElement, PageNode } from './page-tree.ts';
import type { TokenSink } from './page-tokens.ts';

const deepest = 120;
const mostElements = 50_000;
/** So many elements may be opened again because an end tag came out of order. */
const mostReopened = 5_000;

interface Rule {
  readonly open: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
}

function rule(open: readonly string[], limits: readonly string[]): Rule {
  return { open: new Set(open), limits: new Set([...limits, ...fences]) };
}

/** What a tag closes when it is open already, and the elements that keep it from looking further. */
const closes: ReadonlyMap<string, Rule> = new Map([
  ['p', rule(['p'], ['button'])],
  ['li', rule(['li'], ['ul', 'ol', 'menu', 'dir'])],
  ['dd', rule(['dd', 'dt'], ['dl'])],
  ['dt', rule(['dd', 'dt'], ['dl'])],
  ['option', rule(['option'], ['select', 'optgroup'])],
  ['optgroup', rule(['optgroup', 'option'], ['select'])],
  ['button', rule(['button'], [])],
  ['a', rule(['a'], [...blocks])],
  ['nobr', rule(['nobr'], [...blocks])],
]);

/** What parts of a table close, looking no further than their own table. */
const cells = ['td', 'th', 'caption'];
const rows = ['tr', ...cells];
const sections = ['tbody', 'thead', 'tfoot', ...rows];
const tableParts: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['td', new Set(cells)],
  ['th', new Set(cells)],
  ['caption', new Set(cells)],
  ['tr', new Set(rows)],
  ['tbody', new Set(sections)],
  ['thead', new Set(sections)],
  ['tfoot', new Set(sections)],
]);

const tableLimit: ReadonlySet<string> = new Set(['table']);
const noLimit: ReadonlySet<string> = new Set();

const noAttributes: ReadonlyMap<string, string> = new Map();

/** Builds the tree of a page of its tokens. */
export class TreeBuilder implements TokenSink {
  private readonly elements: PageElement[] = [];
  private readonly html = this.create('html', new Map());
  private readonly head = this.create('head', new Map(), this.html);
  private readonly body = this.create('body', new Map(), this.html);
  /** Open elements, the innermost last; never empty. */
  private readonly stack: PageElement[] = [this.head];
  /** How many elements of a name are open beyond the limits. */
  private readonly beyond = new Map<string, number>();
  /** How many elements of a name are on the stack. */
  private readonly opened = new Map<string, number>();
  private reopened = 0;
  private foreign = 0;
  private dropped: string | null = null;
  private cut = false;

  page(): Page {
    const { html, head, body, elements, cut } = this;
    return { html, head, body, elements, cut };
  }

  isForeign(): boolean {
    return this.foreign > 0;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean): void {
    if (name === 'html' || name === 'body') this.merge(name === 'html' ? this.html : this.body, attributes);
    if (name === 'body') this.enterBody();
    if (name === 'html' || name === 'body' || name === 'head') return;
    // A `noscript` of the head may hold a picture that counts visits.
    if (!headOnly.has(name) && this.current.name !== 'noscript') this.enterBody();
    if (this.foreign > 0 && paragraphEnders.has(name)) this.foreign = 0;
    if (name === 'svg' || this.foreign > 0) this.openForeign(name, selfClosing);
    else this.openHtml(name === 'image' ? 'img' : name, attributes);
  }

  close(name: string): void {
    if (this.dropped !== null) {
      if (name === this.dropped) this.dropped = null;
      return;
    }
    if (this.foreign > 0) {
      if (name === 'svg') this.foreign -= 1;
      return;
    }
    if (name === 'head') this.enterBody();
    else if (name === 'br') this.open('br', noAttributes, false);
    else if (!['html', 'body'].includes(name) && !voids.has(name)) this.closeHtml(name);
  }

  text(text: string): void {
    if (this.dropped !== null || this.foreign > 0) return;
    const blank = !/\S/u.test(text);
    if (this.current === this.head && !blank) this.enterBody();
    if (this.current === this.head) return;
    const { children } = this.current;
    const last = children.at(-1);
    if (last?.kind === 'text') last.text += text;
    else children.push({ kind: 'text', text, parent: this.current });
  }

  comment(text: string): void {
    if (this.dropped !== null || this.foreign > 0 || text.length > 1_000) return;
    this.current.children.push({ kind: 'comment', text, parent: this.current });
  }

  private get current(): PageElement {
    return this.stack.at(-1) ?? this.body;
  }

  private push(element: PageElement): void {
    this.stack.push(element);
    this.opened.set(element.name, (this.opened.get(element.name) ?? 0) + 1);
  }

  private cutTo(length: number): void {
    while (this.stack.length > length) {
      const { name } = this.stack.pop() ?? this.body;
      this.opened.set(name, (this.opened.get(name) ?? 0) - 1);
    }
  }

  private create(name: string, attributes: ReadonlyMap<string, string>, parent?: PageElement): PageElement {
    const element: PageElement = { kind: 'element', name, attributes, children: [], parent: parent ?? null };
    this.elements.push(element);
    parent?.children.push(element);
    return element;
  }

  private merge(element: PageElement, attributes: ReadonlyMap<string, string>): void {
    const known = element.attributes as Map<string, string>;
    for (const [name, value] of attributes) if (!known.has(name)) known.set(name, value);
  }

  private enterBody(): void {
    if (this.stack[0] !== this.head) return;
    this.cutTo(1);
    this.stack[0] = this.body;
  }

  /** Drawings hold no text of an article: only their end is looked for. */
  private openForeign(name: string, selfClosing: boolean): void {
    if (name === 'svg' && !selfClosing) this.foreign += 1;
  }

  private openHtml(name: string, attributes: ReadonlyMap<string, string>): void {
    if ((name === 'script' && !/json/iu.test(attributes.get('type') ?? '')) || name === 'style') {
      this.dropped = name;
      return;
    }
    if (name === 'form' && (this.opened.get('form') ?? 0) > 0) return;
    this.closeImplied(name);
    const isVoid = voids.has(name);
    if (this.elements.length >= mostElements || (!isVoid && this.stack.length >= deepest)) {
      this.cut = true;
      if (!isVoid) this.beyond.set(name, (this.beyond.get(name) ?? 0) + 1);
      return;
    }
    const element = this.create(name, attributes, this.current);
    if (!isVoid) this.push(element);
  }

  private closeImplied(name: string): void {
    const parts = tableParts.get(name);
    if (parts !== undefined) {
      this.closeTo(parts, tableLimit, true);
      return;
    }
    if (paragraphEnders.has(name)) this.closeBy(closes.get('p'));
    if (headings.has(name) && headings.has(this.current.name)) this.cutTo(this.stack.length - 1);
    if (name !== 'p') this.closeBy(closes.get(name));
  }

  private closeBy(which: Rule | undefined): void {
    if (which !== undefined) this.closeTo(which.open, which.limits);
  }

  /** Closes the nearest open element that fits, or the outermost of them, and all inside, unless a limit comes first. */
  private closeTo(fitting: ReadonlySet<string>, limits: ReadonlySet<string>, outermost = false): boolean {
    if (![...fitting].some((name) => (this.opened.get(name) ?? 0) > 0)) return false;
    let found = -1;
    for (let at = this.stack.length - 1; at > 0; at -= 1) {
      const { name } = this.stack[at] ?? this.body;
      if (fitting.has(name)) found = at;
      if ((found === at && !outermost) || limits.has(name)) break;
    }
    if (found !== -1) this.cutTo(found);
    return found !== -1;
  }

  private closeHtml(name: string): void {
    const beyond = this.beyond.get(name) ?? 0;
    if (beyond > 0) {
      this.beyond.set(name, beyond - 1);
      return;
    }
    if (name !== 'p' && !headings.has(name) && (this.opened.get(name) ?? 0) === 0) return;
    if (formatting.has(name)) this.closeFormatting(name);
    else if (name === 'table') this.closeTo(tableLimit, noLimit);
    else if (tableParts.has(name)) this.closeTo(new Set([name]), tableLimit);
    else if (headings.has(name)) this.closeTo(headings, fences);
    else if (!this.closeTo(new Set([name]), fences) && name === 'p' && this.elements.length < mostElements) {
      this.create('p', noAttributes, this.current);
    }
  }

  /** An end tag out of order closes what it names; the blocks in between go on after it (HTML, 13.2.6.4.7, “adoption”). */
  private closeFormatting(name: string): void {
    const between: PageElement[] = [];
    for (let at = this.stack.length - 1; at > 0; at -= 1) {
      const element = this.stack[at] ?? this.body;
      if (element.name === name) {
        this.cutTo(at);
        this.reopen(between);
        return;
      }
      if (fences.has(element.name) || between.length > 20) return;
      between.unshift(element);
    }
  }

  private reopen(between: readonly PageElement[]): void {
    if (this.reopened + between.length > mostReopened) return;
    this.reopened += between.length;
    for (const { name, attributes } of between) this.push(this.create(name, attributes, this.current));
  }
}

/** The text of a node as it stands, comments left out. */
export function rawText(node: PageNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'comment') return '';
  return node.children.map(rawText).join('');
}
