import type { Block } from '../model/article.ts';
import { isByline, isBylineRole } from './byline.ts';
import { isProse, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { isFurniture, isNavigation } from './page-banner.ts';
import { takeAnnounced, takeImage, takeList, takeQuote, takeShort } from './page-blocks.ts';
import type { Taken } from './page-blocks.ts';
import { beginsSection, readInlineLink, readSection } from './page-foot.ts';
import type { PlacedDate } from './page-header.ts';
import { readMetaDate, readOrigin } from './page-meta.ts';
import type { DraftLink } from './reader.ts';

/** What stands from the first paragraph on. */
export interface PageBody {
  readonly blocks: readonly Block[];
  readonly listed: readonly DraftLink[];
  readonly dates: readonly PlacedDate[];
  readonly byline: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** Sections beside the article. */
  readonly sections: number;
}

/** Paragraphs within which a byline or a date still belongs to the head of the article. */
const earlyParagraphs = 2;

class BodyReading {
  readonly blocks: Block[] = [];
  readonly listed: DraftLink[] = [];
  readonly dates: PlacedDate[] = [];
  readonly bylines: string[] = [];
  source: string | null = null;
  url: string | null = null;
  sections = 0;
  /** Sections met since the last paragraph. */
  private sectionsInARow = 0;
  private service = false;
  private readonly spaced: boolean;

  private readonly lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    this.spaced = lines.some(({ gap }) => gap > 0);
  }

  read(from: number): void {
    let at = from;
    while (at < this.lines.length) at = this.takeMeta(at) ?? this.takeSection(at) ?? this.takeBlock(at);
  }

  private early(): boolean {
    return this.blocks.filter(({ kind }) => kind === 'paragraph').length < earlyParagraphs;
  }

  /** Lines about the page: origin, dates, furniture, bylines. Returns the next line, null when this is none of them. */
  private takeMeta(at: number): number | null {
    const line = this.lines[at];
    if (line === undefined) return at + 1;
    const origin = readOrigin(this.lines, at);
    if (origin !== null) {
      this.source ??= origin.source;
      this.url ??= origin.url;
      return at + origin.lines;
    }
    const date = readMetaDate(line);
    if (date !== null) {
      this.dates.push(date);
      return at + 1;
    }
    if (isFurniture(line.text) || (isNavigation(line.text) && wordCount(line.text) > 3)) return at + 1;
    return this.takeByline(at, line);
  }

  private takeByline(at: number, line: Line): number | null {
    const last = this.lines.slice(at + 1).every(({ text }) => !isProse(text) || isFurniture(text));
    if (!isByline(line.text) || !(this.early() || last)) return null;
    this.bylines.push(line.text);
    const role = this.lines[at + 1];
    if (role === undefined || role.gap > 0 || !isBylineRole(role.text)) return at + 1;
    this.bylines.push(role.text);
    return at + 2;
  }

  private takeSection(at: number): number | null {
    const section = readSection(this.lines, at, this.sections > 0);
    if (section !== null) {
      this.sections += 1;
      this.sectionsInARow += 1;
      this.service = section.kind === 'service';
      this.listed.push(...section.links);
      this.blocks.push(...section.blocks);
      return section.next;
    }
    const link = readInlineLink(this.lines[at]?.text ?? '');
    if (link === null) return null;
    this.listed.push(link);
    return at + 1;
  }

  private takeBlock(at: number): number {
    const taken = this.blockAt(at);
    if (this.sectionsInARow > 0 && !this.resumes(taken.next, taken)) return taken.next;
    this.sectionsInARow = 0;
    this.blocks.push(...taken.blocks);
    return taken.next;
  }

  /** After sections only running text leads back into the article, and after several only more than a line of it. */
  private resumes(next: number, taken: Taken): boolean {
    const isText = ({ text }: Line): boolean => isProse(text) && wordCount(text) >= 8 && !isFurniture(text);
    const follows = this.lines.slice(next).filter(isText).length;
    const here = taken.blocks.some(({ kind }) => kind === 'paragraph' || kind === 'quote') ? 1 : 0;
    return !this.service && here + follows >= (this.sectionsInARow > 1 ? 2 : 1);
  }

  private blockAt(at: number): Taken {
    const line = this.lines[at];
    if (line === undefined) return { blocks: [], next: at + 1 };
    const special =
      takeList(this.lines, at) ??
      takeImage(this.lines, at) ??
      takeQuote(this.lines, at, this.spaced) ??
      (isProse(line.text) ? null : takeAnnounced(this.lines, at));
    if (special !== null) return special;
    if (isProse(line.text)) {
      const place = { start: line.start, end: line.end };
      return { blocks: [{ kind: 'paragraph', text: line.text, place }], next: at + 1 };
    }
    return takeShort(this.lines, at, (index) => this.isShort(index), this.spaced);
  }

  /** A line that is short and nothing else, so that it may be a crosshead or a caption. */
  private isShort(at: number): boolean {
    const line = this.lines[at];
    if (line === undefined || isProse(line.text) || isFurniture(line.text)) return false;
    if (takeList(this.lines, at) !== null || takeImage(this.lines, at) !== null) return false;
    return (
      readOrigin(this.lines, at) === null && readMetaDate(line) === null && !beginsSection(this.lines, at)
    );
  }
}

/** Reads the lines from the first paragraph to the end of the page. */
export function readPageBody(lines: readonly Line[], from: number): PageBody {
  const reading = new BodyReading(lines);
  reading.read(from);
  const { blocks, listed, dates, source, url, sections } = reading;
  const byline = reading.bylines.length > 0 ? reading.bylines.join(', ') : null;
  return { blocks, listed, dates, byline, source, url, sections };
}
