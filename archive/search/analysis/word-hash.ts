const digit = /^\p{N}/u;

/** Spreads the bits of a 32-bit number, so that numbers that are near come to lie far apart (the finaliser of MurmurHash3). */
export function spread(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/**
 * A word's plain spelling as a 32-bit number (FNV-1a over its code units, spread), signed. The lowest bit says whether it
 * begins with a digit: `isNumberHash`.
 */
export function wordHash(folded: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  return (spread(hash) & ~1) | (digit.test(folded) ? 1 : 0);
}

/** Whether the hash is that of a number, or of a word that begins with one. */
export function isNumberHash(hash: number): boolean {
  return (hash & 1) === 1;
}
