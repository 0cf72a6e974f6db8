import type { TextRange } from '../../archive/model/article.ts';
import type { Mark } from '../../archive/model/search.ts';
import type { MarkedPart, MarkOutline } from './mark-outline.ts';

/** A mark of the article, found again in the original. */
export interface OriginalMark extends TextRange {
  /** Its number in the article. */
  readonly index: number;
}

interface Squeezed {
  readonly text: string;
  /** For each remaining character, its offset before. */
  readonly offsets: readonly number[];
}

/** A text without blanks and soft hyphens: line breaks inside a paragraph differ between the original and the article. */
function squeeze(text: string): Squeezed {
  const kept: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (/[\s\u00ad\u200b]/u.test(unit)) continue;
    kept.push(unit);
    offsets.push(at);
  }
  return { text: kept.join(''), offsets };
}

/** The marks of a part when its text stands in the original but for blanks; null when it does not. */
function bySqueezing(part: MarkedPart, slice: string): readonly Mark[] | null {
  const wanted = squeeze(part.text);
  const there = squeeze(slice);
  const found = there.text.indexOf(wanted.text);
  if (found < 0 || wanted.text === '') return null;
  return part.marks.map(([start, end]): Mark => {
    const inside = wanted.offsets.flatMap((offset, at) => (offset >= start && offset < end ? [at] : []));
    const first = there.offsets[found + (inside[0] ?? 0)] ?? 0;
    const last = there.offsets[found + (inside.at(-1) ?? 0)] ?? first;
    return inside.length === 0 ? [0, 0] : [first, last + 1];
  });
}

function occurrences(text: string, word: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}

/** Mark by mark: the same word, counted; only when it stands equally often in both, else it would be a guess. */
function byWords(part: MarkedPart, slice: string): readonly Mark[] {
  return part.marks.map(([start, end]): Mark => {
    const word = part.text.slice(start, end);
    const here = occurrences(part.text, word);
    const there = occurrences(slice, word);
    const at = here.length === there.length ? there[here.indexOf(start)] : undefined;
    return at === undefined ? [0, 0] : [at, at + word.length];
  });
}

function placed(part: MarkedPart, text: string): readonly Mark[] {
  const shift = (by: number, marks: readonly Mark[]): readonly Mark[] =>
    marks.map(([start, end]): Mark => [start + by, end + by]);
  if (part.place === null) {
    // What a page lists stands near its end; words of the body must not be taken for it.
    const at = text.lastIndexOf(part.text);
    return at < 0 ? [] : shift(at, part.marks);
  }
  const slice = text.slice(part.place.start, part.place.end);
  const at = slice.indexOf(part.text);
  const marks = at >= 0 ? shift(at, part.marks) : (bySqueezing(part, slice) ?? byWords(part, slice));
  return shift(part.place.start, marks);
}

/**
 * The marks of an article in its original, ascending and not overlapping: by the place of each part, where its text
 * stands there (blanks may differ), else by the same words. Marks that cannot be placed without guessing are absent.
 */
export function placeMarks(outline: MarkOutline, text: string): readonly OriginalMark[] {
  const all: OriginalMark[] = [];
  for (const part of outline.parts) {
    if (part.marks.length === 0) continue;
    placed(part, text).forEach(([start, end], at) => {
      if (start < end) all.push({ start, end, index: part.first + at });
    });
  }
  all.sort((one, other) => one.start - other.start || one.index - other.index);
  let reached = 0;
  return all.filter((mark) => {
    if (mark.start < reached) return false;
    reached = mark.end;
    return true;
  });
}
