/** Accents that old type-setting prints as signs of their own, before the letter they stand on, and what they are. */
const accents: Readonly<Record<string, string>> = {
  '\u00b4': '\u0301',
  '\u02ca': '\u0301',
  '\u02cb': '\u0300',
  '\u02c6': '\u0302',
  '\u02dc': '\u0303',
  '\u00a8': '\u0308',
  '\u02c7': '\u030c',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u02da': '\u030a',
  '\u02dd': '\u030b',
  '\u00b8': '\u0327',
  '\u02db': '\u0328',
};

const apart = /([\u00b4\u00a8\u00b8\u02c6\u02c7\u02ca\u02cb\u02d8-\u02dd])[ \u00a0]?(\p{L})/gu;
/** `Croatia´s`: typed for an apostrophe. */
const possessive = /^s(?!\p{L})/u;

function composed(sign: string, letter: string): string | null {
  const base = letter === '\u0131' ? 'i' : letter;
  const whole = (base + (accents[sign] ?? '')).normalize('NFC');
  return [...whole].length === 1 ? whole : null;
}

function withAccents(text: string): string {
  return text.replace(apart, (printed: string, sign: string, letter: string, at: number) => {
    const rest = text.slice(at + printed.length - letter.length);
    if (sign === '\u00b4' && possessive.test(rest)) return printed;
    return composed(sign, letter) ?? printed;
  });
}

/** A combining mark that stands before its letter, as some files store it. */
const markFirst = /(^|[\s\p{P}])([\u0300-\u0328])(\p{L})/gu;
/** Fonts for signs put bullets and dashes where Unicode has private characters. */
const privateBullets = /[\uf0b7\uf0a7\uf0a8\uf0d8\uf06e]/gu;
const noText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe]/gu;

/**
 * The words of a line as they are written: letters with their accents in one character, white space collapsed, signs without
 * meaning left out. A soft hyphen stays, for who joins lines.
 */
export function neatText(text: string): string {
  return withAccents(text)
    .replace(markFirst, '$1$3$2')
    .replace(privateBullets, '•')
    .replace(noText, '')
    .replace(/\u00ad(?=.)/gu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .normalize('NFC')
    .trim();
}
