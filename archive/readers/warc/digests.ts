import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';

/** A digest as a record's header gives it: `sha1:3EF4GH5IJ6KL7MN8OPQRSTUV7WXYZ234`. */
export interface StatedDigest {
  /** As Node names it. */
  readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** In lower case hexadecimal digits. */
  readonly value: string;
}

const lengths = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648, 6. */
function fromBase32(text: string): string {
  let bits = '';
  for (const letter of text.toLowerCase()) bits += letters.indexOf(letter).toString(2).padStart(5, '0');
  const bytes = bits.match(/[01]{8}/gu) ?? [];
  return bytes.map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0')).join('');
}

function hexOf(text: string, length: number): string | null {
  const value = text.replace(/=+$/u, '');
  if (value.length === length * 2 && /^[0-9a-f]+$/iu.test(value)) return value.toLowerCase();
  if (value.length === Math.ceil((length * 8) / 5) && /^[a-z2-7]+$/iu.test(value)) return fromBase32(value);
  if (value.length === Math.ceil((length * 8) / 6) && /^[\w+/-]+$/u.test(value)) {
    return Buffer.from(value, 'base64').toString('hex');
  }
  return null;
}

/**
 * Reads a digest (ISO 28500:2017, 5.8: an algorithm, a colon, a value), in Base32, Base16 or Base64; null when it is none
 * of an algorithm we know.
 */
export function readDigest(field: string | null): StatedDigest | null {
  const parts = /^\s*([\w-]{2,10})\s*:\s*(\S{10,200})\s*$/u.exec(field ?? '');
  const name = (parts?.[1] ?? '').toLowerCase().replace('-', '');
  const algorithm = (Object.keys(lengths) as StatedDigest['algorithm'][]).find((each) => each === name);
  if (algorithm === undefined) return null;
  const value = hexOf(parts?.[2] ?? '', lengths[algorithm]);
  return value === null ? null : { algorithm, value };
}

/** Checks bytes that come by against a digest. */
export class DigestCheck {
  readonly stated: StatedDigest | null;
  private readonly hash: Hash | null;

  constructor(stated: StatedDigest | null) {
    this.stated = stated;
    this.hash = stated === null ? null : createHash(stated.algorithm);
  }

  update(bytes: Uint8Array): void {
    this.hash?.update(bytes);
  }

  /** At the end, once: true too when there is nothing to check against. */
  holds(): boolean {
    return this.hash === null || this.hash.digest('hex') === this.stated?.value;
  }
}
