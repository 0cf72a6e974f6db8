import { xmlText } from '../xml/xml-text.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import { readAltoPage } from './alto-page.ts';
import type { AltoPage } from './alto-page.ts';

/** Gives a file of the issue by its address in the METS file, relative to that; null when it is not there. */
export type AltoSource = (href: string) => Promise<Uint8Array | null>;

/** Pages are kept while articles go from one to the next. */
const mostPages = 8;

/** The pages of an issue, read when they are asked for; a few are held. */
export class IssuePages {
  /** How much text the issue has had so far. */
  length = 0;
  private readonly pages = new Map<string, AltoPage | null>();
  private readonly source: AltoSource;

  constructor(source: AltoSource) {
    this.source = source;
  }

  async page(href: string): Promise<AltoPage | null> {
    const known = this.pages.get(href);
    if (known === undefined) return this.read(href);
    // The one that was asked for longest ago goes first.
    this.pages.delete(href);
    this.pages.set(href, known);
    return known;
  }

  private async read(href: string): Promise<AltoPage | null> {
    const [oldest] = this.pages.keys();
    if (oldest !== undefined && this.pages.size >= mostPages) this.pages.delete(oldest);
    const bytes = await this.source(href);
    const text = bytes === null ? null : xmlText({ name: href, path: href, bytes });
    const root = text === null ? undefined : xmlTree(text)[0];
    const page = root?.name === 'alto' ? readAltoPage(root) : null;
    this.pages.set(href, page);
    return page;
  }
}
