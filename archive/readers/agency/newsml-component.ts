import type { ArticleWarning, Block } from '../../model/article.ts';
import type { DraftLink } from '../reader.ts';
import { childOf, childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { AgencyArticle } from './agency-draft.ts';
import type { InlineText } from './inline-text.ts';
import { imageBlock } from './markup-images.ts';
import { attributeOf, lineOf, orNull } from './markup-text.ts';
import { readNewsmlContent } from './newsml-content.ts';
import type { NewsmlContent } from './newsml-content.ts';
import { readNewsmlLines } from './newsml-lines.ts';
import type { NewsmlLines } from './newsml-lines.ts';

/** Components whose words are no part of the article: drawings, previews, style sheets. */
const skipped = /^(?:stylesheet|logo|thumbnail|preview|icon|quicklook|script)/iu;
const pictures = /photo|picture|image|graphic|video|illustration|infograph|media/iu;
const summaries = /summary|abstract|^lead$|teaser|synopsis|standfirst|chapeau/iu;
const later = /contact|tagline|footer|boilerplate|about|legal|sidebar|related|supporting/iu;
const headlines = /^(?:main)?head_?line$|^title$/iu;
const subheadlines = /^sub_?head_?line$|^sub_?title$|^deck$/iu;

/** What the components of one news item hold, gathered in document order. */
export class NewsmlStory {
  readonly lines: NewsmlLines[] = [];
  readonly texts: InlineText[] = [];
  readonly warnings: ArticleWarning[] = [];
  readonly listed: DraftLink[] = [];
  readonly items: XmlElement[] = [];
  private readonly main: Block[] = [];
  private readonly images: Block[] = [];
  private readonly end: Block[] = [];
  private headline: string | null = null;
  private subheadline: string | null = null;
  private summary: string | null = null;
  /** The headline that the blocks being gathered stand under. */
  private under: string | null = null;

  get blocks(): readonly Block[] {
    return [...this.main, ...this.images, ...this.end];
  }

  get standfirst(): string | null {
    return this.summary ?? this.subheadline ?? this.first('subheadline');
  }

  get title(): string | null {
    return this.first('headline') ?? this.headline;
  }

  /** The NITF inside, which says more than the lines do. */
  get nitf(): AgencyArticle | null {
    return this.texts.find(({ nitf }) => nitf !== null)?.nitf ?? null;
  }

  /** The outermost value of a line. */
  first(name: Exclude<keyof NewsmlLines, 'keywords'>): string | null {
    return this.lines.map((lines) => lines[name]).find((value) => value !== null) ?? null;
  }

  visit(component: XmlElement): void {
    const role = attributeOf(childOf(component, 'Role'), 'FormalName');
    if (skipped.test(role)) return;
    const contents = childrenOf(component, 'ContentItem').map(readNewsmlContent);
    if (pictures.test(role) || isPicture(contents)) {
      this.picture(component, contents);
      return;
    }
    const lines = readNewsmlLines(component);
    this.lines.push(lines);
    this.items.push(...childrenOf(component, 'NewsItem'));
    this.refer(component, lines);
    this.take(role, lines, chosenContents(component, contents));
    for (const child of this.chosen(component)) this.visit(child);
  }

  /** Components that say the same in other languages or forms stand beside each other: one of them is the article. */
  private chosen(component: XmlElement): readonly XmlElement[] {
    const children = childrenOf(component, 'NewsComponent');
    if (attributeOf(component, 'EquivalentsList') === 'yes') {
      const chosen = children.find(hasText) ?? children[0];
      return chosen === undefined ? [] : [chosen];
    }
    const languages = new Map<string, XmlElement>();
    for (const child of children) {
      const { headline, language } = readNewsmlLines(child);
      if (headline !== null && language !== null && !languages.has(language)) languages.set(language, child);
    }
    const [first, ...others] = languages;
    if (first === undefined || others.length === 0) return children;
    for (const [language] of others)
      this.warnings.push({ code: 'part-missing', part: `the version in ${language}` });
    return children.filter((child) => {
      const { language } = readNewsmlLines(child);
      return language === null || language === first[0];
    });
  }

  private take(role: string, lines: NewsmlLines, contents: readonly NewsmlContent[]): void {
    for (const { text, missing } of contents) {
      if (missing !== null) this.warnings.push({ code: 'part-missing', part: missing });
      if (text === null) continue;
      const words = wordsOf(text);
      if (subheadlines.test(role)) this.subheadline ??= orNull(words);
      else if (headlines.test(role)) this.headline ??= orNull(words);
      else if (summaries.test(role)) this.summary ??= orNull(words);
      else if (/caption/iu.test(role)) this.image([words]);
      else this.text(role, lines, text);
    }
  }

  private text(role: string, lines: NewsmlLines, text: InlineText): void {
    this.texts.push(text);
    const place = later.test(role) ? this.end : this.main;
    const { headline } = lines;
    const isNew = headline !== null && headline !== this.title && headline !== this.under;
    if (isNew) place.push({ kind: 'crosshead', text: headline, place: null });
    this.under = headline ?? this.under;
    place.push(...text.blocks);
  }

  private image(words: readonly string[]): void {
    const block = imageBlock(words);
    if (block !== null) this.images.push(block);
  }

  private picture(component: XmlElement, contents: readonly NewsmlContent[]): void {
    const { headline, credit } = readNewsmlLines(component);
    const captions = contents.flatMap(({ text }) => (text === null ? [] : [wordsOf(text)]));
    this.image([...captions, ...captionsIn(component), headline ?? '', credit ?? '']);
  }

  /** What the component points to and does not hold. */
  private refer(component: XmlElement, { headline }: NewsmlLines): void {
    for (const reference of childrenOf(component, 'NewsItemRef')) {
      const title = orNull(lineOf(childOf(reference, 'Comment'))) ?? headline;
      const address = attributeOf(reference, 'NewsItem');
      const url = /^https?:\/\/[^\s/]\S*$/iu.test(address) ? address : null;
      if (title !== null && this.listed.length < 1_000)
        this.listed.push({ headline: title, url, heading: null });
    }
  }
}

function wordsOf({ blocks, headline }: InlineText): string {
  const words = blocks.map((block) =>
    block.kind === 'list' ? block.items.join(' ') : 'text' in block ? block.text : block.caption,
  );
  return words.join(' ') || (headline ?? '');
}

/** Of content items that are equivalent (an NITF and a plain rendition of the same), the one kept best. */
function chosenContents(component: XmlElement, contents: readonly NewsmlContent[]): readonly NewsmlContent[] {
  const isEquivalent = attributeOf(component, 'EquivalentsList') === 'yes';
  const texts = contents.filter(({ text }) => text !== null);
  if (texts.length === 0) return contents;
  if (!isEquivalent) return contents;
  const best = texts.reduce((one, other) => ((other.text?.rank ?? 9) < (one.text?.rank ?? 9) ? other : one));
  return [best];
}

function isPicture(contents: readonly NewsmlContent[]): boolean {
  return (
    contents.length > 0 &&
    contents.every(({ media }) => /photo|graphic|video|image|picture|audio/u.test(media))
  );
}

/** The captions in components below that of a picture. */
function captionsIn(component: XmlElement): readonly string[] {
  return childrenOf(component, 'NewsComponent').flatMap((child) => {
    const role = attributeOf(childOf(child, 'Role'), 'FormalName');
    if (skipped.test(role)) return [];
    const texts = childrenOf(child, 'ContentItem').map((item) => readNewsmlContent(item).text);
    return [...texts.flatMap((text) => (text === null ? [] : [wordsOf(text)])), ...captionsIn(child)];
  });
}

/** Every component around it asks. */
const textual = new WeakMap<XmlElement, boolean>();

function hasText(component: XmlElement): boolean {
  const known = textual.get(component);
  if (known !== undefined) return known;
  const found =
    childrenOf(component, 'ContentItem').some((item) => readNewsmlContent(item).text !== null) ||
    childrenOf(component, 'NewsComponent').some(hasText);
  textual.set(component, found);
  return found;
}
