import { words } from '../text/tokens.ts';
import type { ParsedTerm } from './query-parser.ts';
import type { Slot } from './query-plan.ts';
import { fuzzySlot, wildcardSlot, wordSlot } from './slots.ts';
import type { SlotSource } from './slots.ts';
import { beginsStopWord } from './stop-words.ts';

/** One word of a term: `S/2007/168` has three. */
export interface Piece {
  readonly written: string;
  readonly kind: 'word' | 'wildcard' | 'fuzzy';
  readonly slot: Slot;
  /** A word without terms of its own, because it is too common. */
  readonly common: boolean;
  /** Still being typed, and perhaps on the way to a common word. */
  readonly maybeCommon: boolean;
}

/** A term with its words; none for signs and emoji. */
export interface TermPieces {
  readonly term: ParsedTerm;
  readonly pieces: readonly Piece[];
}

/** Letters, marks, numbers, what may stand within a word, and stars. */
const chunkPattern = /[\p{L}\p{N}\p{M}\u00AD\u200C\u200D\u2060\uFEFF'\u2019\u2018\u02BC\uFF07*]+/gu;

function wordPiece(source: SlotSource, written: string, boost: number, unfinished: boolean): Piece {
  const { analysis } = source.index;
  return {
    written,
    kind: 'word',
    slot: wordSlot(source, written, boost, unfinished),
    common: analysis.termsOf(written).length === 0,
    maybeCommon: unfinished && source.names !== null && analysis.spellings(written).some(beginsStopWord),
  };
}

function plainPieces(source: SlotSource, text: string, term: ParsedTerm, typing: boolean): readonly Piece[] {
  const bare = term.presence === 'optional' && !term.fielded && term.boost === 1;
  return words(text).map((word) => {
    const unfinished = typing && bare && term.last && word.end === text.length;
    return wordPiece(source, word.text, term.boost, unfinished);
  });
}

function fuzzyPieces(source: SlotSource, term: ParsedTerm): readonly Piece[] {
  return words(term.term).map(({ text }) => ({
    written: text,
    kind: 'fuzzy',
    slot: fuzzySlot(source, text, term.distance, term.boost),
    common: false,
    maybeCommon: false,
  }));
}

function wildcardPieces(source: SlotSource, term: ParsedTerm): readonly Piece[] {
  return (term.term.match(chunkPattern) ?? []).flatMap((chunk): readonly Piece[] => {
    if (!chunk.includes('*')) {
      return plainPieces(source, chunk, term, false);
    }
    const slot = wildcardSlot(source, chunk, term.boost);
    return [{ written: chunk, kind: 'wildcard', slot, common: false, maybeCommon: false }];
  });
}

/** Cuts a term into words and finds the terms of the index for each. */
export function piecesOf(source: SlotSource, term: ParsedTerm, typing: boolean): TermPieces {
  if (term.hasWildcard) {
    return { term, pieces: wildcardPieces(source, term) };
  }
  const pieces = term.distance > 0 ? fuzzyPieces(source, term) : plainPieces(source, term.term, term, typing);
  return { term, pieces };
}
