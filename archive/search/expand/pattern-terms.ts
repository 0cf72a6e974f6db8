import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import type { TermDictionary } from '../segment/term-dictionary.ts';
import { fits } from './compiled-pattern.ts';
import type { CompiledPattern } from './compiled-pattern.ts';
import { fittingSignatures } from './signature-filter.ts';

const utf8 = new TextEncoder();

/** The first bytes after all that begin so; null when there are none. */
function after(lead: Uint8Array): Uint8Array | null {
  const next = lead.slice();
  if (next.length === 0) return null;
  // No byte of UTF-8 is the largest one.
  next[next.length - 1]! += 1;
  return next;
}

/** The numbers of the terms of a dictionary of forms or stems that may fit a pattern by their signatures, ascending. */
function mayFit(dictionary: TermDictionary, cursor: DictionaryCursor, pattern: CompiledPattern): Uint32Array {
  const lead = utf8.encode(pattern.prefix);
  const end = after(lead);
  const to = end !== null && cursor.seek(end) ? cursor.ordinal : dictionary.terms;
  const from = lead.length === 0 ? 0 : cursor.seek(lead) ? cursor.ordinal : dictionary.terms;
  return fittingSignatures(dictionary.signatures, pattern, from, to);
}

/** Calls back with the terms that fit, in their order, until it says false. */
export function eachFitting(
  dictionary: TermDictionary,
  pattern: CompiledPattern,
  found: (cursor: DictionaryCursor) => boolean,
): void {
  if (dictionary.terms === 0) return;
  const cursor = new DictionaryCursor(dictionary);
  for (const number of mayFit(dictionary, cursor, pattern)) {
    cursor.seekOrdinal(number);
    if (fits(pattern.codes, cursor.key, 0, cursor.foldedLength) && !found(cursor)) return;
  }
}

/** Numbers by the commonness of their terms, the commonest first; those of one commonness ascending. */
function byCommonness(numbers: Uint32Array, commonness: Uint8Array): readonly Uint32Array[] {
  const counts = new Uint32Array(256);
  for (const number of numbers) counts[commonness[number]!]! += 1;
  const groups = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  for (const number of numbers) {
    const own = commonness[number]!;
    groups[own]![counts[own]!] = number;
    counts[own]! += 1;
  }
  return groups.reverse();
}

/**
 * The numbers of the commonest `limit` terms that fit, ascending, and whether others fit. Rare terms are not even read when
 * there are enough of the common ones.
 */
export function commonestFitting(
  dictionary: TermDictionary,
  pattern: CompiledPattern,
  limit: number,
): { readonly numbers: readonly number[]; readonly cut: boolean } {
  if (dictionary.terms === 0) return { numbers: [], cut: false };
  const cursor = new DictionaryCursor(dictionary);
  const kept: { readonly number: number; readonly documents: number }[] = [];
  let cut = false;
  for (const group of byCommonness(mayFit(dictionary, cursor, pattern), dictionary.signatures.commonness)) {
    for (const number of group) {
      cursor.seekOrdinal(number);
      if (!fits(pattern.codes, cursor.key, 0, cursor.foldedLength)) continue;
      kept.push({ number, documents: cursor.read().documents });
    }
    cut = kept.length > limit;
    if (cut) break;
  }
  kept.sort((a, b) => b.documents - a.documents || a.number - b.number);
  const numbers = kept.slice(0, limit).map(({ number }) => number);
  return { numbers: numbers.sort((a, b) => a - b), cut };
}
