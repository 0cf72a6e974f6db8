import { oneOf } from './query-nodes.ts';
import { phraseParts } from './phrase-parts.ts';
import type { PhrasePart, Sequence } from './phrase-parts.ts';
import type { QueryReading } from './query-reading.ts';
import type { QuoteToken } from './query-token.ts';
import type { PhrasePlace, QueryNode } from './query-tree.ts';
import type { TermFrame } from './term-leaves.ts';

/** `~N` or `~>N` behind the phrase. */
export interface Slop {
  readonly words: number;
  readonly ordered: boolean;
}

/** Alternatives of several words multiply: `"(a b OR c) (d e OR f)"` is four phrases. */
const mostPhrases = 16;
const mostPlaces = 256;

/** One place for the alternatives that are one word; the others stay as they are. */
function merged(part: PhrasePart): PhrasePart {
  const places: PhrasePlace[] = [];
  const longer: Sequence[] = [];
  for (const sequence of part) {
    const [place] = sequence;
    if (sequence.length === 1 && place !== undefined) places.push(place);
    else longer.push(sequence);
  }
  return places.length === 0 ? longer : [[places.flat()], ...longer];
}

/** Every phrase that takes one alternative at each part; null when these would be too many. */
function expanded(parts: readonly PhrasePart[]): readonly Sequence[] | null {
  const choices = parts.map(merged);
  const count = choices.reduce((product, part) => Math.min(product * part.length, mostPhrases + 1), 1);
  const places = choices.reduce((sum, part) => sum + Math.max(...part.map((one) => one.length)), 0);
  if (count > mostPhrases || (count > 1 && count * places > mostPlaces)) return null;
  return choices.reduce<Sequence[]>(
    (phrases, part) => phrases.flatMap((phrase) => part.map((sequence) => [...phrase, ...sequence])),
    [[]],
  );
}

/**
 * The node of what stands between quotation marks: a phrase, or several where alternatives have several words. Null when
 * there is no word. A lone `*` between words is a word that may be any, so that the phrase may be one word wider.
 */
export function quotedTerm(
  reading: QueryReading,
  quote: QuoteToken,
  frame: TermFrame,
  slop: Slop | null,
): QueryNode | null {
  const { parts, gaps } = phraseParts(reading, quote.inner, { ...frame, boost: 1, distance: 0 });
  if (parts.length === 0) return null;
  let sequences = expanded(parts);
  if (sequences === null) {
    const detail = 'a phrase has too many alternatives';
    reading.report({ code: 'unreadable', detail }, quote.start);
    sequences = [parts.flatMap((part) => part.flat())];
  }
  const { fields, boost } = frame;
  const { start, end } = quote;
  return oneOf(
    sequences.map((places) => {
      const wide = places.length > 1 ? gaps + (slop?.words ?? 0) : 0;
      const ordered = wide === 0 || (slop?.ordered ?? true);
      return { kind: 'phrase', start, end, fields, boost, places, slop: wide, ordered };
    }),
  );
}
