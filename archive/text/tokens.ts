import { apostrophes, scanWords } from '../search/analysis/scan-words.ts';

export { apostrophes };

/** A word of a text, where it stands in it. */
export interface Word {
  /** Exactly as written. */
  readonly text: string;
  /** `[start, end)` in UTF-16 code units of the text that was cut, whatever its normalisation. */
  readonly start: number;
  readonly end: number;
}

/** The words of a text in order, as `scanWords` cuts them. */
export function words(text: string): readonly Word[] {
  const found: Word[] = [];
  scanWords(text, (start, end) => {
    found.push({ text: text.slice(start, end), start, end });
  });
  return found;
}

const possessive = new RegExp(`[${apostrophes}]s?$`, 'iu');

/** The word without an English possessive: `Kosovo's` and `Serbs'` give `Kosovo` and `Serbs`. */
export function withoutPossessive(word: string): string {
  const bare = word.replace(possessive, '');
  return bare === '' ? word : bare;
}
