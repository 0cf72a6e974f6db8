/*
 * The length of a document in one byte: its words on a logarithmic scale, eight steps an octave (an error of at most
 * 4.5 %). Statistics are made from these bytes, never from the exact lengths, so that sums are the same however
 * documents are spread over segments.
 */

const stepsPerOctave = 8;

/** The byte for a number of words. */
export function normOf(words: number): number {
  return Math.min(255, Math.round(stepsPerOctave * Math.log2(words + 1)));
}

/** The number of words, a whole number, that each byte stands for. */
export const wordsOfNorm: Float64Array = Float64Array.from({ length: 256 }, (_, norm) =>
  Math.round(2 ** (norm / stepsPerOctave) - 1),
);
