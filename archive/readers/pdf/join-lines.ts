/** Words with a hyphen inside, and all words, of a text: they tell whether a hyphen at the end of a line belongs there. */
export class KnownWords {
  private readonly hyphenated = new Set<string>();
  private readonly plain = new Set<string>();

  /** Learns from a line of print. Its last word may be a part of one. */
  learn(line: string): void {
    const words = line.toLowerCase().match(/\p{L}+(?:[-\u2010]\p{L}+)*/gu) ?? [];
    for (const word of words) {
      if (/[-\u2010]/u.test(word)) this.hyphenated.add(word.replaceAll('\u2010', '-'));
      else this.plain.add(word);
    }
  }

  /** Whether a word of these halves is written with a hyphen. */
  keepsHyphen(first: string, second: string): boolean {
    const whole = `${first}${second}`.toLowerCase();
    return this.hyphenated.has(`${first}-${second}`.toLowerCase()) && !this.plain.has(whole);
  }
}

const hyphenAtEnd = /([\p{L}\p{M}\p{N}]+)[-\u2010]$/u;
/** A dash set close (`1998–`), or an address that goes on. */
const tightEnd = /[\p{L}\p{N}][–—]$|https?:\/\/(?:\S*[/.?&=_-])?$/u;
const wordAtBeginning = /^[\p{L}\p{M}]+/u;

/**
 * Two lines of one paragraph. A hyphen at the end goes away when a small letter follows, unless the same word stands
 * elsewhere with it; before a capital or a figure it stays (`Kosovo-Metohija`, `2007-2008`).
 */
export function joinTwoLines(first: string, second: string, known: KnownWords): string {
  if (first.endsWith('\u00ad')) return first.slice(0, -1) + second;
  const half = hyphenAtEnd.exec(first)?.[1];
  if (half === undefined) return tightEnd.test(first) ? first + second : `${first} ${second}`;
  const rest = wordAtBeginning.exec(second)?.[0] ?? '';
  if (rest === '')
    return /^\p{N}/u.test(second) && /\p{N}$/u.test(half) ? first + second : `${first} ${second}`;
  const isLow = /^\p{Ll}/u.test(rest);
  if (!isLow || /\p{N}$/u.test(half)) return first + second;
  return known.keepsHyphen(half, rest) ? first + second : first.slice(0, -1) + second;
}

/** Whether text ends in the middle of a word. */
export function endsInWord(text: string): boolean {
  return text.endsWith('\u00ad') || hyphenAtEnd.test(text);
}
