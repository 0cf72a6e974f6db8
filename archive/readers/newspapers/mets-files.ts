import { childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { plainHref } from './mets-href.ts';

/** A stretch of text in a file of the issue. */
export interface MetsArea {
  /** The address of the file, as METS gives it, without `file://`. */
  readonly href: string;
  /** The ID of its first element; null for all of the file. */
  readonly begin: string | null;
  readonly end: string | null;
}

/** An issue has some dozens of pages, each in a few forms. */
const mostFiles = 100_000;

/** An attribute of XLink, whatever became of its prefix. */
export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes[name] ?? element.attributes[`xlink:${name}`];
}

/** Whether a file may be ALTO: by its media type, else by its name. NDNP gives no types. */
function mayBeText(mediaType: string, href: string): boolean {
  return mediaType === '' ? /\.(?:xml|alto)$/iu.test(href) : /xml/iu.test(mediaType);
}

/** The files that a METS file names, and the places of its structure in them. */
export class MetsFiles {
  /** The addresses of what may be ALTO, and of pictures, PDFs and the rest; without `file://`. */
  readonly texts = new Set<string>();
  readonly others = new Set<string>();
  private readonly hrefs = new Map<string, string>();

  constructor(mets: XmlElement) {
    for (const file of descendantsOf(mets, 'file')) {
      const [location] = childrenOf(file, 'FLocat');
      const given = location === undefined ? undefined : attribute(location, 'href');
      if (given === undefined || this.texts.size + this.others.size >= mostFiles) continue;
      const href = plainHref(given);
      const isText = mayBeText(file.attributes['MIMETYPE'] ?? '', href);
      (isText ? this.texts : this.others).add(href);
      if (isText) this.hrefs.set(file.attributes['ID'] ?? '', href);
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

  /** The whole files that stand right inside an element, each once. */
  filesOf(div: XmlElement): readonly MetsArea[] {
    const hrefs = new Set<string>();
    for (const pointer of childrenOf(div, 'fptr')) {
      for (const one of [pointer, ...descendantsOf(pointer, 'area')]) {
        const href = this.hrefs.get(one.attributes['FILEID'] ?? '');
        if (href !== undefined) hrefs.add(href);
      }
    }
    return [...hrefs].map((href) => ({ href, begin: null, end: null }));
  }
}
