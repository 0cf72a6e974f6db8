import { remembered } from '../text/remembered.ts';
import { endsLikeHeadline, isProse, isTitleCase, withoutCapitals, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { furnitureLines, namesSource, sectionWords, siteSpeaking } from './page-words.ts';

/** What the first line of a page says: `BBC NEWS | Europe | Headline`, `BBC News`, `Headline - The Guardian`. */
export interface Banner {
  readonly source: string | null;
  readonly section: string | null;
  /** The headline as the banner repeats it. */
  readonly headline: string | null;
  /** Whether its separators, or a known word, leave no doubt that it is a banner. */
  readonly certain: boolean;
}

const bars = /\s*(?:\||»|>|::)\s*/u;
const slashes = /\s+(?:\/|–|—|-)\s+/u;
const nothing: Banner = { source: null, section: null, headline: null, certain: false };

/** Made of nothing but names of a newspaper's parts: a section's label, or a list of regions. */
export const isNavigation = remembered((text: string): boolean => {
  const words = text
    .toLowerCase()
    .split(/[\s|/·•>»,:]+/u)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => sectionWords.has(word) || !/[\p{L}\p{N}]/u.test(word));
});

/** A newspaper that is named like a part of one: `Политика`, `Vijesti`. */
export function isSourceAndSection(text: string): boolean {
  return wordCount(text) === 1 && isNavigation(text) && looksLikeSource(text) && !/^news$/iu.test(text);
}

/** Short things to click, side by side: `Email | Print | Share`. */
function isBarOfLinks(text: string): boolean {
  const parts = text.split(/\s*[|•·]\s*/u).filter((part) => part !== '');
  if (parts.length < 2 || parts.some((part) => wordCount(part) > 4)) return false;
  return parts.some((part) => furnitureLines.test(part)) && !parts.some((part) => /[.?!]$/u.test(part));
}

/** Part of the page's frame, wherever it stands; a line without a letter or digit is nothing else. */
export const isFurniture = remembered((text: string): boolean => {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return (
    furnitureLines.test(text) || isBarOfLinks(text) || (wordCount(text) <= 60 && siteSpeaking.test(text))
  );
});

/** Short and named like a newspaper, a station or an agency. */
export function looksLikeSource(text: string): boolean {
  const words = wordCount(text);
  if (words > 6 || isProse(text) || /[?!:"“„]/u.test(text)) return false;
  return (
    namesSource(text) &&
    (words <= 2 || isTitleCase(text) || (words <= 3 && isTitleCase(text.split(' ')[0] ?? '')))
  );
}

/** Could be a source by its shape alone: one or two words, or a name in title case. */
export function maybeSource(text: string): boolean {
  const words = wordCount(text);
  if (words > 4 || isProse(text) || /[?!:"“„,]/u.test(text)) return false;
  return words <= 2 || isTitleCase(text);
}

const sectionOf = (parts: readonly string[]): string | null => {
  const last = parts.at(-1);
  return last === undefined ? null : withoutCapitals(last);
};

function ofParts(parts: readonly string[], certain: boolean, others: readonly string[]): Banner {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const middle = parts.slice(1, -1);
  const isHeadline = (part: string): boolean =>
    (wordCount(part) >= 4 && !isNavigation(part) && !looksLikeSource(part)) || others.includes(part);
  if (isHeadline(first) && !isHeadline(last)) {
    return { source: withoutCapitals(last), section: sectionOf(middle), headline: first, certain };
  }
  const source = withoutCapitals(first);
  if (isHeadline(last)) return { source, section: sectionOf(middle), headline: last, certain };
  return { source, section: sectionOf(parts.slice(1)), headline: null, certain };
}

/**
 * Reads a line as a banner with separators; null when it is none. `The Guardian` alone is no business of this.
 * `others` are lines near it: a part that one of them repeats is the headline.
 */
export function readBanner({ text }: Line, others: readonly string[]): Banner | null {
  if (wordCount(text) > 40 || (isProse(text) && !endsLikeHeadline(text))) return null;
  const where = /^you are (?:in|here)\s*:\s*(.+)$/iu.exec(text)?.[1];
  if (where !== undefined) {
    return { ...nothing, section: sectionOf(where.split(/\s*[:>»|/]\s*/u).filter((part) => part !== '')) };
  }
  const barred = text.split(bars).filter((part) => part !== '');
  const paper = barred.length === 2 && isSourceAndSection(barred[0] ?? '');
  if (paper) return ofParts(barred, true, others);
  if (isNavigation(text)) return null;
  if (barred.length > 1) {
    const furniture = barred.filter((part) => isFurniture(part) || isNavigation(part)).length;
    return furniture * 2 > barred.length ? null : ofParts(barred, true, others);
  }
  const slashed = text.split(slashes);
  const named = looksLikeSource(slashed[0] ?? '') || looksLikeSource(slashed.at(-1) ?? '');
  return slashed.length > 1 && named ? ofParts(slashed, true, others) : null;
}
