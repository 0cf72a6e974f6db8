import { sketchSize } from './text-sketch.ts';
import type { TextPrint, TextSketch } from './text-sketch.ts';

/** How much two texts have in common, each from 0 to 1 (Broder's resemblance and containment). */
export interface Likeness {
  /** The shingles that both have, of all that either has. */
  readonly resemblance: number;
  /** The shingles that both have, of those of the text that has fewer. */
  readonly containment: number;
}

/** How many numbers two ascending lists have in common. */
function shared(a: Uint32Array, b: Uint32Array): number {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    if (left < right) i += 1;
    else if (right < left) j += 1;
    else {
      count += 1;
      i += 1;
      j += 1;
    }
  }
  return count;
}

function share(count: number, of: number): number {
  return of === 0 ? 1 : count / of;
}

/** How alike two texts are, exactly. */
export function likenessOf({ shingles: a }: TextPrint, { shingles: b }: TextPrint): Likeness {
  const both = shared(a, b);
  return {
    resemblance: share(both, a.length + b.length - both),
    containment: share(both, Math.min(a.length, b.length)),
  };
}

/** Those of the text that has fewer that the other has too, of all of them; and how many it lacks. */
function common(a: Uint32Array, b: Uint32Array): { readonly part: number; readonly missing: number } {
  const both = shared(a, b);
  const fewer = Math.min(a.length, b.length);
  return { part: share(both, fewer), missing: fewer - both };
}

/**
 * Whether one text is a copy of the other: printed elsewhere, corrected, updated, cut. The bounds are measured (decision
 * record 10). Half of the shingles are the same, or the shorter one is nearly all in the longer one; and words and numbers
 * are the same, because a form that was filled in for another town has the shingles of a copy, but not its names and figures.
 */
export function isCopy(a: TextPrint, b: TextPrint, { resemblance, containment }: Likeness): boolean {
  if (resemblance < 0.5 && (containment < 0.8 || resemblance < 0.3)) return false;
  if (common(a.words, b.words).part < (resemblance >= 0.7 ? 0.9 : 0.95)) return false;
  const numbers = common(a.numbers, b.numbers);
  // A correction may be just that of a figure.
  return numbers.part >= 0.8 || (numbers.missing === 1 && resemblance >= 0.8);
}

/** Whether two texts of one address are versions of one article, and not what stood there on two days. */
export function isVersion({ resemblance, containment }: Likeness): boolean {
  return resemblance >= 0.3 || containment >= 0.6;
}

type Sketch = Pick<TextSketch, 'words' | 'smallest'>;

/**
 * The likeness of two texts guessed from their sketches: of the smallest shingles of both together, how many both have.
 * Within 0.06 of the resemblance in two of three cases.
 */
export function guessedLikeness(a: Sketch, b: Sketch): Likeness {
  const [left, right] = [a.smallest, b.smallest];
  let [i, j, both, all] = [0, 0, 0, 0];
  while (all < sketchSize && (i < left.length || j < right.length)) {
    // A list that was cut says nothing of what lies beyond its end.
    if ((i === left.length && i === sketchSize) || (j === right.length && j === sketchSize)) break;
    if (i < left.length && j < right.length && left[i] === right[j]) {
      both += 1;
      i += 1;
      j += 1;
    } else if (j === right.length || (i < left.length && left[i]! < right[j]!)) i += 1;
    else j += 1;
    all += 1;
  }
  const resemblance = share(both, all);
  const together = (resemblance * (a.words + b.words)) / (1 + resemblance);
  return { resemblance, containment: Math.min(1, together / Math.max(1, Math.min(a.words, b.words))) };
}

/** Whether it is worth reading two texts to see whether one is a copy: a guess is far too low for few that are. */
export function mayBeCopy({ resemblance, containment }: Likeness): boolean {
  return resemblance >= 0.4 || (containment >= 0.6 && resemblance >= 0.16);
}
