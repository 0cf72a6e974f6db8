import { stemSign, writtenSign } from './analysis.ts';
import type { KeyedForm, NameVariants } from '../text/name-variants.ts';
import { closenessBoosts } from './query-plan.ts';
import type { Atom, Closeness, Slot } from './query-plan.ts';
import type { TermIndex } from './term-index.ts';

/** What slots are made from. Names are null when spelling is exact. */
export interface SlotSource {
  readonly index: TermIndex;
  readonly names: NameVariants | null;
}

/** Below this length, all words that share a stem with a completion begin with the prefix themselves. */
const shortestPrefixWithStems = 3;

/** A word in most of the articles still counts for something. */
const leastRarity = 0.3;

function isWhole(how: Closeness): boolean {
  return how !== 'stem' && how !== 'written';
}

/** Collects atoms; of several ways to the same term the closest counts. */
class AtomCollector {
  readonly #atoms = new Map<string, Atom>();
  readonly #index: TermIndex;
  readonly #factor: number;

  constructor(index: TermIndex, factor: number) {
    this.#index = index;
    this.#factor = factor;
  }

  add(term: string, how: Closeness, share = 1): void {
    const boost = closenessBoosts[how] * share * this.#factor;
    const known = this.#atoms.get(term);
    if (known === undefined || known.boost < boost) {
      this.#atoms.set(term, { term, how, boost });
    }
  }

  addTerms(terms: readonly string[], how: Closeness): void {
    for (const term of terms) {
      if (term.startsWith(stemSign)) {
        this.add(term, 'stem', how === 'variant' ? closenessBoosts.variant : 1);
      } else {
        this.add(term, term.startsWith(writtenSign) ? 'written' : how);
      }
    }
  }

  /**
   * Words that stand for the same word are as rare as the commonest of them: otherwise whoever types `Kosovo` would
   * find first what has the rare `Kosovës`, and a letter being typed would bring up the oddest words that begin so.
   */
  slot(): Slot {
    const atoms = [...this.#atoms.values()].filter(({ term }) => this.#index.holds(term));
    if (atoms.every(({ how }) => how !== 'variant' && how !== 'pattern')) {
      return atoms;
    }
    const rarities = atoms.map(({ term, how }) => (isWhole(how) ? this.#index.rarity(term) : Infinity));
    const rarity = Math.max(leastRarity, Math.min(...rarities));
    return atoms.map((atom, place) => {
      const own = rarities[place] ?? Infinity;
      return own === Infinity ? atom : { ...atom, boost: (atom.boost * rarity) / Math.max(leastRarity, own) };
    });
  }
}

function addVariants(collector: AtomCollector, { index, names }: SlotSource, keys: readonly string[]): void {
  for (const key of keys) {
    for (const other of names?.equivalents(key) ?? []) {
      collector.addTerms(index.analysis.termsOf(other), 'variant');
    }
  }
}

function plainWords(terms: readonly string[]): readonly string[] {
  return terms.filter((term) => !term.startsWith(stemSign) && !term.startsWith(writtenSign));
}

/**
 * Whatever a word that begins so would match once it is finished: the words themselves, those that share a stem with
 * them, and other forms of names. So no article is lost between the first letter and the last.
 */
function addCompletions(collector: AtomCollector, { index, names }: SlotSource, prefix: string): void {
  for (const word of index.wordsWithPrefix(prefix)) {
    collector.add(word, 'pattern');
    if (prefix.length >= shortestPrefixWithStems && names !== null) {
      for (const term of index.analysis.termsOf(word)) {
        collector.add(term, 'pattern', 0.5);
      }
    }
  }
  for (const key of names?.startingWith(prefix) ?? []) {
    for (const other of names?.equivalents(key) ?? []) {
      for (const term of index.analysis.termsOf(other)) {
        collector.add(term, 'pattern', 0.5);
      }
    }
  }
}

/** The slot of one plain word; empty for a common word that is not being typed. */
export function wordSlot(source: SlotSource, written: string, boost: number, unfinished: boolean): Slot {
  const collector = new AtomCollector(source.index, boost);
  const terms = source.index.analysis.termsOf(written);
  collector.addTerms(terms, 'word');
  addVariants(collector, source, plainWords(terms));
  if (unfinished) {
    for (const prefix of source.index.analysis.spellings(written)) {
      addCompletions(collector, source, prefix);
    }
  }
  return collector.slot();
}

/** The slots of another form of a name, without its common words. */
export function formSlots(source: SlotSource, form: KeyedForm, boost: number): readonly Slot[] {
  const slots = form.map((keys) => {
    const collector = new AtomCollector(source.index, boost);
    for (const key of keys) {
      collector.addTerms(source.index.analysis.termsOf(key), 'variant');
    }
    addVariants(collector, source, keys);
    return collector.slot();
  });
  return slots.filter((slot) => slot !== null && slot.length > 0);
}

/** The most spellings of one pattern that are tried: each `đ` in it doubles them. */
const mostSpellings = 16;

/** The slot of a word with `*`: each piece between stars is folded by itself. */
export function wildcardSlot({ index }: SlotSource, pattern: string, boost: number): Slot {
  if (/^\*+$/u.test(pattern)) {
    return null;
  }
  let patterns: readonly string[] = [''];
  pattern.split('*').forEach((piece, place) => {
    const spelled = index.analysis.spellings(piece);
    const pieces = spelled.length === 0 ? [''] : spelled;
    const joint = place === 0 ? '' : '*';
    patterns = patterns.flatMap((start) => pieces.map((end) => start + joint + end)).slice(0, mostSpellings);
  });
  const collector = new AtomCollector(index, boost);
  for (const word of patterns.flatMap((one) => index.wordsLike(one))) {
    collector.add(word, 'pattern');
  }
  return collector.slot();
}

/** The slot of a fuzzy word: those near it, and the word itself above them. */
export function fuzzySlot({ index }: SlotSource, written: string, distance: number, boost: number): Slot {
  const collector = new AtomCollector(index, boost);
  for (const spelling of index.analysis.spellings(written)) {
    collector.add(spelling, 'word');
    for (const word of index.wordsNear(spelling, distance)) {
      collector.add(word, 'pattern');
    }
  }
  return collector.slot();
}
