/** What stands between the articles of one text: a line of signs, a form feed, a line that counts the documents. */
export interface Separator {
  /** Equal for lines that separate the same: the signs of a rule, or the kind. */
  readonly key: string;
  /** Whether it says itself that a document begins, so that its parts need no further evidence. */
  readonly counts: boolean;
}

/** In bytes. */
const longestLine = 200;

const ruleLine = /^([=\-*_#~+])(?:\s?\1){2,199}$/u;
const document =
  'documents?|articles?|items?|stor(?:y|ies)|records?|texts?|dokument(?:i|a)?|artik(?:al|el|li|ull)|članak|чланак|документ|texte?|article';
/** `Document 1 of 20`, `Dokument 3`, `2 of 20 DOCUMENTS`, `[4/20]`. */
const countLine = new RegExp(
  `^\\W{0,10}(?:(?:${document})\\s+(?:no\\.?\\s*)?\\d{1,6}(?:\\s*(?:of|von|od|од|nga|de|sur|/)\\s*\\d{1,6})?|\\d{1,6}\\s*(?:of|von|od|од|nga|/)\\s*\\d{1,6}(?:\\s+(?:${document}))?)\\W{0,10}$`,
  'iu',
);

const counted: Separator = { key: 'counted', counts: true };
const formFeed: Separator = { key: 'form feed', counts: true };
/** What a line that separates can begin with, so that others are not looked at. */
const beginning = /^[\f=\-*_#~+\d[(\p{L}]/u;

/** What a line separates, when it is of a kind that can. The line is without its end. */
export function separatorOf(line: string): Separator | null {
  if (line.length > longestLine || !beginning.test(line)) return null;
  const plain = line.trim();
  if (line.startsWith('\f')) return plain === '' ? formFeed : separatorOf(plain);
  const sign = ruleLine.exec(plain)?.[1];
  if (sign !== undefined) return { key: plain, counts: false };
  return countLine.test(plain) ? counted : null;
}
