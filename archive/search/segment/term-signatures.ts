import { DamagedSegment } from './damaged-segment.ts';
import type { DictionaryName } from './format.ts';
import type { SegmentInput } from './segment-input.ts';

/** The dictionaries that are searched by patterns. */
export const signedDictionaries: readonly DictionaryName[] = ['forms', 'stems'];

/** The signatures of all terms of a dictionary, by number; see `term-signature.ts`. */
export interface TermSignatures {
  /** With a sign, because numbers above 2^31 are slow ones. */
  readonly letters: Int32Array;
  readonly endings: Int32Array;
  readonly commonness: Uint8Array;
}

/** Reads the signatures of a dictionary with so many terms. Throws `DamagedSegment`. */
export function readSignatures(input: SegmentInput, name: DictionaryName, terms: number): TermSignatures {
  const section = (part: keyof TermSignatures, width: number): Uint8Array => {
    const [, length] = input.place(`${name}.${part}`);
    if (length !== terms * width)
      throw new DamagedSegment('a dictionary has not as many signatures as terms');
    return input.section(`${name}.${part}`);
  };
  return {
    letters: new Int32Array(section('letters', 4).buffer, 0, terms),
    endings: new Int32Array(section('endings', 4).buffer, 0, terms),
    commonness: section('commonness', 1),
  };
}
