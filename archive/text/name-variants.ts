import { nameKeys } from './names.ts';
import type { NameForm, NameList } from './names.ts';

/** A form of a name as plain spellings: one entry a word, each with the keys it is known by. */
export type KeyedForm = readonly (readonly string[])[];

/** The equivalences that a list of names states, by plain spelling (see `nameKeys`). */
export interface NameVariants {
  /** Other words that mean the same as this one wherever it stands: `taci` for `thaci`. Without the word itself. */
  equivalents(key: string): readonly string[];
  /** The words of the list that begin so, the prefix itself included when it is one. */
  startingWith(prefix: string): readonly string[];
  /**
   * The longest name that begins at `at` in a row of words: how many words it takes, and all its forms. Null when none
   * does. Names of one word are found too, when they have forms of several.
   */
  nameAt(
    row: KeyedForm,
    at: number,
  ): { readonly length: number; readonly forms: readonly KeyedForm[] } | null;
}

/** Words further apart than this share of their length are translations, not spellings, of each other. */
const furthestSpelling = 0.4;

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function areSpellings(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  return longest <= 64 && editDistance(a, b) <= furthestSpelling * longest;
}

/** Classes of words that are equal, joined as lines of the list say so. */
class WordClasses {
  readonly #classOf = new Map<string, Set<string>>();

  join(keys: readonly string[]): void {
    const all = new Set(keys);
    for (const key of keys) {
      for (const member of this.#classOf.get(key) ?? []) {
        all.add(member);
      }
    }
    for (const key of all) {
      this.#classOf.set(key, all);
    }
  }

  others(key: string): readonly string[] {
    return [...(this.#classOf.get(key) ?? [])].filter((member) => member !== key);
  }

  has(key: string): boolean {
    return this.#classOf.has(key);
  }

  keys(): IterableIterator<string> {
    return this.#classOf.keys();
  }
}

/**
 * The units that stand in the same place of a name: first with first (given names), last with last (surnames, and
 * forms of one unit, which stand for the surname), those between with those of forms of the same length.
 */
function columns(forms: readonly NameForm[]): readonly (readonly (readonly string[])[])[] {
  const byPlace = new Map<string, (readonly string[])[]>();
  for (const { units } of forms) {
    units.forEach((unit, index) => {
      const last = index === units.length - 1;
      const place = last ? 'last' : index === 0 ? 'first' : `${String(units.length)}:${String(index)}`;
      byPlace.set(place, [...(byPlace.get(place) ?? []), unit]);
    });
  }
  return [...byPlace.values()];
}

function joinSpellings(classes: WordClasses, column: readonly (readonly string[])[]): void {
  for (const [index, unit] of column.entries()) {
    for (const other of column.slice(index + 1)) {
      if (other.length !== unit.length) {
        continue;
      }
      unit.forEach((word, place) => {
        const a = nameKeys(word);
        const b = nameKeys(other[place] ?? '');
        if (a.some((keyA) => b.some((keyB) => areSpellings(keyA, keyB)))) {
          classes.join([...a, ...b]);
        }
      });
    }
  }
}

function keyed(form: NameForm): KeyedForm {
  return form.units.flat().map(nameKeys);
}

function startsAt(form: KeyedForm, row: KeyedForm, at: number): boolean {
  return form.every((keys, index) => (row[at + index] ?? []).some((key) => keys.includes(key)));
}

/**
 * Makes the equivalences of a list. Words of a name are made equal one by one only where they are spellings of each
 * other, or where the line consists of single words: from `United Nations | UN` follows nothing for `nations` alone,
 * and from `Muhammad Ali | Cassius Clay` nothing for `Clay`. The whole names are equal in every case.
 */
export function createNameVariants(list: NameList): NameVariants {
  const classes = new WordClasses();
  const byFirstKey = new Map<string, { form: KeyedForm; forms: readonly KeyedForm[] }[]>();
  for (const forms of list.names) {
    const keyedForms = forms.map(keyed).filter((form) => form.every((keys) => keys.length > 0));
    const single = keyedForms.filter((form) => form.length === 1);
    if (single.length > 0) {
      classes.join(single.flat(2));
    }
    for (const column of columns(forms)) {
      joinSpellings(classes, column);
    }
    if (single.length === keyedForms.length) {
      continue;
    }
    for (const form of keyedForms) {
      for (const key of form[0] ?? []) {
        byFirstKey.set(key, [...(byFirstKey.get(key) ?? []), { form, forms: keyedForms }]);
      }
    }
  }
  return {
    equivalents: (key) => classes.others(key),
    startingWith: (prefix) => [...classes.keys()].filter((key) => key.startsWith(prefix)),
    nameAt: (row, at) => {
      const candidates = (row[at] ?? []).flatMap((key) => byFirstKey.get(key) ?? []);
      const fitting = candidates.filter(({ form }) => startsAt(form, row, at));
      const length = Math.max(0, ...fitting.map(({ form }) => form.length));
      const longest = fitting.filter(({ form }) => form.length === length);
      return length === 0 ? null : { length, forms: longest.flatMap(({ forms }) => forms) };
    },
  };
}
