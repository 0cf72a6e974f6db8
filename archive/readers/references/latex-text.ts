/** LaTeX's commands for accents, as the combining characters of Unicode. */
const accents: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  v: '\u030c',
  c: '\u0327',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
};

const letters: Readonly<Record<string, string>> = {
  dj: 'đ',
  DJ: 'Đ',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'i',
  j: 'j',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  ldots: '…',
  dots: '…',
  textbackslash: '\\',
  textasciitilde: '~',
  quotedblbase: '„',
  guillemotleft: '«',
  guillemotright: '»',
};

const accent =
  /\\(?:(['`^"~=.])\s*|([vcuHkrdb])(?=\s*\{|\s+|\\))\s*(?:\{\s*(?:\\([ij])\b\s*|(\p{L}))\s*\}|\\([ij])\b\s*|(\p{L}))/gu;
const letter = /\\([A-Za-z]{1,20})(?:\s*\{\}|\s+|(?![A-Za-z]))/gu;
/** `{\dj}` is how `\dj` ends where a letter follows. */
const braced = /\{\\([A-Za-z]{1,20})\}/gu;
const styles =
  /\\(?:emph|textit|textbf|textsc|texttt|textrm|textsf|underline|mbox|url|href|uppercase|enquote)\b\s*/gu;

/** Text of LaTeX as BibTeX holds it: accents and letters by a small table, braces and commands of style taken off. */
export function latexText(text: string): string {
  if (!/[\\{}~$]|--|``|''/u.test(text)) return text;
  return text
    .replace(accent, (_all, sign?: string, name?: string, ...rest: (string | undefined)[]) => {
      const base = rest.slice(0, 4).find((part) => part !== undefined) ?? '';
      return (base + (accents[sign ?? name ?? ''] ?? '')).normalize('NFC');
    })
    .replace(braced, (all, name: string) => letters[name] ?? all)
    .replace(styles, '')
    .replace(/\\([&%$#_{}])/gu, (_all, sign: string) => (sign === '{' || sign === '}' ? '' : sign))
    .replace(/\\[,;:! ]/gu, ' ')
    .replace(letter, (_all, name: string) => letters[name] ?? ' ')
    .replace(/---/gu, '—')
    .replace(/--/gu, '–')
    .replace(/``/gu, '“')
    .replace(/''/gu, '”')
    .replace(/[{}]/gu, '')
    .replace(/~/gu, ' ');
}
