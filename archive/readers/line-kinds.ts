/** How many words a text has: runs without blanks that hold a letter or digit. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const closing = `["'”’»“)\\]]*$`;
const fullStop = new RegExp(`(?:[.…;]|\\.{2,})${closing}`, 'u');
const strongEnd = new RegExp(`[?!]${closing}`, 'u');
const colon = /:$/u;
const initials = /(?:^|[\s.])\p{Lu}\.$/u;

/** Ends like a sentence; an abbreviation made of initials (`U.N.`) does not. */
export function endsSentence(text: string): boolean {
  return (fullStop.test(text) && !initials.test(text)) || strongEnd.test(text);
}

/**
 * Running text rather than a headline, a caption or a crosshead: it ends like a sentence and is long enough to be
 * one, or is longer than any of the others would be.
 */
export function isProse(text: string): boolean {
  const words = wordCount(text);
  if (fullStop.test(text) && !initials.test(text)) return words >= 4;
  if (strongEnd.test(text)) return words >= 14;
  if (colon.test(text)) return words >= 6;
  return words > 28 || (words > 0 && text.length > 220);
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

/** The address when the text is nothing else, checked as a URL; else null. */
export function asUrl(text: string): string | null {
  const match = url.exec(text.trim());
  const printed = match?.[1];
  return printed !== undefined && URL.canParse(printed) ? printed : null;
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
