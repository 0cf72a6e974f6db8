import { countWords } from '../text/count-words.ts';
import { remembered } from '../text/remembered.ts';

/** How many words a text has: runs without blanks that hold a letter or digit. */
export function wordCount(text: string): number {
  return countWords(text);
}

const closing = `["'”’»“)\\]]*$`;
const fullStop = new RegExp(`(?:[.…;]|\\.{2,})${closing}`, 'u');
const strongEnd = new RegExp(`[?!]${closing}`, 'u');
const colon = /:$/u;
const initials = /(?:\p{Lu}\.){2,}$/u;
const longestHeadline = 24;

/** Ends with a full stop that is not only that of an abbreviation: a headline may end with `U.N.` */
function endsSentence(text: string, words: number): boolean {
  return fullStop.test(text) && !(initials.test(text) && words <= 12);
}

/**
 * Running text rather than a headline, a caption or a crosshead: it ends like a sentence and is long enough to be
 * one, or is longer than any of the others would be.
 */
export const isProse = remembered((text: string): boolean => {
  const words = wordCount(text);
  if (endsSentence(text, words)) return words >= 4;
  if (strongEnd.test(text)) return words >= 14;
  if (colon.test(text)) return words >= 6;
  return words > 28 || (words > 0 && text.length > 220);
});

/** Running text inside an article, where questions and exclamations are sentences more often than headings. */
export function isParagraph(text: string): boolean {
  if (isProse(text)) return true;
  const end = strongEnd.exec(text)?.[0] ?? '';
  return end !== '' && wordCount(text) >= (end.startsWith('!') ? 6 : 9);
}

/** A headline may be a question, an exclamation or a quotation, and then ends like a sentence. */
export function endsLikeHeadline(text: string): boolean {
  return wordCount(text) <= longestHeadline && /[?!]["”’»“)\]]*$|[.…]["”’»“]$/u.test(text);
}

/** No small letter, and enough capitals to be meant: `RELATED INTERNET LINKS`. */
export function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
}

const small =
  /^(?:a|an|and|at|by|de|der|des|die|du|e|et|for|from|i|in|la|le|les|of|on|the|to|und|v|von|vs|и|у|të|dhe)$/iu;

/** Every word begins with a capital or digit, small link words apart. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const first = words[0];
  if (first === undefined || !/^[^\p{L}]*\p{Lu}/u.test(first)) return false;
  return words.every((word) => small.test(word) || !/^[^\p{L}\p{N}]*\p{Ll}/u.test(word));
}

const url = /^<?(https?:\/\/[^\s<>"']+?)[>.,;)]*$/iu;

function parses(address: string): boolean {
  try {
    return new URL(address).host !== '';
  } catch (error) {
    // URL.canParse is newer than the oldest Node we run on.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The address when the text is nothing else, checked as a URL; else null. */
export function asUrl(text: string): string | null {
  const printed = url.exec(text.trim())?.[1];
  return printed !== undefined && parses(printed) ? printed : null;
}

const acronyms = new Set('AP AFP UPI EU UN US UK NPR ITN CNN AIM OBN'.split(' '));
const linkWords = new Set('OF AND IN THE FOR ON AT'.split(' '));

function titleWord(word: string, first: boolean): string {
  const letters = word.replace(/[^\p{L}\p{N}]/gu, '');
  const isAcronym = acronyms.has(letters) || /\p{N}/u.test(letters) || !/[AEIOUYАЕИОУЁЫËÖÜ]/u.test(letters);
  if (letters.length <= 4 && isAcronym) return word;
  if (!first && linkWords.has(letters)) return word.toLowerCase();
  return word.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (part) => part.slice(0, 1) + part.slice(1).toLowerCase());
}

/** A name printed in capitals as it is written otherwise (`BBC NEWS` is `BBC News`), so that one source has one name. */
export function withoutCapitals(name: string): string {
  if (!isCapitals(name)) return name;
  return name
    .split(' ')
    .map((word, at) => titleWord(word, at === 0))
    .join(' ');
}
