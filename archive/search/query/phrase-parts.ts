import { cutWords } from './cut-words.ts';
import type { QueryReading } from './query-reading.ts';
import type { PhrasePlace, Span } from './query-tree.ts';
import { leavesOf } from './term-leaves.ts';
import type { TermFrame } from './term-leaves.ts';

/** Words one after the other. */
export type Sequence = readonly PhrasePlace[];

/** What may stand at one point of a phrase; mostly one sequence of one word. */
export type PhrasePart = readonly Sequence[];

export interface PhraseParts {
  readonly parts: readonly PhrasePart[];
  /** How many lone `*` stand between words: each is a word that may be any. */
  readonly gaps: number;
}

/** A stretch without blanks or brackets, or one bracket. */
const chunkPattern = /[()\uFF08\uFF09]|(?:\\[^]|[^\s()\uFF08\uFF09\\])+/gu;

type Chunk = Span & { readonly text: string };

function chunksOf(text: string, { start, end }: Span): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (const match of text.slice(start, end).matchAll(chunkPattern)) {
    const from = start + match.index;
    chunks.push({ text: match[0], start: from, end: from + match[0].length });
  }
  return chunks;
}

function placesOf(reading: QueryReading, chunk: Span, frame: TermFrame): Sequence | 'gap' {
  if (reading.isFull()) return [];
  const { words, anything } = cutWords(reading.text, chunk);
  if (anything) return 'gap';
  return words.flatMap((cut, index): Sequence => {
    const leaves = leavesOf(reading, cut, frame, index === words.length - 1);
    if ('joined' in leaves) return leaves.joined.map((word) => [word]);
    const place = leaves.alternatives.filter((leaf) => leaf.kind !== 'fuzzy');
    return place.length === 0 ? [] : [place];
  });
}

/** Collects words; `OR` puts the next beside the last, instead of after it. */
class PartCollector {
  readonly parts: PhrasePart[] = [];
  gaps = 0;
  private gapsSinceWord = 0;
  private alternative = false;

  /** Adds a part, unless it is empty. */
  add(part: PhrasePart): void {
    const last = this.parts[this.parts.length - 1];
    if (part.length === 0) return;
    if (this.alternative && last !== undefined) {
      this.parts[this.parts.length - 1] = [...last, ...part];
    } else {
      // A gap before the first word or after the last says nothing.
      if (last !== undefined) this.gaps += this.gapsSinceWord;
      this.parts.push(part);
    }
    this.alternative = false;
    this.gapsSinceWord = 0;
  }

  addWords(places: Sequence | 'gap'): void {
    if (places === 'gap') this.gapsSinceWord += 1;
    else for (const place of places) this.add([[place]]);
  }

  or(): void {
    this.alternative = true;
  }
}

/** The alternatives of a bracket, each a sequence of words: `(united nations OR un)`. */
function bracketPart(reading: QueryReading, chunks: readonly Chunk[], frame: TermFrame): PhrasePart {
  const alternatives: PhrasePlace[][] = [[]];
  for (const chunk of chunks) {
    const places = chunk.text === 'OR' ? 'gap' : placesOf(reading, chunk, frame);
    if (chunk.text === 'OR') alternatives.push([]);
    else if (places !== 'gap') alternatives[alternatives.length - 1]?.push(...places);
  }
  return alternatives.filter((one) => one.length > 0);
}

function isBracket(chunk: Chunk | undefined, signs: string): boolean {
  return chunk?.text.length === 1 && signs.includes(chunk.text);
}

/** Reads what stands between quotation marks: words, wildcards, `OR` and one level of brackets; the rest is punctuation. */
export function phraseParts(reading: QueryReading, inner: Span, frame: TermFrame): PhraseParts {
  const chunks = chunksOf(reading.text, inner);
  const lastClose = chunks.reduce((last, chunk, index) => (isBracket(chunk, ')\uFF09') ? index : last), -1);
  const collector = new PartCollector();
  for (let index = 0; index < chunks.length; index += 1) {
    const chunk = chunks[index];
    if (chunk === undefined) break;
    if (isBracket(chunk, '(\uFF08') && index < lastClose) {
      const from = index + 1;
      while (!isBracket(chunks[index], ')\uFF09')) index += 1;
      const inside = chunks.slice(from, index).filter((one) => !isBracket(one, '(\uFF08'));
      collector.add(bracketPart(reading, inside, frame));
    } else if (isBracket(chunk, '()\uFF08\uFF09')) {
      continue;
    } else if (chunk.text === 'OR' && collector.parts.length > 0 && index + 1 < chunks.length) {
      collector.or();
    } else {
      collector.addWords(placesOf(reading, chunk, frame));
    }
  }
  return { parts: collector.parts, gaps: collector.gaps };
}
