import type { DocumentPart } from '../documents/document-part.ts';
import { isProse, wordCount } from '../line-kinds.ts';
import type { FlowingParagraph } from './flowing-text.ts';
import type { BodyType } from './pdf-flow.ts';
import { choosePdfHeadline } from './pdf-headline.ts';
import type { PdfHeadline } from './pdf-headline.ts';

const bullet = /^(?:[•·▪■□●○◦‣▶➢✓]\s*|\*\s+)/u;
const numbered = /^\(?\d{1,3}[.)]\s+\S/u;
/** Print so much larger than the text is a heading; a little larger, right under the headline, a standfirst. */
const headingSize = 1.12;
const standfirstSize = 1.06;
const longestHeading = 160;
const headingWords = 14;

/** A short line in larger print, or alone in another font than the text around it. */
function isHeading(paragraph: FlowingParagraph, next: FlowingParagraph | undefined, body: BodyType): boolean {
  const { text, size, font, lines } = paragraph;
  if (text.length > longestHeading || next === undefined) return false;
  if (size >= body.size * headingSize) return !isProse(text) && lines <= 4;
  const isOwn = font !== body.font && next.font === body.font && size > body.size * 0.95;
  return (
    isOwn && lines <= 2 && wordCount(text) <= headingWords && /^["'“„«]?[\p{Lu}\p{N}].*[^.,;:–-]$/u.test(text)
  );
}

function isStandfirst(
  paragraph: FlowingParagraph,
  at: number,
  headline: PdfHeadline,
  body: BodyType,
): boolean {
  if (at < headline.to || at > headline.to + 2 || wordCount(paragraph.text) < 6) return false;
  return paragraph.size >= body.size * standfirstSize && paragraph.text.length < 600;
}

/** The items of a list, when a paragraph is one of several. */
function listItem(paragraphs: readonly FlowingParagraph[], at: number): string | null {
  const text = paragraphs[at]?.text ?? '';
  if (bullet.test(text)) return text.replace(bullet, '');
  const near = [paragraphs[at - 1], paragraphs[at + 1]];
  return numbered.test(text) && near.some((one) => one !== undefined && numbered.test(one.text))
    ? text
    : null;
}

/** Printed paragraphs as parts of a document, by their size and font. */
export function partsOfPdf(
  paragraphs: readonly FlowingParagraph[],
  body: BodyType,
  metadataTitle: string,
): readonly DocumentPart[] {
  const headline = choosePdfHeadline(paragraphs, body, metadataTitle);
  return paragraphs.flatMap((paragraph, at): DocumentPart[] => {
    if (headline !== null && at >= headline.from && at < headline.to) {
      return at === headline.from ? [{ kind: 'title', text: headline.text }] : [];
    }
    const item = listItem(paragraphs, at);
    if (item !== null) return [{ kind: 'list', items: [item] }];
    const { text } = paragraph;
    if (headline !== null && isStandfirst(paragraph, at, headline, body)) return [{ kind: 'subtitle', text }];
    return [{ kind: isHeading(paragraph, paragraphs[at + 1], body) ? 'heading' : 'paragraph', text }];
  });
}
