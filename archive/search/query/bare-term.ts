import { cutWords } from './cut-words.ts';
import type { CutWord } from './cut-words.ts';
import { allOf, oneOf, spanOf } from './query-nodes.ts';
import type { QueryReading } from './query-reading.ts';
import type { PhrasePlace, PhraseTerm, QueryNode, Span } from './query-tree.ts';
import { leavesOf } from './term-leaves.ts';
import type { TermFrame } from './term-leaves.ts';

/** Words that touch each other, as in a script without blanks, grouped. */
function stretches(cuts: readonly CutWord[]): readonly (readonly CutWord[])[] {
  const groups: CutWord[][] = [];
  for (const cut of cuts) {
    const group = groups[groups.length - 1];
    if (cut.touches && group !== undefined) group.push(cut);
    else groups.push([cut]);
  }
  return groups;
}

function phraseOf(reading: QueryReading, cuts: readonly CutWord[], frame: TermFrame): PhraseTerm | null {
  const places = cuts.flatMap((cut): readonly PhrasePlace[] => {
    const leaves = leavesOf(reading, cut, { ...frame, boost: 1, distance: 0 }, false);
    const found = 'joined' in leaves ? leaves.joined : leaves.alternatives;
    const place = found.filter((leaf) => leaf.kind !== 'fuzzy');
    return place.length === 0 ? [] : [place];
  });
  if (places.length === 0) return null;
  const { fields, boost } = frame;
  return { kind: 'phrase', ...spanOf(cuts), fields, boost, places, slop: 0, ordered: true };
}

/** Where the part of a run with this word begins, behind a hyphen: lunr gives `~` and `^` to the last alone. */
function partOf(text: string, { start }: Span, word: CutWord): number {
  for (let at = word.start - 1; at > start; at -= 1) {
    if (text[at] === '-' && text[at - 1] !== '\\') return at;
  }
  return start;
}

/**
 * The node of a bare word. Words joined within it, by hyphens or other signs, are all wanted; those of an unspaced
 * script one after the other. Null when it is only punctuation.
 */
export function bareTerm(reading: QueryReading, run: Span, frame: TermFrame): QueryNode | null {
  const { text } = reading;
  const { words, anything } = cutWords(text, run);
  const { fields, boost } = frame;
  if (anything) {
    return reading.takeTerm(run.start)
      ? { kind: 'exists', start: run.start, end: run.end, fields, boost }
      : null;
  }
  const last = words[words.length - 1];
  const modified =
    last === undefined || (boost === 1 && frame.distance === 0) ? run.start : partOf(text, run, last);
  const groups = stretches(words);
  const nodes = groups.flatMap((group, index): readonly QueryNode[] => {
    const [cut] = group;
    if (cut === undefined) return [];
    const own = cut.start >= modified ? frame : { ...frame, boost: 1, distance: 0 };
    if (group.length > 1) {
      const phrase = phraseOf(reading, group, own);
      return phrase === null ? [] : [phrase];
    }
    const leaves = leavesOf(reading, cut, own, index === groups.length - 1);
    if ('joined' in leaves) return leaves.joined;
    const node = oneOf(leaves.alternatives);
    return node === null ? [] : [node];
  });
  return allOf(nodes, true);
}
