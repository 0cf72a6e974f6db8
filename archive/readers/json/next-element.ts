import type { FieldMap } from '../../model/field-map.ts';
import { isSurelyArticle } from '../records/record-draft.ts';
import { parseJson } from './parse-json.ts';

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];

/** In bytes that may be looked at again in one file: a broken one must not be read over and over. */
const budget = 200_000_000;

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function endOfObject(bytes: Buffer, from: number): number | null {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) {
      at += 1;
      while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
    } else if (byte === openObject || byte === openList) depth += 1;
    else if (byte === closeObject || byte === closeList) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return null;
}

/** Whether `}`, `,` stand before a brace and `"` behind it, as between two elements of a list. */
function isBetween(bytes: Buffer, brace: number): boolean {
  let at = brace - 1;
  while (isBlank(bytes[at])) at -= 1;
  if (bytes[at] !== comma) return false;
  at -= 1;
  while (isBlank(bytes[at])) at -= 1;
  if (bytes[at] !== closeObject) return false;
  at = brace + 1;
  while (isBlank(bytes[at])) at += 1;
  return bytes[at] === quote;
}

/** Finds, behind an element whose quotation marks or brackets do not match, the next one that is surely an article. */
export class NextElement {
  private spent = 0;
  private readonly map: FieldMap | null;

  constructor(map: FieldMap | null) {
    this.map = map;
  }

  /** Where it begins in these bytes, after their first; null when there is none, or it was asked too often. */
  find(bytes: Buffer): number | null {
    this.spent += bytes.length;
    for (let at = bytes.indexOf(openObject, 1); at !== -1; at = bytes.indexOf(openObject, at + 1)) {
      if (this.spent > budget) return null;
      if (!isBetween(bytes, at)) continue;
      const end = endOfObject(bytes, at);
      this.spent += (end ?? bytes.length) - at;
      if (end === null) continue;
      const parsed = parseJson(bytes.subarray(at, end));
      if (!(parsed instanceof Error) && isSurelyArticle(parsed, this.map)) return at;
    }
    return null;
  }
}
