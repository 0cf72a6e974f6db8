import { nameKeys } from '../../text/names.ts';
import type { KeyedForm, NameVariants } from '../../text/name-variants.ts';
import { withoutPossessive } from '../../text/tokens.ts';
import type { PhrasePlace, PhraseTerm, WordTerm } from '../query/query-tree.ts';

/** Other forms of names make so many further phrases at most. */
const mostVariants = 8;

function placesOf(form: KeyedForm, typed: WordTerm): readonly PhrasePlace[] {
  return form.map((keys) => keys.map((text) => ({ ...typed, text, unfinished: false })));
}

/**
 * The phrase with other forms of the names in it that have another number of words: "United Nations talks" is also "UN talks".
 * Forms of a single word each are other spellings of that word, and need no phrase of their own.
 */
export function phraseVariants(phrase: PhraseTerm, names: NameVariants | null): readonly PhraseTerm[] {
  const words = phrase.places.map(([term, ...others]) =>
    term?.kind === 'word' && !term.unfinished && others.length === 0 ? term : null,
  );
  if (names === null || phrase.slop > 0 || words.includes(null)) return [];
  const row = words.map((word) => nameKeys(withoutPossessive(word?.text ?? '')));
  const variants: PhraseTerm[] = [];
  words.forEach((word, at) => {
    const name = names.nameAt(row, at);
    if (name === null || word === null) return;
    for (const form of name.forms) {
      const same =
        form.length === name.length && form.every((keys, place) => sameWord(names, keys, row[at + place]!));
      if (same || variants.length >= mostVariants) continue;
      const { places } = phrase;
      const changed = [...places.slice(0, at), ...placesOf(form, word), ...places.slice(at + name.length)];
      variants.push({ ...phrase, places: changed });
    }
  });
  return variants;
}

/** Whether a word of a form is what was typed or one of its spellings. */
function sameWord(names: NameVariants, keys: readonly string[], typed: readonly string[]): boolean {
  const all = [...typed, ...typed.flatMap((key) => names.equivalents(key))];
  return keys.some((key) => all.includes(key));
}
