import { childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { MetsFiles, attribute } from './mets-files.ts';
import type { MetsArea } from './mets-files.ts';

/** What a stretch is within its article. */
export type MetsRole = 'headline' | 'subtitle' | 'author' | 'heading' | 'caption' | 'text';

export interface MetsPart {
  readonly role: MetsRole;
  /** One paragraph, in several places when a column ends within it. */
  readonly areas: readonly MetsArea[];
}

/** An article of the issue, or a page of it where nothing says which articles stand on it. */
export interface MetsArticle {
  readonly kind: 'article' | 'page';
  readonly id: string;
  readonly label: string;
  readonly records: string | undefined;
  /** The label of the section it stands in. */
  readonly section: string | null;
  /** The number of a page, as it is printed or counted; null for an article. */
  readonly page: string | null;
  readonly parts: readonly MetsPart[];
}

/** The logical structure of an issue. */
export interface MetsStructure {
  readonly articles: readonly MetsArticle[];
  /** Its pages: what is read when no article leads to words. */
  readonly pages: readonly MetsArticle[];
  /** DMDID of the elements around the articles, from the inside out: they describe the issue. */
  readonly issueRecords: string;
  readonly issueLabel: string;
}

/** Kinds of content that are read on their own (ENMAP profile of Europeana Newspapers, docWorks, NDNP). */
const articleTypes =
  /^(?:article|obituary|letter|poem|interview|review|editorial|essay|feature|news|weather|summary|speech|death_notice)$/iu;
const longestLabel = 500;
const mostArticles = 20_000;

/** Elements that are linked to others instead of holding them: a British Library's article and its areas on pages. */
function readLinks(mets: XmlElement): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, string[]>();
  const add = (from: string, to: readonly string[]): void => {
    links.set(from, [...(links.get(from) ?? []), ...to]);
  };
  for (const group of descendantsOf(mets, 'smLinkGrp')) {
    const ids = childrenOf(group, 'smLocatorLink').map((link) =>
      (attribute(link, 'href') ?? '').replace(/^#/u, ''),
    );
    const [from, ...to] = ids;
    if (from !== undefined) add(from, to);
  }
  for (const link of descendantsOf(mets, 'smLink')) {
    add(attribute(link, 'from') ?? '', [attribute(link, 'to') ?? '']);
  }
  return links;
}

function roleOf(type: string, inherited: MetsRole, inBody: boolean): MetsRole {
  if (/^(?:title|headline|heading)$/u.test(type)) return inBody ? 'heading' : 'headline';
  if (/^(?:subheadline|subtitle|subheading|motto)$/u.test(type)) return inBody ? 'heading' : 'subtitle';
  if (/^(?:author|byline)$/u.test(type)) return 'author';
  if (/^(?:caption|image|illustration)$/u.test(type)) return 'caption';
  if (/^(?:crosshead|crossheading|overline)$/u.test(type)) return 'heading';
  return /^(?:body|body_content|paragraph|text|table|textblock|quotation)$/u.test(type) ? 'text' : inherited;
}

/** Without the prefix that NDNP gives its types: `np:page`. */
const typeOf = (div: XmlElement): string =>
  (div.attributes['TYPE'] ?? '').toLowerCase().replace(/^[a-z]+:/u, '');

class StructureReading {
  readonly articles: MetsArticle[] = [];
  readonly pages: MetsArticle[] = [];
  issueRecords = '';
  issueLabel = '';
  private readonly files: MetsFiles;
  private readonly links: ReadonlyMap<string, readonly string[]>;
  private readonly byId = new Map<string, XmlElement>();

  constructor(mets: XmlElement) {
    this.files = new MetsFiles(mets);
    this.links = readLinks(mets);
    for (const div of descendantsOf(mets, 'div')) {
      const id = div.attributes['ID'];
      if (id !== undefined) this.byId.set(id, div);
    }
  }

  /** Whether an article leads to words. */
  get hasWords(): boolean {
    return this.articles.some(({ parts }) => parts.length > 0);
  }

  /** The pages as they stand in the structure; where that is lacking, every file that may be one. */
  allPages(): readonly MetsArticle[] {
    if (this.pages.length > 0) return this.pages;
    const empty = { kind: 'page', label: '', records: undefined, section: null } as const;
    return [...this.files.texts].slice(0, mostArticles).map((href, at) => {
      const page = String(at + 1);
      const parts = [{ role: 'text', areas: [{ href, begin: null, end: null }] }] as const;
      return { ...empty, id: href, page, parts };
    });
  }

  read(map: XmlElement): void {
    for (const div of childrenOf(map, 'div')) this.visit(div, null, '');
  }

  private visit(div: XmlElement, section: string | null, records: string): void {
    const type = typeOf(div);
    const own = `${div.attributes['DMDID'] ?? ''} ${records}`.trim();
    if (articleTypes.test(type)) {
      if (this.articles.length < mostArticles) this.articles.push(this.articleOf(div, section));
      return;
    }
    if (type === 'page') this.takePage(div);
    const label = (div.attributes['LABEL'] ?? '').trim();
    if (/^(?:issue|newspaper|volume)$/u.test(type)) {
      this.issueRecords = own;
      if (label !== '') this.issueLabel = label;
    }
    const inner = type === 'section' && label !== '' ? label : section;
    for (const child of childrenOf(div, 'div')) this.visit(child, inner, own);
  }

  private takePage(div: XmlElement): void {
    const areas = this.files.filesOf(div);
    if (areas.length === 0 || this.pages.length >= mostArticles) return;
    const { ORDERLABEL, ORDER, ID, DMDID } = div.attributes;
    const page = (ORDERLABEL ?? ORDER ?? String(this.pages.length + 1)).trim().slice(0, longestLabel);
    const parts = [{ role: 'text', areas }] as const;
    this.pages.push({ kind: 'page', id: ID ?? page, label: '', records: DMDID, section: null, page, parts });
  }

  private articleOf(div: XmlElement, section: string | null): MetsArticle {
    const parts: MetsPart[] = [];
    this.collect(div, 'text', false, parts);
    const id = div.attributes['ID'] ?? '';
    if (parts.length === 0) {
      for (const linked of this.links.get(id) ?? []) {
        const area = this.byId.get(linked);
        const areas = area === undefined ? [] : this.files.areasOf(area);
        if (areas.length > 0) parts.push({ role: 'text', areas });
      }
    }
    const label = (div.attributes['LABEL'] ?? '').trim().slice(0, longestLabel);
    return { kind: 'article', id, label, records: div.attributes['DMDID'], section, page: null, parts };
  }

  private collect(div: XmlElement, inherited: MetsRole, inBody: boolean, parts: MetsPart[]): void {
    const type = typeOf(div);
    const role = roleOf(type, inherited, inBody);
    const areas = this.files.areasOf(div);
    if (areas.length > 0) parts.push({ role, areas });
    const inner = inBody || type === 'body';
    const children = childrenOf(div, 'div');
    if (type === 'paragraph' && children.every((child) => childrenOf(child, 'div').length === 0)) {
      const together = children.flatMap((child) => this.files.areasOf(child));
      if (together.length > 0) parts.push({ role: 'text', areas: together });
      return;
    }
    for (const child of children) this.collect(child, role, inner, parts);
  }
}

/** Reads the structure of an issue (METS 1, https://www.loc.gov/standards/mets/): its articles and its pages. NDNP has pages only. */
export function readMetsStructure(mets: XmlElement): MetsStructure {
  const maps = childrenOf(mets, 'structMap');
  const isLogical = ({ attributes }: XmlElement): boolean =>
    /^logical/iu.test(attributes['TYPE'] ?? attributes['LABEL'] ?? '');
  const reading = new StructureReading(mets);
  for (const map of maps.filter(isLogical)) reading.read(map);
  // A structure may be called anything; the pages stand in the physical one.
  if (!reading.hasWords) for (const map of maps) if (!isLogical(map)) reading.read(map);
  const { issueRecords, issueLabel, articles } = reading;
  return { articles, pages: reading.allPages(), issueRecords, issueLabel };
}
