import type { Match } from '../model/search.ts';
import type { KeyedForm } from '../text/name-variants.ts';
import { nameKeys } from '../text/names.ts';
import { withoutPossessive } from '../text/tokens.ts';
import type { TermPieces } from './pieces.ts';
import type { Slot } from './query-plan.ts';
import { formSlots } from './slots.ts';
import type { SlotSource } from './slots.ts';

/** What one clause is to consist of: words that were typed, and other forms of the name they are. */
export interface ClauseParts {
  readonly words: readonly TermPieces[];
  /** Whether the words themselves are wanted, or only the other forms. */
  readonly typed: boolean;
  readonly forms: readonly (readonly Slot[])[];
}

/** Whether every article with this form has all the typed words too, by their own equivalents. */
function isCovered(source: SlotSource, form: KeyedForm, typed: KeyedForm): boolean {
  return typed.every((keys) => {
    const all = [...keys, ...keys.flatMap((key) => source.names?.equivalents(key) ?? [])];
    return form.some((formKeys) => formKeys.some((key) => all.includes(key)));
  });
}

/**
 * Cuts a run of single words into clauses, recognising names as wholes: `Kosovska Mitrovica` is satisfied by
 * `Mitrovica`, when the list says that these are the same. Where any word will do, words stay clauses of their own.
 */
export function clausesOfRun(
  source: SlotSource,
  run: readonly TermPieces[],
  match: Match,
): readonly ClauseParts[] {
  const row = run.map(({ pieces }) => nameKeys(withoutPossessive(pieces[0]?.written ?? '')));
  const clauses: ClauseParts[] = [];
  for (let at = 0; at < run.length;) {
    const name = source.names?.nameAt(row, at) ?? null;
    const length = name?.length ?? 1;
    const typed = row.slice(at, at + length);
    const boost = run[at]?.term.boost ?? 1;
    const forms = (name?.forms ?? [])
      .filter((form) => !isCovered(source, form, typed))
      .map((form) => formSlots(source, form, boost))
      .filter((slots) => slots.length > 0);
    const words = run.slice(at, at + length);
    if (match === 'all' && forms.length > 0) {
      clauses.push({ words, typed: true, forms });
    } else {
      clauses.push(...words.map((word) => ({ words: [word], typed: true, forms: [] })));
      clauses.push(...(forms.length > 0 ? [{ words, typed: false, forms }] : []));
    }
    at += length;
  }
  return clauses;
}
