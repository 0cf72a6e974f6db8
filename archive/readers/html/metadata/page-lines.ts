import { isSilent, tidy } from './page-walk.ts';

/** A line of the page as one sees it: the text between two elements that begin a line of their own. */
export interface PageLine {
  readonly text: string;
  /** 1 to 6 in a heading, else 0. */
  readonly heading: number;
  /** 0 in the main part; else the number of the menu, sidebar or foot that it stands in. */
  readonly region: number;
  /** Which share of its characters stands in links. */
  readonly linked: number;
  /** Classes and ids of its element and those in it, in lower case. */
  readonly names: string;
}

const breaking = new Set(
  (
    'address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main nav ol option p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const regions = new Set(['nav', 'footer', 'aside', 'select']);
const whole = new Set(['html', 'body', 'main', 'article', 'form']);
const regionWords = new Set(
  (
    'sidebar sidebars related footer foot nav navbar navigation menu menus comment comments disqus recommended ' +
    'recommendations popular trending widget widgets newsletter teaser teasers promo promos promoted carousel breadcrumb ' +
    'breadcrumbs ticker ad ads advert adverts advertisement aside recirc mostread latest'
  ).split(' '),
);
/** `has-sidebar` says something of the page around it. */
const aboutAnother = /^(?:has|with|no|not|without|show|hide|open|is|js)$/u;

/** Whether a class or id names a menu, a sidebar or a foot: `site-footer`, `related-stories`, but not `sticky-nav-trigger`. */
function namesRegion(names: string): boolean {
  return names.split(/\s+/u).some((name) => {
    const words = name.split(/[-_]+/u).filter((word) => word !== '');
    const [head = '', last = ''] = [words[0], words.at(-1)];
    return words.length <= 4 && !aboutAnother.test(head) && (regionWords.has(head) || regionWords.has(last));
  });
}

const headings: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((rank) => [`h${rank}`, rank]));

/** The classes and the id of an element. */
function namesOf(attributes: ReadonlyMap<string, string>): string {
  if (attributes.size === 0) return '';
  const [classes = '', id = ''] = [attributes.get('class'), attributes.get('id')];
  return classes === '' && id === '' ? '' : `${classes} ${id}`.trim().toLowerCase().slice(0, 100);
}

const lineLimit = 20_000;
const characterLimit = 4_000;
const namesLimit = 300;

interface Level {
  readonly region: number;
  readonly heading: number;
  readonly linked: boolean;
  readonly names: string;
}

/** What only a style sheet sets apart: `2019` and `5:45 AM`, `Yahoo Finance` and `October 13`; not a dropped initial. */
function runTogether(last: string, first: string): boolean {
  return (
    (/[\p{L}\p{N}]/u.test(last) && /\p{N}/u.test(first)) ||
    (/[\p{Ll}\p{N}]/u.test(last) && /\p{Lu}/u.test(first))
  );
}

/** Collects lines while a page is walked: `enter`, `leave` and `text` in the order of the document. */
export class LineCollector {
  readonly lines: PageLine[] = [];
  private readonly levels: Level[] = [];
  private level: Level = { region: 0, heading: 0, linked: false, names: '' };
  private regionCount = 0;
  private line = '';
  private links = 0;
  private names = '';
  /** An element began or ended since the last text. */
  private atEdge = false;

  enter(name: string, attributes: ReadonlyMap<string, string>): void {
    const isBreaking = breaking.has(name);
    if (isBreaking) this.end();
    this.atEdge = true;
    this.levels.push(this.level);
    const names = namesOf(attributes);
    this.level = this.inside(name, names);
    if (!isBreaking && names !== '') this.addNames(names);
  }

  leave(name: string): void {
    if (breaking.has(name)) this.end();
    this.atEdge = true;
    this.level = this.levels.pop() ?? this.level;
  }

  text(words: string): void {
    if (this.line.length > characterLimit || this.lines.length >= lineLimit) return;
    const some = words.slice(0, characterLimit);
    if (this.atEdge && runTogether(this.line.slice(-1), some.slice(0, 1))) this.line += ' ';
    this.atEdge = false;
    if (this.line === '' && some.trim() !== '') this.addNames(this.level.names);
    this.line += some;
    if (this.level.linked) this.links += tidy(some).length;
  }

  /** How many lines there are: the number of the line that comes next. */
  get next(): number {
    return this.lines.length;
  }

  get region(): number {
    return this.level.region;
  }

  end(): void {
    const text = this.line === '' ? '' : tidy(this.line);
    if (text !== '') {
      const { region, heading } = this.level;
      const linked = Math.min(1, this.links / text.length);
      this.lines.push({ text, region, heading, linked, names: this.names });
    }
    this.line = '';
    this.links = 0;
    this.names = '';
  }

  private inside(name: string, names: string): Level {
    const { level } = this;
    const region = level.region === 0 ? this.regionOf(name, names) : level.region;
    const heading = headings.get(name) ?? level.heading;
    const linked = level.linked || name === 'a';
    const isSame = names === '' && region === level.region && heading === level.heading;
    if (isSame && linked === level.linked) return level;
    return { region, heading, linked, names: names === '' ? level.names : names };
  }

  private addNames(names: string): void {
    if (this.names.length < namesLimit) this.names += ` ${names}`;
  }

  private regionOf(name: string, names: string): number {
    const apart = regions.has(name) || (!whole.has(name) && names !== '' && namesRegion(names));
    if (!apart || isSilent(name)) return 0;
    this.regionCount += 1;
    return this.regionCount;
  }
}
