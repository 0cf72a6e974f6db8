import type { MarkedText } from '../../model/search.ts';
import { joinTouching } from './matcher.ts';
import type { Match } from './matcher.ts';

/** The sign of what was left out. */
const ellipsis = '\u2026';

const blank = /\s/u;

/** Far enough to look for a blank or the start of a sentence; longer "words" are cut. */
const reach = 60;

function isBlank(text: string, at: number): boolean {
  return blank.test(text[at] ?? ' ');
}

function outsidePair(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** The start of a sentence in `[earliest, latest]`, else the start of a word. */
function passageStart(text: string, earliest: number, latest: number): number {
  if (earliest <= 0) {
    return 0;
  }
  for (let at = latest; at > earliest; at -= 1) {
    if (
      isBlank(text, at - 1) &&
      /[.!?\u2026]["'\u2019\u201D)]?$/u.test(text.slice(Math.max(0, at - 3), at - 1))
    ) {
      return at;
    }
  }
  for (let at = earliest; at <= Math.min(latest, earliest + reach); at += 1) {
    if (isBlank(text, at - 1) && !isBlank(text, at)) {
      return at;
    }
  }
  return outsidePair(text, Math.max(earliest, latest - reach));
}

function passageEnd(text: string, needed: number, furthest: number): number {
  if (furthest >= text.length) {
    return text.length;
  }
  for (let at = furthest; at >= Math.max(needed, furthest - reach); at -= 1) {
    if (isBlank(text, at) && !isBlank(text, at - 1)) {
      return at;
    }
  }
  return outsidePair(text, Math.max(needed, furthest));
}

/**
 * About `size` characters of a text around `[from, to)`, whole words, beginning with a sentence where one begins
 * near enough, with an ellipsis where the text goes on. Marks of the matches are moved along.
 */
export function cutPassage(
  text: string,
  around: readonly [number, number],
  size: number,
  matches: readonly Match[],
): MarkedText {
  const from = around[0];
  const to = Math.min(around[1], from + size);
  const slack = size - (to - from);
  const fitting = text.length <= size;
  const start = fitting
    ? 0
    : passageStart(text, Math.max(0, Math.min(from - slack / 2, text.length - size) | 0), from);
  const end = fitting ? text.length : passageEnd(text, to, start + size);
  const before = start > 0 ? ellipsis : '';
  const shift = before.length - start;
  const inside = matches.filter((match) => match.start >= start && match.start < end);
  const isSentence = /[.!?\u2026]["'\u2019\u201D)]?$/u.test(text.slice(end - 2, end));
  const after = end === text.length ? '' : isSentence ? ` ${ellipsis}` : ellipsis;
  return {
    text: before + text.slice(start, end) + after,
    marks: joinTouching(
      inside.map((match) => ({ start: match.start + shift, end: Math.min(match.end, end) + shift })),
    ),
  };
}

function withoutFirst({ text, marks }: MarkedText): MarkedText {
  return { text: text.slice(1), marks: marks.map(([start, end]) => [start - 1, end - 1] as const) };
}

/** Both passages as one text, with a blank between them, and one ellipsis where each would have its own. */
export function joinPassages(a: MarkedText, second: MarkedText): MarkedText {
  const joint = ' ';
  const doubled = a.text.endsWith(ellipsis) && second.text.startsWith(ellipsis);
  const b = doubled ? withoutFirst(second) : second;
  const shift = a.text.length + joint.length;
  return {
    text: a.text + joint + b.text,
    marks: [...a.marks, ...b.marks.map(([start, end]) => [start + shift, end + shift] as const)],
  };
}
