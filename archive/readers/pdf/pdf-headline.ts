import { readTitle, squeezed } from '../documents/document-title.ts';
import { isByline } from '../byline.ts';
import { wordCount } from '../line-kinds.ts';
import { isFurniture, isNavigation, looksLikeSource } from '../page-banner.ts';
import { readDateLine } from '../../text/date-lines.ts';
import type { FlowingParagraph } from './flowing-text.ts';
import type { BodyType } from './pdf-flow.ts';

/** Which paragraphs are the headline: one, or some that follow each other. */
export interface PdfHeadline {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Candidate extends PdfHeadline {
  readonly size: number;
  readonly words: number;
}

/** A headline is so much larger than the text, in parts. */
const larger = 1.18;
const mostWords = 45;
const mostParagraphs = 6;

/** Large print, in the order of the page. What is set alike and follows each other is one. */
function largePrint(paragraphs: readonly FlowingParagraph[], { size: bodySize }: BodyType): Candidate[] {
  const candidates: Candidate[] = [];
  const firstPage = paragraphs[0]?.page;
  paragraphs.forEach(({ text, size, page, font }, at) => {
    if (page !== firstPage || size < bodySize * larger) return;
    const words = wordCount(text);
    const last = candidates.at(-1);
    const before = paragraphs[at - 1];
    const isAlike =
      before !== undefined && before.font === font && Math.abs(before.size - size) < size * 0.03;
    if (last?.to === at && isAlike && last.words + words <= mostWords && at - last.from < mostParagraphs) {
      const joined = { text: `${last.text} ${text}`, words: last.words + words, to: at + 1 };
      candidates.splice(-1, 1, { ...last, ...joined });
    } else candidates.push({ from: at, to: at + 1, text, size, words });
  });
  return candidates.filter(({ words }) => words > 0 && words <= mostWords);
}

function isNameOrDate(text: string): boolean {
  return (
    isFurniture(text) ||
    isNavigation(text) ||
    looksLikeSource(text) ||
    isByline(text) ||
    readDateLine(text) !== null
  );
}

/** The title of the metadata where one of the first paragraphs prints it, with little around it, in whatever size. */
function printedTitle(paragraphs: readonly FlowingParagraph[], title: string): PdfHeadline | null {
  const wanted = squeezed(title);
  const at = paragraphs.slice(0, 8).findIndex(({ text }) => {
    const same = squeezed(text);
    return wanted.length >= 10 && same.includes(wanted) && same.length < wanted.length + 20;
  });
  return at === -1 ? null : { from: at, to: at + 1, text: title };
}

/**
 * The headline of a page: the print that the metadata's title repeats, else the largest that is not the paper's name, a
 * section's, a date or a byline. Null when nothing is larger than the text.
 */
export function choosePdfHeadline(
  paragraphs: readonly FlowingParagraph[],
  body: BodyType,
  metadataTitle: string,
): PdfHeadline | null {
  const candidates = largePrint(paragraphs, body);
  const given = readTitle(metadataTitle);
  const title = squeezed(given ?? '');
  const named = candidates.filter(({ text }) => {
    const same = squeezed(text);
    return same.length >= 10 && (title.includes(same) || (title.length >= 10 && same.includes(title)));
  });
  if (named.length === 0 && given !== null) {
    const printed = printedTitle(paragraphs, given);
    if (printed !== null) return printed;
  }
  const pool = named.length > 0 ? named : candidates.filter(({ text }) => !isNameOrDate(text));
  const bySize = [...pool].sort((one, other) => other.size - one.size);
  const largest = bySize[0]?.size ?? 0;
  // One or two words in huge letters are a label or a name over a headline that has more to say.
  return bySize.find(({ words, size }) => words >= 3 && size >= largest * 0.5) ?? bySize[0] ?? null;
}
