import type { ArticleWarning, Block } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import { readDateLine } from '../text/date-lines.ts';
import type { DateLine } from '../text/date-lines.ts';
import { isFurniture, looksLikeSource } from './page-banner.ts';
import type { DecodedText } from '../text/decode.ts';
import { detectLanguage } from '../text/language.ts';
import { isByline, isBylineRole, labelledSource } from './byline.ts';
import { readDateline } from './dateline.ts';
import { isCapitals, isProse, withoutCapitals, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { distinctLinks } from './page-foot.ts';
import { readPageBody } from './page-body.ts';
import { choosePublication } from './page-meta.ts';
import type { PlacedDate } from './page-meta.ts';
import type { Draft, Reader, SourceFile } from './reader.ts';
import { decodeError, decodeWarnings, isMarkup, sourceText } from './source-text.ts';
import { textLines } from './text-lines.ts';

interface PlainHead {
  /** Null when it has to be made. */
  readonly headline: Line | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly dates: readonly PlacedDate[];
  readonly next: number;
}

const longestHeadline = 200;
const madeWords = 10;
const madeLength = 80;
const headLines = 6;

/** The first line is the headline unless it reads on like a paragraph; date, byline and source may stand around it. */
function readHead(lines: readonly Line[]): PlainHead {
  const dates: PlacedDate[] = [];
  const bylines: string[] = [];
  let headline: Line | null = null;
  let source: string | null = null;
  let at = 0;
  for (; at < Math.min(headLines, lines.length); at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const found = readDateLine(line.text);
    const label = labelledSource(line.text);
    if (found !== null && (headline !== null || isDateAlone(found))) {
      dates.push({ line, found });
      source ??= found.others.find(looksLikeSource) ?? null;
    } else if (isFurniture(line.text)) continue;
    else if (isByline(line.text) || (bylines.length > 0 && line.gap === 0 && isBylineRole(line.text))) {
      bylines.push(line.text);
    } else if (label !== null) source = label;
    else if (headline === null && isHeadline(line)) headline = line;
    else break;
  }
  return { headline, byline: bylines.length > 0 ? bylines.join(', ') : null, source, dates, next: at };
}

/** A first line such as `Kosovo | 28.11.2007`; more words beside the date are a headline with a date in it. */
function isDateAlone({ others }: DateLine): boolean {
  return others.reduce((sum, other) => sum + wordCount(other), 0) <= 3;
}

function isHeadline({ text }: Line): boolean {
  if (text.length > longestHeadline || readDateline(text) !== null) return false;
  // An old newspaper sets a full stop after its headlines; they are short all the same, or in capitals.
  return !isProse(text) || isCapitals(text);
}

/** The first words of a paragraph, its dateline left out, cut at a word, with an ellipsis when more follow. */
function madeHeadline(line: Line): Line {
  const skip = readDateline(line.text)?.length ?? 0;
  const text = line.text.slice(skip);
  let made = text.split(' ').slice(0, madeWords).join(' ');
  while (made.length > madeLength && made.includes(' ')) made = made.slice(0, made.lastIndexOf(' '));
  const short = made.slice(0, madeLength);
  const headline = short.length < text.length ? `${short.replace(/[\s,;:.–—-]+$/u, '')}…` : short;
  // Where blanks were collapsed, only the whole paragraph is sure to hold the words.
  const exact = line.end - line.start === line.text.length;
  const start = exact ? line.start + skip : line.start;
  return { text: headline, start, end: exact ? start + short.length : line.end, gap: 0 };
}

interface PlainText {
  readonly head: PlainHead;
  readonly headline: Line;
  readonly lines: readonly Line[];
}

function readPlain(decoded: DecodedText): PlainText | null {
  const lines = textLines(decoded);
  const head = readHead(lines);
  const first = lines[head.next];
  if (first === undefined) return null;
  return { head, headline: head.headline ?? madeHeadline(first), lines };
}

function datesOf(
  plain: PlainText,
  paragraphs: readonly Block[],
): { dates: PlacedDate[]; agency: string | null } {
  const first = paragraphs.find(({ kind }) => kind === 'paragraph');
  const dateline = first?.kind === 'paragraph' ? readDateline(first.text) : null;
  const line = plain.lines.find(({ start }) => start === first?.place?.start);
  const dated = dateline !== null && dateline.date !== null && line !== undefined;
  const found = dated && dateline.date !== null ? { ...dateline.date, others: [] } : null;
  const own =
    found !== null && line !== undefined ? [{ line: { ...line, end: line.start + found.end }, found }] : [];
  const agency = dateline?.source ?? null;
  return {
    dates: [...plain.head.dates, ...own],
    agency: agency === null || wordCount(agency) > 5 ? null : agency,
  };
}

function draftOf(plain: PlainText, decoded: DecodedText): Draft | null {
  const { head, headline, lines } = plain;
  const body = readPageBody(lines, head.next);
  if (body.blocks.length === 0) return null;
  const { dates, agency } = datesOf(plain, body.blocks);
  const { date, warnings } = choosePublication([...dates, ...body.dates]);
  const made: ArticleWarning[] = head.headline === null ? [{ code: 'headline-made' }] : [];
  const words = body.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
  return {
    headline: headline.text,
    standfirst: null,
    blocks: body.blocks,
    byline: head.byline ?? body.byline,
    source: head.source ?? (agency === null ? null : withoutCapitals(agency)) ?? body.source,
    section: null,
    language: detectLanguage(`${headline.text}\n${words}`),
    published: date?.found.date ?? null,
    url: body.url,
    listed: distinctLinks(body.listed),
    warnings: [...decodeWarnings(decoded), ...made, ...warnings],
    places: {
      headline: { start: headline.start, end: headline.end },
      standfirst: null,
      published: date === null ? null : { start: date.line.start, end: date.line.end },
    },
    mediaType: 'text/plain',
    encoding: decoded.encoding,
  };
}

/**
 * Text with a headline line, an optional byline, date line or agency's dateline, and paragraphs. Takes whatever text
 * no other reader claims, so that the reason why there is no article (`empty`, `undecodable`, `no-article`) is told.
 */
export const plainText: Reader = {
  name: 'plain-text',
  version: 1,
  claims(source: SourceFile): boolean {
    const decoded = sourceText(source);
    return decoded.ok || decoded.error !== 'binary';
  },
  async *read(source: SourceFile) {
    const decoded = sourceText(source);
    if (!decoded.ok) {
      yield fail(decodeError(decoded.error, source.path));
      return;
    }
    const plain = isMarkup(decoded.value.text) ? null : readPlain(decoded.value);
    const draft = plain === null ? null : draftOf(plain, decoded.value);
    yield draft === null ? fail(archiveError('no-article', { path: source.path })) : ok(draft);
  },
};
