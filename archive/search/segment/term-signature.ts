/*
 * What is known of a term without reading it, so that a walk through a dictionary for a pattern or for near words looks at
 * few terms (signature files; Faloutsos 1985). All of it is about the term's beginning up to a NUL.
 */

/** So many bits say which letters a term has; the bits above say how many. */
export const letterBits = 27;
export const letterMask = (1 << letterBits) - 1;
/** Longer terms are taken to be this long. */
const longestCounted = 31;

const letterA = 0x61;

/** The bit of a character. */
function bitOf(codePoint: number): number {
  const place = codePoint - letterA;
  return 1 << (place >= 0 && place < 26 ? place : codePoint % letterBits);
}

/** The letters of the UTF-8 bytes `[0, end)` as bits 0 to 26, how many characters they are as bits 27 to 31. */
export function lettersOf(bytes: Uint8Array, end: number): number {
  let letters = 0;
  let length = 0;
  for (let at = 0; at < end; length += 1) {
    const lead = bytes[at]!;
    at += 1;
    if (lead < 0x80) {
      letters |= bitOf(lead);
      continue;
    }
    let codePoint = lead >= 0xf0 ? lead & 0x07 : lead >= 0xe0 ? lead & 0x0f : lead & 0x1f;
    for (; at < end && (bytes[at]! & 0xc0) === 0x80; at += 1)
      codePoint = (codePoint << 6) | (bytes[at]! & 0x3f);
    letters |= bitOf(codePoint);
  }
  return (letters | (Math.min(length, longestCounted) << letterBits)) >>> 0;
}

/** The last four of the bytes `[0, end)`, the very last one highest; 0 where there are fewer. */
export function endingOf(bytes: Uint8Array, end: number): number {
  let ending = 0;
  for (let back = 1; back <= 4 && back <= end; back += 1) ending |= bytes[end - back]! << (32 - 8 * back);
  return ending >>> 0;
}

/** The number of documents as one byte: the more the larger, about 9 % from one to the next. */
export function commonnessOf(documents: number): number {
  return Math.min(255, Math.floor(8 * Math.log2(documents + 1)));
}

/** Where a term's plain spelling or stem ends: before its first NUL. */
export function plainEnd(key: Uint8Array): number {
  const end = key.indexOf(0);
  return end < 0 ? key.length : end;
}
