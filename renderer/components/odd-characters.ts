/** Characters that cannot be seen, and blanks that are not the ordinary one; carriage returns included. */
const odd =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]/u;

const signs: ReadonlyMap<string, string> = new Map([
  ['\t', '→'],
  ['\r', '␍'],
  ['\u007f', '␡'],
  ['\u00a0', '⍽'],
  ['\u00ad', '¬'],
]);

/** A visible sign for an invisible character: `→` for a tab, `␍` for a carriage return, else `U+200B`. */
export function signOf(character: string): string {
  const sign = signs.get(character);
  if (sign !== undefined) return sign;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Cuts a text so that each odd character stands alone. The pieces joined are the text. */
export function splitOdd(text: string): readonly { readonly text: string; readonly odd: boolean }[] {
  const pieces: { text: string; odd: boolean }[] = [];
  let plain = '';
  for (const character of text) {
    if (!odd.test(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, odd: false });
    pieces.push({ text: character, odd: true });
    plain = '';
  }
  if (plain !== '') pieces.push({ text: plain, odd: false });
  return pieces;
}
