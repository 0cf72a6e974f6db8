import { words } from '../../text/tokens.ts';
import type { Word } from '../../text/tokens.ts';
import { isUnspacedWord } from '../analysis/scan-words.ts';
import { queryLimits } from './query-reading.ts';
import type { PatternTerm, Span } from './query-tree.ts';

type Piece = PatternTerm['pieces'][number];

/** A word of a query, with the wildcards in it. */
export interface CutWord extends Span {
  /** One piece without a sign is a word; signs never stand alone. */
  readonly pieces: readonly Piece[];
  /** Whether nothing separates it from the one before: they are parts of one unspaced stretch of writing. */
  readonly touches: boolean;
}

export interface Cut {
  readonly words: readonly CutWord[];
  /** No words, but a `*`: it stands for anything. */
  readonly anything: boolean;
}

/** Letters, or a wildcard. Escaped characters are letters. */
type Chunk =
  | { readonly text: string; readonly placeOf: (index: number) => number }
  | { readonly sign: '*' | '?'; readonly at: number };

const literal = /(?:[^*?\\]|\\[^]?)+/uy;

/** Letters as typed, without the backslashes, knowing where each was. */
function literalChunk(typed: string, start: number): Chunk {
  if (!typed.includes('\\')) return { text: typed, placeOf: (index) => start + index };
  const kept: number[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    if (typed[at] === '\\') at += 1;
    if (at < typed.length) kept.push(at);
  }
  const text = kept.map((at) => typed.charAt(at)).join('');
  return { text, placeOf: (index) => start + (kept[index] ?? 0) };
}

function chunksOf(typed: string, start: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < typed.length) {
    const char = typed[at];
    if (char === '*' || char === '?') {
      chunks.push({ sign: char, at: start + at });
      at += 1;
    } else {
      literal.lastIndex = at;
      const text = literal.exec(typed)?.[0] ?? typed.slice(at);
      chunks.push(literalChunk(text, start + at));
      at += text.length;
    }
  }
  return chunks;
}

/** A run of Han or Kana is cut into pairs and its last character. */
interface Cutting extends Word {
  /** Every pair holds two characters, and goes on of itself: a wildcard beside it says nothing. */
  readonly pair: boolean;
  readonly alone: boolean;
}

/** The words of a chunk. The last character of an unspaced run is left out where the pair before it has it. */
function cuttingsOf(text: string): readonly Cutting[] {
  const cuttings: Cutting[] = [];
  const found = words(text);
  let reached = 0;
  for (let index = 0; index < found.length && cuttings.length <= queryLimits.terms; index += 1) {
    const word = found[index];
    if (word === undefined || word.end <= reached) continue;
    reached = word.end;
    const unspaced = isUnspacedWord(word.text);
    const pair = unspaced && (found[index + 1]?.start ?? reached) < reached;
    cuttings.push({ text: word.text, start: word.start, end: word.end, pair, alone: unspaced && !pair });
  }
  return cuttings;
}

/** Any number of signs beside each other mean as much as some `?` and at most one `*`. */
function simplified(pieces: readonly Piece[]): readonly Piece[] {
  const simple: Piece[] = [];
  let open = false;
  const close = () => {
    if (open) simple.push({ sign: '*' });
    open = false;
  };
  for (const piece of pieces) {
    if ('sign' in piece && piece.sign === '*') {
      open = true;
    } else {
      if ('text' in piece) close();
      simple.push(piece);
    }
  }
  close();
  return simple;
}

interface Open {
  pieces: Piece[];
  start: number;
  end: number;
  /** Whether its last letter is a Han or Kana character alone: in the index most of these begin a pair. */
  alone: boolean;
}

/** Puts words and the signs beside them together. */
class Gluer {
  readonly words: CutWord[] = [];
  private open: Open | null = null;

  /** Ends the word that is open: nothing can join it any more. */
  close(): void {
    const { open } = this;
    this.open = null;
    if (open === null || !open.pieces.some((piece) => 'text' in piece)) return;
    if (open.alone) open.pieces.push({ sign: '*' });
    const { start, end, pieces } = open;
    const before = this.words[this.words.length - 1];
    const touches = before !== undefined && start <= before.end;
    this.words.push({ start, end, pieces: simplified(pieces), touches });
  }

  sign(sign: '*' | '?', at: number): void {
    this.open ??= { pieces: [], start: at, end: at, alone: false };
    this.open.pieces.push({ sign });
    this.open.end = at + 1;
    this.open.alone = false;
  }

  word({ text, pair, alone }: Cutting, start: number, end: number): void {
    if (pair || this.open === null) {
      this.close();
      this.open = { pieces: [], start, end, alone };
    }
    this.open.pieces.push({ text });
    this.open.end = end;
    this.open.alone = alone;
    if (pair) this.close();
  }
}

function glueLetters(gluer: Gluer, { text, placeOf }: Extract<Chunk, { text: string }>): void {
  let end = 0;
  for (const cutting of cuttingsOf(text)) {
    if (cutting.start > 0) gluer.close();
    gluer.word(cutting, placeOf(cutting.start), placeOf(cutting.end - 1) + 1);
    end = cutting.end;
  }
  if (end < text.length) gluer.close();
}

/**
 * Cuts a stretch of a query into words as the tokeniser would, with the wildcards `*` and `?` and the escapes in
 * it. Of more words than a query may have, the rest is left out.
 */
export function cutWords(typed: string, span: Span): Cut {
  const gluer = new Gluer();
  let star = false;
  for (const chunk of chunksOf(typed.slice(span.start, span.end), span.start)) {
    if (gluer.words.length > queryLimits.terms) break;
    if ('text' in chunk) {
      glueLetters(gluer, chunk);
    } else {
      star ||= chunk.sign === '*';
      gluer.sign(chunk.sign, chunk.at);
    }
  }
  gluer.close();
  return { words: gluer.words, anything: star && gluer.words.length === 0 };
}

/** A stretch of a query as typed, without the backslashes that escape. */
export function unescaped(typed: string, { start, end }: Span): string {
  return typed.slice(start, end).replace(/\\([^]?)/gu, '$1');
}
