import { nameKeys } from '../../text/names.ts';
import type { KeyedForm, NameVariants } from '../../text/name-variants.ts';
import { withoutPossessive } from '../../text/tokens.ts';
import type { WordTerm } from '../query/query-tree.ts';

/** Words beside each other of which a list of names says that they are one, and its other forms. */
export interface NamedWords {
  readonly words: readonly WordTerm[];
  /** Other forms of the name that the words themselves do not find anyway. Empty where the words are no name. */
  readonly forms: readonly KeyedForm[];
}

/** Whether every document with this form has all the typed words too, by their own equivalents. */
function isCovered(names: NameVariants, form: KeyedForm, typed: KeyedForm): boolean {
  return typed.every((keys) => {
    const all = [...keys, ...keys.flatMap((key) => names.equivalents(key))];
    return form.some((formKeys) => formKeys.some((key) => all.includes(key)));
  });
}

/** Cuts a run of words into names and single words. */
export function namedWords(names: NameVariants | null, run: readonly WordTerm[]): readonly NamedWords[] {
  const row = run.map(({ text }) => nameKeys(withoutPossessive(text)));
  const found: NamedWords[] = [];
  for (let at = 0; at < run.length;) {
    const name = names?.nameAt(row, at) ?? null;
    const length = name?.length ?? 1;
    const typed = row.slice(at, at + length);
    const forms = (name?.forms ?? []).filter((form) => names !== null && !isCovered(names, form, typed));
    found.push({ words: run.slice(at, at + length), forms });
    at += length;
  }
  return found;
}
