import type { NewOriginal } from '../library/recorder.ts';

/** A kept part of an original, by the name that the original gives it. */
export interface KeptPart {
  readonly name: string;
  readonly original: NewOriginal;
}
