import { caseFold, foldings } from '../../text/fold.ts';
import { endingOf, letterBits, letterMask, lettersOf } from '../segment/term-signature.ts';
import type { PatternTerm } from '../query/query-tree.ts';

const star = 256;
const one = 257;

/** A pattern with `*` and `?` over the UTF-8 bytes of plain spellings. */
export interface CompiledPattern {
  /** The letters before the first sign. */
  readonly prefix: string;
  /** Whether it is `prefix*` and nothing more. */
  readonly isPrefix: boolean;
  /** Bytes, and 256 for any letters, 257 for any one letter. */
  readonly codes: Int16Array;
  /** The letters that a term must have, and how many it must have at least: a signature. */
  readonly needs: number;
  /** How a term's last four bytes must be, in the bits of the mask. */
  readonly ending: number;
  readonly endingMask: number;
}

/** Of one pattern so many spellings are tried: each `đ` in it doubles them. */
const mostSpellings = 16;

/** Signs are marked by a NUL before them, which no text has. */
function compile(pieces: readonly string[]): CompiledPattern {
  const codes: number[] = [];
  const utf8 = new TextEncoder();
  for (const piece of pieces) {
    if (piece === '\u0000*') {
      if (codes.at(-1) !== star) codes.push(star);
    } else if (piece === '\u0000?') codes.push(one);
    else codes.push(...utf8.encode(piece));
  }
  const first = pieces.findIndex((piece) => piece.startsWith('\u0000'));
  const prefix = pieces.slice(0, first).join('');
  const isPrefix = codes.at(-1) === star && codes.filter((code) => code > 255).length === 1;
  return { prefix, isPrefix, codes: Int16Array.from(codes), ...signatureOf(pieces) };
}

/** What the signature of a term must have to fit. */
function signatureOf(pieces: readonly string[]): Pick<CompiledPattern, 'needs' | 'ending' | 'endingMask'> {
  const utf8 = new TextEncoder();
  const isSign = (piece: string) => piece.startsWith('\u0000');
  // A sign for one letter counts like any letter; its own letters must not.
  const letters = utf8.encode(pieces.filter((piece) => !isSign(piece)).join(''));
  const ones = pieces.filter((piece) => piece === '\u0000?').length;
  const own = lettersOf(letters, letters.length);
  const needs = (own & letterMask) | (Math.min(31, (own >>> letterBits) + ones) << letterBits);
  const lastSign = pieces.reduce((last, piece, index) => (isSign(piece) ? index : last), -1);
  const tail = utf8.encode(pieces.slice(lastSign + 1).join(''));
  const length = Math.min(4, tail.length);
  const endingMask = length === 0 ? 0 : (-1 << (32 - 8 * length)) >>> 0;
  return { needs: needs >>> 0, ending: endingOf(tail, tail.length), endingMask };
}

/** The spellings of a pattern, each piece between its signs folded by itself (or, spelt exactly, only case folded). */
export function compilePattern({ pieces }: PatternTerm, exactSpelling: boolean): readonly CompiledPattern[] {
  let all: readonly (readonly string[])[] = [[]];
  for (const piece of pieces) {
    const plain = 'sign' in piece ? [`\u0000${piece.sign}`] : spellingsOf(piece.text, exactSpelling);
    all = all.flatMap((start) => plain.map((next) => [...start, next])).slice(0, mostSpellings);
  }
  return all.map(compile);
}

function spellingsOf(text: string, exactSpelling: boolean): readonly string[] {
  const folded = caseFold(text.normalize('NFC'));
  if (exactSpelling) return [folded];
  const plain = foldings(folded);
  return plain.length === 0 ? [''] : plain;
}

/** Whether the letters after the last sign of the pattern are the last ones: it tells most words at the first look. */
function endsLike(codes: Int16Array, bytes: Uint8Array, from: number, end: number): boolean {
  let last = end - 1;
  for (let place = codes.length - 1; place >= 0 && codes[place]! < star; place -= 1) {
    if (last < from || bytes[last] !== codes[place]) return false;
    last -= 1;
  }
  return true;
}

/** Whether the bytes `[from, end)` fit; linear but for one step back, so that no pattern can make it slow. */
export function fits(codes: Int16Array, bytes: Uint8Array, from: number, end: number): boolean {
  if (!endsLike(codes, bytes, from, end)) return false;
  let at = from;
  let place = 0;
  let starAt = -1;
  let resume = from;
  while (at < end) {
    const code = place < codes.length ? codes[place]! : -1;
    if (code === star) {
      starAt = place;
      resume = at;
      place += 1;
    } else if (code === bytes[at] || code === one) {
      at = code === one ? afterLetter(bytes, at, end) : at + 1;
      place += 1;
    } else if (starAt >= 0) {
      resume = afterLetter(bytes, resume, end);
      at = resume;
      place = starAt + 1;
    } else {
      return false;
    }
  }
  while (place < codes.length && codes[place] === star) place += 1;
  return place === codes.length;
}

/** The byte after the UTF-8 character at `at`. */
function afterLetter(bytes: Uint8Array, at: number, end: number): number {
  let next = at + 1;
  while (next < end && (bytes[next]! & 0xc0) === 0x80) next += 1;
  return next;
}
