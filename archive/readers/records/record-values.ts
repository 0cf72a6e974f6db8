/** Control characters, and halves of surrogate pairs that `\ud83d` alone leaves: rare, so they are looked for first. */
const suspicious = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]/;
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const loneSurrogates = /\p{Cs}/gu;

/** Text that can be kept and shown: control characters as blanks, what is no character as U+FFFD. */
function clean(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(controls, ' ').replace(loneSurrogates, '\ufffd');
}

/** Where services put the words of an object: the name of a source or an author, the rendered title, XML made JSON. */
const wordKeys = [
  'name',
  'title',
  'main',
  'original',
  'rendered',
  'text',
  'value',
  'content',
  '#text',
  '_',
  '$t',
];

/** In elements; the longest list that is read as one text. */
const longestList = 100_000;

/**
 * A value of JSON as text: a string, a number, the words of an object (the `name` of a source or author, what is
 * `rendered`), and a list of these joined by commas. Anything else is no text: ``.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    return value
      .slice(0, longestList)
      .filter((item) => !Array.isArray(item))
      .map(textOf)
      .filter((text) => text.trim() !== '')
      .join(', ');
  }
  if (typeof value !== 'object' || value === null) return '';
  for (const key of wordKeys) {
    const words = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof words === 'string' && words !== '') return clean(words);
  }
  return '';
}

/** Most paragraphs are as they should be, and to look is five times quicker than to replace. */
const untidy = /\s\s|[^\S ]|^\s|\s$/;

/** Runs of blanks and line ends become one blank, and none stays at the ends. */
export function onOneLine(text: string): string {
  return untidy.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}
