import type { Block } from '../model/article.ts';
import { isByline, isBylineRole, labelledSource } from './byline.ts';
import { isParagraph, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { isFurniture, isNavigation } from './page-banner.ts';
import { takeAnnounced, takeImage, takeList, takeQuote, takeShort } from './page-blocks.ts';
import type { Taken } from './page-blocks.ts';
import { beginsSection, readInlineLink, readSection } from './page-foot.ts';
import { readMetaDate, readOrigin } from './page-meta.ts';
import type { PlacedDate } from './page-meta.ts';
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

  /** The last paragraph, and the last two that are long enough to be sure of: so that no line looks at all others. */
  private readonly lastParagraph: number;
  private readonly lastTexts: readonly number[];
  private paragraphs = 0;
  /** Furniture met since the last paragraph. */
  private frame = false;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    const paragraphs = lines.flatMap(({ text }, at) => (isParagraph(text) && !isFurniture(text) ? [at] : []));
    this.lastParagraph = paragraphs.at(-1) ?? -1;
    this.lastTexts = paragraphs.filter((at) => wordCount(lines[at]?.text ?? '') >= 8).slice(-2);
    this.spaced = lines.some(({ gap }) => gap > 0);
  }

  read(from: number): void {
    let at = from;
    while (at < this.lines.length) at = this.takeMeta(at) ?? this.takeSection(at) ?? this.takeBlock(at);
  }

  private early(): boolean {
    return this.paragraphs < earlyParagraphs;
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
    const date = readMetaDate(this.lines, at);
    if (date !== null) {
      this.dates.push(date);
      return at + date.taken;
    }
    const source = labelledSource(line.text);
    if (source !== null) {
      this.source ??= source;
      return at + 1;
    }
    if (isFurniture(line.text) || (isNavigation(line.text) && wordCount(line.text) > 3)) {
      this.frame = true;
      return at + 1;
    }
    return this.takeByline(at, line);
  }

  private takeByline(at: number, line: Line): number | null {
    if (!isByline(line.text) || !(this.early() || at > this.lastParagraph)) return null;
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
      for (const link of section.links) this.listed.push(link);
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
    // Short lines after the end of the text and some of the frame are more of the frame.
    if (this.frame && at > this.lastParagraph) return taken.next;
    this.sectionsInARow = 0;
    this.frame = false;
    for (const block of taken.blocks) {
      this.blocks.push(block);
      if (block.kind === 'paragraph') this.paragraphs += 1;
    }
    return taken.next;
  }

  /** After sections only running text leads back into the article, and after several only more than a line of it. */
  private resumes(next: number, taken: Taken): boolean {
    const follows = this.lastTexts.filter((at) => at >= next).length;
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
      (isParagraph(line.text) ? null : takeAnnounced(this.lines, at));
    if (special !== null) return special;
    if (isParagraph(line.text)) {
      const place = { start: line.start, end: line.end };
      return { blocks: [{ kind: 'paragraph', text: line.text, place }], next: at + 1 };
    }
    const first = this.paragraphs === 0;
    const rule = { spaced: this.spaced, isLast: at > this.lastParagraph, isFirst: first };
    return takeShort(this.lines, at, (index) => this.isShort(index), rule);
  }

  /** A line that is short and nothing else, so that it may be a crosshead or a caption. */
  private isShort(at: number): boolean {
    const line = this.lines[at];
    if (line === undefined || isParagraph(line.text) || isFurniture(line.text)) return false;
    if (takeList(this.lines, at) !== null || takeImage(this.lines, at) !== null) return false;
    return (
      readOrigin(this.lines, at) === null &&
      readMetaDate(this.lines, at) === null &&
      !beginsSection(this.lines, at)
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
