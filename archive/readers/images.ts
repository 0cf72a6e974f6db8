import type { Image } from '../model/article.ts';
import { isParagraph } from './line-kinds.ts';
import type { Line } from './lines.ts';

// `Image caption`, `Photo: …`, `[Image: …]`, `Фото: …`. A label alone says that its words are in the next line.
const label =
  /^[[(]?\s*(?:image(?: caption| copyright| source)?|photo(?:graph)?(?: caption)?|picture|caption|pictured|slika|foto(?:grafija)?|слика|фото(?:графија)?|bild|légende)\s*(?::|\u2013|\u2014|\||-(?=\s)|(?<=caption|copyright|source)(?=\s|$))\s*(.*?)\s*[\])]?$/iu;
const credit =
  /^(?:[[(]\s*)?(?:(?:image|photo) (?:copyright|source|credit)|getty images|afp|ap|reuters|epa|tanjug|танјуг|beta|fonet)\b.{0,25}$/iu;

/** The words of a line that says itself that it belongs to a picture; `''` when only the label stands there. */
export function labelledImage(text: string): string | null {
  if (text.length > 400) return null;
  return label.exec(text)?.[1] ?? null;
}

/** A line that only says whose picture it is. */
export function isCredit(text: string): boolean {
  return credit.test(text);
}

const wordsOf = (line: Line): string => {
  const own = labelledImage(line.text);
  return own === null ? line.text : own;
};

function imageOf(caption: Line, legend: Line | undefined): Image {
  const last = legend ?? caption;
  const place = { start: caption.start, end: last.end };
  const words = wordsOf(caption);
  if (words === '' && legend !== undefined)
    return { kind: 'image', caption: wordsOf(legend), legend: null, place };
  return { kind: 'image', caption: words, legend: legend === undefined ? null : wordsOf(legend), place };
}

/** Whether the second of two lines belongs to the picture of the first. */
function belongs(caption: Line, legend: Line): boolean {
  const own = labelledImage(legend.text);
  const alone = labelledImage(caption.text) === '';
  if (own !== null && own !== '') return labelledImage(caption.text) === null;
  return (
    own === null && (legend.gap <= caption.gap || legend.gap === 0) && (alone || !isParagraph(legend.text))
  );
}

/** Images of lines that follow each other: what the picture shows, and the line printed under it. */
export function captionsOf(lines: readonly Line[]): Image[] {
  const images: Image[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const caption = lines[at];
    const next = lines[at + 1];
    if (caption === undefined) break;
    const legend = next !== undefined && belongs(caption, next) ? next : undefined;
    const image = imageOf(caption, legend);
    if (image.caption !== '') images.push(image);
    if (legend !== undefined) at += 1;
  }
  return images;
}
