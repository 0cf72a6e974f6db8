import type { Row } from './sqlite.ts';

/** A row that our own code cannot have written: the library was changed from outside. */
export class DamagedRow extends Error {}

/** A column that holds text. Throws `DamagedRow` otherwise. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new DamagedRow(`Column ${column} holds no text.`);
  return value;
}

/** A column that holds text or nothing. */
export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** A column that holds a whole number. */
export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new DamagedRow(`Column ${column} holds no number.`);
  }
  return value;
}

/** A column of JSON that we wrote ourselves, of the type that was written. */
export function json<T>(row: Row, column: string): T {
  try {
    return JSON.parse(text(row, column)) as T;
  } catch (error) {
    throw new DamagedRow(`Column ${column} holds no JSON.`, { cause: error });
  }
}
