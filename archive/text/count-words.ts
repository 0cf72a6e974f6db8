/** What a code unit is to a count of words: 0 not looked at yet, else one of these. */
const blank = 1;
const letter = 2;
const other = 3;

/** Of every code unit of the basic plane, filled as they are met: a regular expression for each would cost more than all the rest. */
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = /\s/u.test(character) ? blank : /[\p{L}\p{N}]/u.test(character) ? letter : other;
  kinds[unit] = kind;
  return kind;
}

/** How many words a text has: runs without blanks that hold a letter or digit. */
export function countWords(text: string): number {
  let count = 0;
  let counted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit] || kindOf(unit);
    if (kind === blank) counted = false;
    else if (!counted && (kind === letter || isAstralLetter(text, at, unit))) {
      counted = true;
      count += 1;
    }
  }
  return count;
}

/** Letters beyond the basic plane are two code units, none of which is a letter by itself. */
function isAstralLetter(text: string, at: number, unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00 && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}
