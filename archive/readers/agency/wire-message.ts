import type { ArticleWarning, Block } from '../../model/article.ts';
import { decodeText } from '../../text/decode.ts';
import type { Draft } from '../reader.ts';
import { decodeWarnings } from '../source-text.ts';
import { draftOfArticle, noArticle } from './agency-draft.ts';
import { tidy } from './markup-text.ts';
import { readWireDate } from './wire-date.ts';
import { wireParagraphs } from './wire-paragraphs.ts';

const startOfText = 0x02;
const endOfText = 0x03;

/** What stands above the text of a message. */
interface WireHead {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly keywords: readonly string[];
  /** Summaries and notes above the text that are for readers. */
  readonly above: readonly string[];
  /** The index of the first line of the text. */
  readonly next: number;
}

/** Lines beyond these are no head. */
const mostHeadLines = 12;
const isIndented = /^(?:\t| {2,})/u;
const isByline = /^(?:by|von|par|por|di|per)\s+\S/iu;
/** `1ST LEAD`, `EXTRA`: what kind of message it is. */
const isFlag =
  /^[(]?(?:\d(?:st|nd|rd|th)\s)?(?:lead|net|ld|add|extra|refile|urgent|eil|achtung|recast|correct\w*|update|writethru)[).]?$/iu;
/** What the author is, below the name: it is closed by the same sign. */
const isTitle = /[a-z]\s*=\s*$/u;
/** For those who print it. */
const forEditors = /^(?:AP (?:Photos?|Video|Graphic)|Eds?:|With AP)/u;
const isSlug = /^(?:[A-Z]{2}-\S|\*?\d{4}$|\S+[-,]\S*.*,\d{2,5}$)/u;

/** Bytes without control characters, which stand for type and layout; tabs and line ends stay. */
function withoutControls(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) =>
    (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f ? 0x20 : byte,
  );
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r+\n?/gu, '\n').split('\n');
}

/** A line of the head without the signs that open and close it: `^Prairies vanish <`. */
function bare(line: string): string {
  return tidy(line.replace(/^\s*\^+/u, '').replace(/[\s<=+]+$/u, ''));
}

/** How many lines at the beginning are the head: those marked, those up to a `=`, or those before the first indent. */
function headLength(lines: readonly string[]): number {
  const few = lines.slice(0, mostHeadLines);
  const closed = few.findIndex((line) => /[^=]=\s*$/u.test(line) && !line.trimStart().startsWith('^'));
  if (closed !== -1) return closed + 1;
  let marked = 0;
  while (marked < lines.length && (lines[marked]?.trimStart().startsWith('^') ?? false)) marked += 1;
  if (marked > 0) return marked;
  const indented = few.findIndex((line, at) => at > 0 && isIndented.test(line) && line.trim() !== '');
  return indented === -1 || few.slice(0, indented).some((line) => line.trim() === '') ? 0 : indented;
}

function readHead(lines: readonly string[]): WireHead {
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  // A sign of the wire may stand before the first mark.
  const marked = (lines[first] ?? '').search(/<\s*\^/u);
  const own =
    marked === -1 ? lines.slice(first) : [(lines[first] ?? '').slice(marked + 1), ...lines.slice(first + 1)];
  const length = headLength(own);
  const isMarked = (own[0] ?? '').trimStart().startsWith('^');
  const keywords: string[] = [];
  const titles: string[] = [];
  const bylines: string[] = [];
  for (const line of own.slice(0, length)) {
    const text = bare(line);
    if (text === '' || isFlag.test(text) || forEditors.test(text)) continue;
    if (keywords.length === 0 && titles.length === 0 && isSlug.test(text))
      keywords.push(text.replace(/,\d+$/u, ''));
    else if (isByline.test(text) || (bylines.length === 1 && isTitle.test(line))) bylines.push(text);
    else titles.push(text);
  }
  const headline = isMarked ? titles[0] : titles.join(' ');
  return {
    headline: headline === undefined || headline === '' ? null : headline,
    byline: bylines.length === 0 ? null : bylines.join(', '),
    keywords,
    above: isMarked ? titles.slice(1) : [],
    next: first + length,
  };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text, place: null };
}

/** The keyword line between header and text (IPTC 7901). */
function keywordsIn(header: string): readonly string[] {
  const [, ...lines] = linesOf(header);
  return lines
    .map((line) => tidy(line))
    .filter((line) => /\/$/u.test(line))
    .map((line) => line.replace(/^\/|\/$/gu, ''));
}

/** The agency that a text names at its beginning: `Berlin (dpa) -`. */
function agencyIn(texts: readonly string[]): string | null {
  for (const text of texts.slice(0, 3)) {
    const found = /^[^()]{2,80}\(([\p{L}][^()\d]{1,40})\)\s*(?:[-–—_]|\p{Lu})/u.exec(text.slice(0, 150))?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** The agency that the frame of a message names: at the end of the header (IPTC 7901), before the date (`AP-WF-`). */
function agencyOf(header: string, trailer: string): string | null {
  const [first = ''] = linesOf(header);
  return (
    /\s{2}([A-Za-z]{2,10})\s+\d+\s*$/u.exec(first)?.[1] ??
    /^\s*([A-Z]{2,4})-[A-Z]{2}-\d\d-/u.exec(trailer)?.[1] ??
    null
  );
}

/** Why a message is none, in words for the report. */
export type WireFailure = 'it has no text' | 'its text is in no encoding that is read';

/** A message between its first and last control character: header, text and trailer. */
export function readWireMessage(bytes: Uint8Array): Omit<Draft, 'record'> | WireFailure {
  const start = bytes.indexOf(startOfText);
  if (start === -1) return 'it has no text';
  const end = bytes.indexOf(endOfText, start);
  const decoded = decodeText(withoutControls(bytes.subarray(start + 1, end === -1 ? bytes.length : end)));
  if (!decoded.ok)
    return decoded.error === 'empty' ? 'it has no text' : 'its text is in no encoding that is read';
  const header = Buffer.from(bytes.subarray(0, start))
    .toString('latin1')
    .replace(/[^\x20-\x7e\r\n]/gu, ' ');
  const trailer = end === -1 ? '' : Buffer.from(bytes.subarray(end + 1, end + 200)).toString('latin1');
  const lines = linesOf(decoded.value.text);
  const head = readHead(lines);
  const texts = wireParagraphs(lines.slice(head.next).join('\n'))
    .map((text) => text.replace(/^\^/u, ''))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  const date = readWireDate(trailer);
  const cut: readonly ArticleWarning[] = end === -1 ? [{ code: 'cut-off' }] : [];
  const article = {
    ...noArticle,
    headlines: [head.headline],
    blocks: [...head.above, ...texts].map(paragraph),
    byline: head.byline,
    source: agencyIn(texts) ?? agencyOf(header, trailer),
    keywords: [...keywordsIn(header), ...head.keywords],
  };
  const warnings = [...decodeWarnings(decoded.value), ...cut];
  const draft = draftOfArticle(article, {
    mediaType: 'text/plain',
    encoding: decoded.value.encoding,
    warnings,
  });
  if (draft === null) return 'it has no text';
  if (date === null) return draft;
  return { ...draft, published: date, warnings: draft.warnings.filter(({ code }) => code !== 'undated') };
}
