import type { ArticleWarning, Block } from '../../model/article.ts';
import { detectLanguage } from '../../text/language.ts';
import { isByline } from '../byline.ts';
import { readDateline } from '../dateline.ts';
import { labelledImage } from '../images.ts';
import { withoutCapitals, wordCount } from '../line-kinds.ts';
import type { Line } from '../lines.ts';
import { isFurniture } from '../page-banner.ts';
import { choosePublication, readMetaDate, readOrigin } from '../page-meta.ts';
import type { PlacedDate } from '../page-meta.ts';
import type { Draft, SourceFile } from '../reader.ts';
import { madeHeadline } from '../records/record-draft.ts';
import { readLanguageTag } from '../records/record-language.ts';
import { lineOfPart, readDocumentHead } from './document-head.ts';
import type { DocumentHead } from './document-head.ts';
import { textOfPart } from './document-part.ts';
import type { DocumentPart, DocumentText } from './document-part.ts';
import { readTitle } from './document-title.ts';

/** How many parts at the end may be about the article: where it is from, when it was published, who wrote it. */
const partsOfFoot = 5;
const languageSample = 20_000;

interface DocumentFoot {
  readonly source: string | null;
  readonly url: string | null;
  readonly byline: string | null;
  readonly dates: readonly PlacedDate[];
  readonly taken: ReadonlySet<DocumentPart>;
}

/** Reads the lines at the end that say where the text is from. */
function readFoot(parts: readonly DocumentPart[]): DocumentFoot {
  const taken = new Set<DocumentPart>();
  const dates: PlacedDate[] = [];
  let source: string | null = null;
  let url: string | null = null;
  let byline: string | null = null;
  const lines = parts.map((part) => lineOfPart(part) as Line);
  for (let at = Math.max(1, parts.length - partsOfFoot); at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined || part.kind === 'list') continue;
    const origin = readOrigin(lines, at);
    const date = origin === null ? readMetaDate(lines, at) : null;
    if (origin !== null) {
      source ??= origin.source;
      url ??= origin.url;
    } else if (date !== null) dates.push(date);
    else if (isByline(part.text) && at === parts.length - 1) byline = part.text;
    else if (!isFurniture(part.text)) continue;
    for (const one of parts.slice(at, at + (origin?.lines ?? date?.taken ?? 1))) taken.add(one);
  }
  return { source, url, byline, dates, taken };
}

/** A part as a block. A heading with nothing under it is a line of text. */
function blockOf(part: DocumentPart, isLast: boolean): Block {
  if (part.kind === 'list') return { kind: 'list', items: part.items, place: null };
  const { kind, text } = part;
  const caption = kind === 'caption' ? text : labelledImage(text);
  if (caption !== null && caption !== '') return { kind: 'image', caption, legend: null, place: null };
  if (kind === 'quote') return { kind: 'quote', text, attribution: null, place: null };
  const isHeading = kind === 'heading' || kind === 'title' || kind === 'subtitle';
  return { kind: isHeading && !isLast ? 'crosshead' : 'paragraph', text, place: null };
}

/** Neighbouring lists are one. */
function joinLists(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'list' && last?.kind === 'list') {
      joined.splice(-1, 1, { ...last, items: [...last.items, ...block.items] });
    } else joined.push(block);
  }
  return joined;
}

function wordsOf(blocks: readonly Block[]): string {
  const words: string[] = [];
  for (const block of blocks)
    words.push(...(block.kind === 'list' ? block.items : 'text' in block ? [block.text] : []));
  return words.join('\n').slice(0, languageSample);
}

/** The dateline of the first paragraph: its date, and the agency. */
function datelineOf(blocks: readonly Block[]): {
  readonly dates: readonly PlacedDate[];
  readonly agency: string | null;
} {
  const first = blocks.find(({ kind }) => kind === 'paragraph');
  if (first?.kind !== 'paragraph') return { dates: [], agency: null };
  const dateline = readDateline(first.text);
  const agency = dateline?.source ?? null;
  const line = { text: first.text, start: 0, end: first.text.length, gap: 1 };
  const found = dateline === null || dateline.date === null ? null : { ...dateline.date, others: [] };
  return {
    dates: found === null ? [] : [{ line, found }],
    agency: agency === null || wordCount(agency) > 5 ? null : withoutCapitals(agency),
  };
}

/** The headline: as printed; else the title of the metadata; else it is made from the first words. */
function headlineOf(
  head: DocumentHead,
  title: string | null,
  blocks: readonly Block[],
): { text: string; made: boolean } {
  if (head.headline !== null) return { text: head.headline, made: false };
  if (title !== null) return { text: title, made: false };
  return { text: madeHeadline(wordsOf(blocks).replaceAll('\n', ' ')), made: true };
}

/** How a document was read, for its draft. */
export interface DocumentReading {
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly warnings: readonly ArticleWarning[];
  readonly source: SourceFile;
}

/**
 * The draft of a document; null when there is no text in it. Date, byline and source are those that the text prints: what
 * the metadata say of them is true of the file, not of the article.
 */
export function draftOfDocument(document: DocumentText, reading: DocumentReading): Draft | null {
  const parts = document.parts.filter((part) => /[\p{L}\p{N}]/u.test(textOfPart(part)));
  const title = readTitle(document.title);
  const head = readDocumentHead(parts, title, document.author);
  const rest = parts.slice(head.next);
  const foot = readFoot(rest);
  const body = [...head.over, ...rest.filter((part) => !foot.taken.has(part))];
  const blocks = joinLists(body.map((part, at) => blockOf(part, at === body.length - 1)));
  if (blocks.length === 0) return null;
  const headline = headlineOf(head, title, blocks);
  const { dates, agency } = datelineOf(blocks);
  const publication = choosePublication([...head.dates, ...dates, ...foot.dates]);
  const words = `${headline.text}\n${head.standfirst ?? ''}\n${wordsOf(blocks)}`;
  const warnings: ArticleWarning[] = [...reading.warnings, ...publication.warnings];
  if (headline.made) warnings.push({ code: 'headline-made' });
  if (publication.date !== null) warnings.push({ code: 'date-from-text' });
  return {
    ...{ headline: headline.text, standfirst: head.standfirst, blocks, section: head.section },
    byline: head.byline ?? foot.byline,
    source: head.source ?? agency ?? foot.source,
    language: detectLanguage(words) ?? readLanguageTag(document.language),
    published: publication.date?.found.date ?? null,
    url: foot.url ?? document.url ?? reading.source.capture?.url ?? null,
    listed: [],
    warnings,
    places: { headline: null, standfirst: null, published: null },
    mediaType: reading.mediaType,
    encoding: reading.encoding,
    ...(document.keywords.length === 0 ? {} : { keywords: document.keywords }),
  };
}
