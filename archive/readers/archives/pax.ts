/** What the records of a pax extended header (POSIX.1-2001, pax, “pax Extended Header”) say of the next file. */
export interface PaxRecords {
  readonly path: string | null;
  readonly size: number | null;
  /** GNU tar's sparse files come with records of this kind. */
  readonly isSparse: boolean;
}

export const noRecords: PaxRecords = { path: null, size: null, isSparse: false };

const space = 0x20;
const mostDigits = 10;

/** Reads records of the form `<length> <key>=<value>\n`; null when one is not of it. An empty value takes back the key. */
export function readPax(bytes: Buffer, before: PaxRecords): PaxRecords | null {
  let { path, size, isSparse } = before;
  for (let at = 0; at < bytes.length && bytes[at] !== 0;) {
    const blank = bytes.subarray(at, at + mostDigits).indexOf(space);
    const length = blank <= 0 ? 0 : Number(bytes.toString('latin1', at, at + blank));
    if (!Number.isInteger(length) || length <= blank + 2 || at + length > bytes.length) return null;
    const record = bytes.toString('utf8', at + blank + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (equals === -1) return null;
    const [key, value] = [record.slice(0, equals), record.slice(equals + 1)];
    if (key === 'path') path = value === '' ? null : value;
    else if (key === 'size') size = /^\d{1,15}$/u.test(value) ? Number(value) : null;
    else if (key.startsWith('GNU.sparse.')) isSparse = true;
    at += length;
  }
  return { path, size, isSparse };
}
