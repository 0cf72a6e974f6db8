import { fieldNames, nearestFieldName } from './field-names.ts';
import { replaced } from './query-reading.ts';
import type { QueryReading } from './query-reading.ts';
import type { RunToken } from './query-token.ts';

/** Schemes of addresses that no `//` follows. */
const schemes = new Set(['mailto', 'urn', 'doi', 'tel', 'data', 'about', 'news', 'isbn', 'issn']);

/** A name that a field could have; times and numbers have none. */
const name = /^\p{L}[\p{L}\p{M}_]{0,31}$/u;

/** What a value begins with; not the backslash of `C:\` or the bracket of a smile. */
const value = /^[\p{L}\p{N}"\u201C\u201E\u00AB(*+[-]/u;

/** Whether it is an address, `https://…`: the `?` and `*` in it are no wildcards. */
export function isAddress({ text }: QueryReading, { colon }: RunToken): boolean {
  return colon !== null && text.startsWith('//', colon + 1);
}

/**
 * Notes a word that looks like `field:value` with a field that is none. A time, a number, an address and a word before a
 * colon and a blank are only what they are; the last may be a field that was mistyped.
 */
export function noteUnknownField(reading: QueryReading, run: RunToken): void {
  const { text } = reading;
  const { start, end, colon } = run;
  if (colon === null || !reading.hasRoom() || isAddress(reading, run)) return;
  const field = text.slice(start, colon);
  if (!name.test(field) || schemes.has(field.toLowerCase())) return;
  const near = nearestFieldName(field);
  const glued = value.test(text.slice(colon + 1, colon + 3));
  if (!glued && near === null) return;
  reading.report({ code: 'unknown-field', field, fields: fieldNames }, start, () => {
    if (near !== null) return replaced(text, { start, end: colon }, near);
    return end > colon + 1 ? replaced(text, { start, end }, `"${text.slice(start, end)}"`) : null;
  });
}
