/** What RTF is made of (Rich Text Format Specification 1.9.1, "RTF syntax"). */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** A control word or symbol, with its number when it has one. */
  | { readonly kind: 'control'; readonly word: string; readonly value: number | null }
  /** Bytes of text: as they stand, or `\'xx`. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly isHex: boolean };

const [backslash, opening, closing, quote, space] = [0x5c, 0x7b, 0x7d, 0x27, 0x20];
const longestWord = 32;

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

function readWord(bytes: Uint8Array, from: number): { readonly token: RtfToken; readonly next: number } {
  let at = from;
  // Letter by letter: a view of the bytes for each of a million words takes longer than all the rest.
  let word = '';
  for (; isLetter(bytes[at]) && at - from < longestWord; at += 1) word += String.fromCharCode(bytes[at]!);
  const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1]);
  if (isNegative) at += 1;
  const digits = at;
  while (isDigit(bytes[at]) && at - digits < 10) at += 1;
  const number = at === digits ? null : Number(String.fromCharCode(...bytes.subarray(digits, at)));
  const value = number === null ? null : isNegative ? -number : number;
  // One blank after a control word belongs to it.
  if (bytes[at] === space) at += 1;
  return { token: { kind: 'control', word, value }, next: at };
}

function readHex(bytes: Uint8Array, from: number): number | null {
  const value = Number.parseInt(String.fromCharCode(bytes[from] ?? 0, bytes[from + 1] ?? 0), 16);
  return Number.isNaN(value) ? null : value;
}

const isPlain = (byte: number | undefined): boolean =>
  byte !== undefined &&
  byte !== backslash &&
  byte !== opening &&
  byte !== closing &&
  byte !== 0x0d &&
  byte !== 0x0a;

/** The tokens of an RTF file. Bytes after `\bin` are passed over; line ends mean nothing. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at];
    if (byte === opening || byte === closing) {
      yield { kind: byte === opening ? 'open' : 'close' };
      at += 1;
    } else if (byte !== backslash) {
      const start = at;
      while (isPlain(bytes[at])) at += 1;
      if (at > start) yield { kind: 'bytes', bytes: bytes.subarray(start, at), isHex: false };
      else at += 1;
    } else if (bytes[at + 1] === quote) {
      const value = readHex(bytes, at + 2);
      if (value !== null) yield { kind: 'bytes', bytes: Uint8Array.of(value), isHex: true };
      at += 4;
    } else if (isLetter(bytes[at + 1])) {
      const { token, next } = readWord(bytes, at + 1);
      yield token;
      at = token.kind === 'control' && token.word === 'bin' ? next + Math.max(0, token.value ?? 0) : next;
    } else {
      const escaped = bytes[at + 1] ?? 0;
      const symbol = String.fromCharCode(escaped);
      // A brace or backslash may be the second byte of a character.
      if (/[{}\\]/u.test(symbol)) yield { kind: 'bytes', bytes: Uint8Array.of(escaped), isHex: true };
      // A line end that is escaped ends a paragraph.
      else yield { kind: 'control', word: /[\r\n]/u.test(symbol) ? 'par' : symbol, value: null };
      at += 2;
    }
  }
}
