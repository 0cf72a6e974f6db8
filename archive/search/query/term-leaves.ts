import type { SearchField } from '../../model/search.ts';
import type { CutWord } from './cut-words.ts';
import type { QueryReading } from './query-reading.ts';
import type { FuzzyTerm, PatternTerm, WordTerm } from './query-tree.ts';

/** What was typed around a term. */
export interface TermFrame {
  readonly fields: readonly SearchField[] | null;
  readonly boost: number;
  /** Edits, from `~N`; 0 for none. */
  readonly distance: number;
  /** It is excluded: an unfinished word would exclude too much. */
  readonly negated: boolean;
}

/** More than two edits make a different word. */
const mostEdits = 2;
const longestFuzzyWord = 32;

/** A word with more wildcards than this is no word that anybody looks for, and costs the more to look up. */
const mostSigns = 32;

type WordLeaf = WordTerm | PatternTerm | FuzzyTerm;

function plainWord(
  { text, typing }: QueryReading,
  word: string,
  { start, end }: { readonly start: number; readonly end: number },
  { fields, boost, negated }: TermFrame,
): WordTerm {
  const unfinished = typing && !negated && end === text.length;
  return { kind: 'word', start, end, fields, boost, text: word, unfinished };
}

/** What can be looked up without the wildcards: each stretch of letters is a word. */
function withoutSigns(reading: QueryReading, cut: CutWord, frame: TermFrame): readonly WordTerm[] {
  return cut.pieces.flatMap((piece): readonly WordTerm[] =>
    'text' in piece && reading.takeTerm(cut.start)
      ? [{ ...plainWord(reading, piece.text, cut, frame), unfinished: false }]
      : [],
  );
}

/** Whether it is a word before one question mark or more, which may be meant as such. */
function asksAtEnd({ pieces: [first, ...rest] }: CutWord): string | null {
  const asks = rest.length > 0 && rest.every((piece) => 'sign' in piece && piece.sign === '?');
  return first !== undefined && 'text' in first && asks ? first.text : null;
}

/**
 * The terms of one word of a query. `alternatives` may each stand in its place; `joined` are all wanted. Usually there is one
 * alternative. There is none when there were too many terms before.
 */
export function leavesOf(
  reading: QueryReading,
  cut: CutWord,
  frame: TermFrame,
  last: boolean,
): { readonly alternatives: readonly WordLeaf[] } | { readonly joined: readonly WordTerm[] } {
  const { start, end, pieces } = cut;
  const { fields, boost } = frame;
  const [first] = pieces;
  if (!reading.takeTerm(start)) return { alternatives: [] };
  if (first !== undefined && 'text' in first && pieces.length === 1) {
    const distance = first.text.length > longestFuzzyWord ? 0 : Math.min(frame.distance, mostEdits);
    const fuzzy = distance > 0 && reading.takePattern(start);
    return {
      alternatives: [
        fuzzy
          ? { kind: 'fuzzy', start, end, fields, boost, text: first.text, distance }
          : plainWord(reading, first.text, cut, frame),
      ],
    };
  }
  const asked = last ? asksAtEnd(cut) : null;
  const word = asked === null ? [] : [{ ...plainWord(reading, asked, cut, frame), unfinished: false }];
  if (pieces.length > mostSigns || !reading.takePattern(start)) {
    return word.length > 0 ? { alternatives: word } : { joined: withoutSigns(reading, cut, frame) };
  }
  return { alternatives: [...word, { kind: 'pattern', start, end, fields, boost, pieces }] };
}
