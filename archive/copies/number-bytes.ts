import { DamagedRow } from '../library/columns.ts';
import type { Row } from '../library/sqlite.ts';

/** 32-bit numbers as bytes, in the order of the machine: every one that the application runs on has the lowest first. */
export function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** A column of such bytes. Throws `DamagedRow` when it holds something else. */
export function numbersOf(row: Row, column: string): Uint32Array {
  const value = row[column];
  if (!(value instanceof Uint8Array) || value.length % 4 !== 0) {
    throw new DamagedRow(`Column ${column} holds no numbers.`);
  }
  const aligned = value.byteOffset % 4 === 0 ? value : value.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

/** An article's id, 32 hexadecimal digits, as its 16 bytes. */
export function idBytes(id: string): Uint8Array {
  return Uint8Array.from(Buffer.from(id, 'hex'));
}

/** The id that a column holds as bytes. */
export function idOf(row: Row, column: string): string {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new DamagedRow(`Column ${column} holds no id.`);
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex');
}
