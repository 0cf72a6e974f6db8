import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** The unit of a tar file, in bytes. */
export const blockSize = 512;

/** A header block (POSIX.1-1988 `ustar`, GNU tar, and the tar of Version 7 before them). */
export interface TarHeader {
  readonly name: string;
  /** Of what follows it, in bytes. */
  readonly size: number;
  /** The type flag: `0` a file, `5` a folder, `x` a pax header; NUL, as old programs write, is `0`. */
  readonly type: string;
}

/** A field's bytes up to its NUL. Names are UTF-8 today; before it they were in the encoding of the system. */
export function tarText(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  const text = end === -1 ? bytes : bytes.subarray(0, end);
  return isUtf8(text) ? text.toString('utf8') : iconv.decode(text, 'windows-1252');
}

/** Octal digits, or GNU's base 256 where the first bit is set; null for anything else, and what is too large. */
function numberIn(field: Buffer): number | null {
  if (((field[0] ?? 0) & 0x80) !== 0) {
    if (field[0] !== 0x80) return null;
    let value = 0;
    for (const byte of field.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = /^[ \0]*(?<octal>[0-7]*)[ \0]*$/u.exec(field.toString('latin1'))?.groups?.['octal'];
  return digits === undefined ? null : parseInt(digits === '' ? '0' : digits, 8);
}

/** The sum of all bytes with the sum's own field as blanks; old programs on some systems summed signed bytes. */
function sumMatches(block: Buffer): boolean {
  const given = numberIn(block.subarray(148, 156));
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < blockSize; at += 1) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    unsigned += byte;
    signed += byte < 128 ? byte : byte - 256;
  }
  return given !== null && (given === unsigned || given === signed);
}

/** Whether a block is nothing but zeros: two of them end an archive. */
export function isZeroBlock(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}

/** Reads a block as a header; null when it is none. */
export function readTarHeader(bytes: Uint8Array): TarHeader | null {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (block.length < blockSize || block[0] === 0 || !sumMatches(block)) return null;
  const size = numberIn(block.subarray(124, 136));
  if (size === null) return null;
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? tarText(block.subarray(345, 500)) : '';
  const own = tarText(block.subarray(0, 100));
  const flag = String.fromCharCode(block[156] ?? 0);
  return { name: prefix === '' ? own : `${prefix}/${own}`, size, type: flag === '\0' ? '0' : flag };
}
