import { childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** A stretch of text in a file of the issue. */
export interface MetsArea {
  /** The address of the file, as METS gives it, without `file://`. */
  readonly href: string;
  readonly begin: string;
  readonly end: string | null;
}

/** What a stretch is within its article. */
export type MetsRole = 'headline' | 'subtitle' | 'author' | 'heading' | 'caption' | 'text';

export interface MetsPart {
  readonly role: MetsRole;
  /** One paragraph, in several places when a column ends within it. */
  readonly areas: readonly MetsArea[];
}

/** An article of the issue. */
export interface MetsArticle {
  readonly id: string;
  readonly label: string;
  readonly records: string | undefined;
  /** The label of the section it stands in. */
  readonly section: string | null;
  readonly parts: readonly MetsPart[];
}

/** The logical structure of an issue. */
export interface MetsStructure {
  readonly articles: readonly MetsArticle[];
  /** DMDID of the elements around the articles, from the inside out: they describe the issue. */
  readonly issueRecords: string;
  readonly issueLabel: string;
}

/** Kinds of content that are read on their own (ENMAP profile of Europeana Newspapers, docWorks, NDNP). */
const articleTypes =
  /^(?:article|obituary|letter|poem|interview|review|editorial|essay|feature|news|weather|summary|speech|death_notice)$/iu;
const longestLabel = 500;
const mostArticles = 20_000;

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes[name] ?? element.attributes[`xlink:${name}`];
}

/** `file://./text/1.xml` is `text/1.xml`. */
function plainHref(href: string): string {
  return href.replace(/^file:\/{2,3}/u, '').replace(/^(?:\.?\/)+/u, '');
}

class MetsFiles {
  private readonly hrefs = new Map<string, string>();

  constructor(mets: XmlElement) {
    for (const file of descendantsOf(mets, 'file')) {
      const [location] = childrenOf(file, 'FLocat');
      const href = location === undefined ? undefined : attribute(location, 'href');
      const isText = !/^(?:image|application\/pdf)/iu.test(file.attributes['MIMETYPE'] ?? '');
      if (href !== undefined && isText) this.hrefs.set(file.attributes['ID'] ?? '', plainHref(href));
    }
  }

  /** The areas right inside an element: pictures of them are left out. */
  areasOf(div: XmlElement): readonly MetsArea[] {
    return childrenOf(div, 'fptr').flatMap((pointer) => {
      return [...descendantsOf(pointer, 'area')].flatMap((area): MetsArea[] => {
        const href = this.hrefs.get(area.attributes['FILEID'] ?? '');
        const begin = area.attributes['BEGIN'];
        if (href === undefined || begin === undefined) return [];
        return [{ href, begin, end: area.attributes['END'] ?? null }];
      });
    });
  }
}

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

const typeOf = (div: XmlElement): string => (div.attributes['TYPE'] ?? '').toLowerCase();

class StructureReading {
  readonly articles: MetsArticle[] = [];
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

  visit(div: XmlElement, section: string | null, records: string): void {
    const type = typeOf(div);
    const own = `${div.attributes['DMDID'] ?? ''} ${records}`.trim();
    if (articleTypes.test(type)) {
      if (this.articles.length < mostArticles) this.articles.push(this.articleOf(div, section));
      return;
    }
    const label = (div.attributes['LABEL'] ?? '').trim();
    if (/^(?:issue|newspaper|volume)$/u.test(type)) {
      this.issueRecords = own;
      if (label !== '') this.issueLabel = label;
    }
    const inner = type === 'section' && label !== '' ? label : section;
    for (const child of childrenOf(div, 'div')) this.visit(child, inner, own);
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
    return { id, label, records: div.attributes['DMDID'], section, parts };
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

/** Reads the logical structure of an issue (METS 1, https://www.loc.gov/standards/mets/). */
export function readMetsStructure(mets: XmlElement): MetsStructure {
  const maps = childrenOf(mets, 'structMap');
  const logical = maps.filter(({ attributes }) =>
    /^logical/iu.test(attributes['TYPE'] ?? attributes['LABEL'] ?? ''),
  );
  const reading = new StructureReading(mets);
  for (const map of logical.length > 0 ? logical : maps) {
    for (const div of childrenOf(map, 'div')) reading.visit(div, null, '');
  }
  return reading;
}
