import type { Block } from '../../model/article.ts';
import { scanMarkup } from '../xml/markup-events.ts';
import type { MarkupEvents } from '../xml/markup-events.ts';
import { isTiny, names, tidy } from './fragment-names.ts';

/** A heading, a list or a quotation: all text inside is its own, whatever stands around it. */
interface Collector {
  readonly kind: 'crosshead' | 'list' | 'quote';
  readonly tag: string;
  /** How many elements of this name are open. */
  depth: number;
  text: string;
  readonly items: string[];
}

interface Figure {
  alternative: string;
  caption: string;
  isInCaption: boolean;
}

/** The line that newsletters show in lists of mail, and nowhere else, is hidden in the letter itself. */
function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const style = attributes['style'];
  if (style === undefined || !/^(?:div|span|table|tr|td|p)$/u.test(name)) return false;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu.test(style);
}

class FragmentBuilder implements MarkupEvents {
  readonly blocks: Block[] = [];
  private line = '';
  private collector: Collector | null = null;
  private figure: Figure | null = null;
  private silent: { readonly tag: string; depth: number } | null = null;
  private preformatted = 0;
  /** Pictures inside a paragraph: they follow it. */
  private pictures: Block[] = [];
  /** Names that are silent elsewhere and not here. */
  private readonly loud: ReadonlySet<string>;

  constructor(loud: ReadonlySet<string>) {
    this.loud = loud;
  }

  /** The silent element that nothing has closed yet. */
  get unclosed(): string | null {
    return this.silent?.tag ?? null;
  }

  readonly text = (text: string): void => {
    if (this.silent !== null) return;
    if (this.collector !== null) this.collector.text += text;
    else if (this.figure?.isInCaption === true) this.figure.caption += text;
    // In the source a line may end anywhere; only `br` and `pre` mean it.
    else this.line += this.preformatted === 0 && text.includes('\n') ? text.replaceAll('\n', ' ') : text;
  };

  readonly open: MarkupEvents['open'] = (written, attributes, isSelfClosing) => {
    const name = written.toLowerCase();
    if (this.silent !== null) {
      if (name === this.silent.tag && !isSelfClosing) this.silent.depth += 1;
    } else if ((names.silent.has(name) || isHidden(name, attributes)) && !this.loud.has(name)) {
      if (!isSelfClosing) this.silent = { tag: name, depth: 1 };
    } else if (name === 'img') this.picture(attributes);
    else if (this.collector !== null) this.openInside(this.collector, name);
    else this.openOutside(name);
  };

  readonly close: MarkupEvents['close'] = (written) => {
    const name = written.toLowerCase();
    if (this.silent !== null) {
      if (name === this.silent.tag && (this.silent.depth -= 1) === 0) this.silent = null;
      return;
    }
    const { collector } = this;
    if (collector !== null) this.closeInside(collector, name);
    else if (name === 'figcaption' && this.figure !== null) this.figure.isInCaption = false;
    else if (name === 'figure') this.endFigure();
    else if (names.breaking.has(name)) this.end();
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted - 1);
  };

  /** All blocks; nothing may be told after it. */
  finish(): readonly Block[] {
    this.endCollector();
    this.endFigure();
    return this.blocks;
  }

  private openOutside(name: string): void {
    if (name === 'br') {
      this.line += '\n';
      return;
    }
    if (names.breaking.has(name)) this.end();
    if (name === 'pre') this.preformatted += 1;
    if (name === 'figure') this.openFigure();
    else if (name === 'figcaption' && this.figure !== null) this.figure.isInCaption = true;
    else if (names.headings.has(name)) this.collect('crosshead', name);
    else if (name === 'ul' || name === 'ol') this.collect('list', name);
    else if (name === 'blockquote') this.collect('quote', name);
  }

  private openInside(collector: Collector, name: string): void {
    // Nothing but phrases can stand in a heading: its own end is missing.
    if (collector.kind === 'crosshead' && names.breaking.has(name)) {
      this.endCollector();
      this.openOutside(name);
      return;
    }
    if (name === collector.tag) collector.depth += 1;
    if (collector.kind === 'list' && name === 'li' && collector.depth === 1) this.endItem(collector);
    if (name === 'br' || names.breaking.has(name)) collector.text += ' ';
  }

  private closeInside(collector: Collector, name: string): void {
    const isEnd = collector.kind === 'crosshead' ? names.headings.has(name) : name === collector.tag;
    if (isEnd) collector.depth -= 1;
    if (collector.depth === 0) this.endCollector();
    else if (names.breaking.has(name)) collector.text += ' ';
  }

  private collect(kind: Collector['kind'], tag: string): void {
    this.end();
    this.collector = { kind, tag, depth: 1, text: '', items: [] };
  }

  private endItem(collector: Collector): void {
    const text = tidy(collector.text);
    if (text !== '') collector.items.push(text);
    collector.text = '';
  }

  private endCollector(): void {
    const { collector } = this;
    this.end();
    this.collector = null;
    if (collector === null) return;
    this.endItem(collector);
    const { kind, items } = collector;
    const [text] = items;
    if (text === undefined) return;
    if (kind === 'list') this.blocks.push({ kind, items, place: null });
    else if (kind === 'quote') this.blocks.push({ kind, text, attribution: null, place: null });
    else this.blocks.push({ kind, text, place: null });
  }

  private picture(attributes: Readonly<Record<string, string>>): void {
    const caption = tidy(attributes['alt'] ?? '');
    // Services draw the characters of faces: the alternative is the character.
    if (caption === '' || isTiny(attributes)) return;
    if (/\b(?:emoji|wp-smiley)\b/u.test(attributes['class'] ?? '')) this.text(caption);
    else if (this.figure !== null) this.figure.alternative ||= caption;
    else if (this.collector === null) {
      const block: Block = { kind: 'image', caption, legend: null, place: null };
      if (this.line.trim() === '') this.blocks.push(block);
      else this.pictures.push(block);
    }
  }

  private openFigure(): void {
    this.endFigure();
    this.figure = { alternative: '', caption: '', isInCaption: false };
  }

  private endFigure(): void {
    this.end();
    const { figure } = this;
    this.figure = null;
    if (figure === null) return;
    const printed = tidy(figure.caption);
    const caption = figure.alternative === '' ? printed : figure.alternative;
    if (caption === '') return;
    this.blocks.push({
      ...{ kind: 'image', caption, place: null },
      legend: printed === '' || printed === caption ? null : printed,
    });
  }

  /** Ends a paragraph. Two line breaks in a row end one too, as old pages write them. */
  private end(): void {
    for (const part of this.line.split(/\n[^\S\n]*\n/u)) {
      const text = tidy(part);
      if (text !== '') this.blocks.push({ kind: 'paragraph', text, place: null });
    }
    this.line = '';
    for (const picture of this.pictures) this.blocks.push(picture);
    this.pictures = [];
  }
}

/**
 * The blocks of a piece of HTML, in a time that grows with its length alone, however it is nested. Nothing but text comes
 * through: no markup, no address, no script. What its figures print under their pictures is a legend.
 */
export function blocksOfFragment(html: string): readonly Block[] {
  const loud = new Set<string>();
  for (;;) {
    const builder = new FragmentBuilder(loud);
    scanMarkup(html, false, builder);
    const { unclosed } = builder;
    // Whoever forgets to close `object` did not mean to hide the rest of the article; scripts are hidden for good.
    if (unclosed === null || names.raw.has(unclosed) || loud.has(unclosed)) return builder.finish();
    loud.add(unclosed);
  }
}
