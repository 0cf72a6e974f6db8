import type { Mark } from '../../model/search.ts';
import { scanWords } from '../analysis/scan-words.ts';
import type { WordForm } from '../analysis/word-forms.ts';
import type { PlanNode } from '../execute/plan.ts';
import { scoredLeaves } from '../execute/scoring.ts';
import type { TextPart } from '../index-document.ts';
import { formsOf, wantedPhrase, wantedWord } from './wanted-words.ts';
import type { WantedPhrase, WantedWord } from './wanted-words.ts';

/** A word of a text that the query asked for. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Which words of the query it answers, as numbers. */
  readonly answers: readonly number[];
}

/** Finds the words of a query in any text, by the same terms that found the article. */
export interface Matcher {
  matches(part: TextPart): readonly Match[];
  marks(part: TextPart): readonly Mark[];
}

/** Words that touch or overlap (characters of unspaced scripts) are marked as one. */
export function joinTouching(
  matches: readonly { readonly start: number; readonly end: number }[],
): readonly Mark[] {
  const marks: [number, number][] = [];
  for (const { start, end } of matches) {
    const before = marks.at(-1);
    if (before !== undefined && before[1] >= start) before[1] = Math.max(before[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

interface ScannedWord {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly WordForm[];
}

function scan(text: string): readonly ScannedWord[] {
  const words: ScannedWord[] = [];
  scanWords(text, (start, end) => words.push({ start, end, forms: formsOf(text.slice(start, end)) }));
  return words;
}

/** For each place of the text the places of the phrase that its word may take. */
function placesOf(
  phrase: WantedPhrase,
  words: readonly ScannedWord[],
  { field }: TextPart,
  stemLanguage: number,
): readonly (readonly number[])[] {
  return words.map(({ forms }) =>
    phrase.places.flatMap((place, index) => (place.accepts(forms, field, stemLanguage) ? [index] : [])),
  );
}

/** The words of the text that are part of the phrase. */
function inPhrase(
  { places, slop }: WantedPhrase,
  taken: readonly (readonly number[])[],
): ReadonlySet<number> {
  const found = new Set<number>();
  const length = places.length;
  taken.forEach((own, at) => {
    if (slop === 0) {
      const whole =
        own.includes(0) && places.every((_, place) => taken[at + place]?.includes(place) === true);
      if (whole) places.forEach((_, place) => found.add(at + place));
    } else if (own.length > 0) {
      const window = taken.slice(at, at + length + slop);
      const whole = places.every((_, place) => window.some((there) => there.includes(place)));
      if (whole) window.forEach((there, index) => there.length > 0 && found.add(at + index));
    }
  });
  return found;
}

class PlanMatcher implements Matcher {
  private readonly words: readonly WantedWord[];
  private readonly phrases: readonly WantedPhrase[];
  private readonly stemLanguage: number;
  /** What each word met answers, by field: texts repeat their words. */
  private readonly known = new Map<string, Map<string, readonly number[]>>();

  constructor(words: readonly WantedWord[], phrases: readonly WantedPhrase[], stemLanguage: number) {
    this.words = words;
    this.phrases = phrases;
    this.stemLanguage = stemLanguage;
  }

  matches(part: TextPart): readonly Match[] {
    if (this.phrases.length === 0) return this.words.length === 0 ? [] : this.wordMatches(part);
    const scanned = scan(part.text);
    const inPhrases = this.phrases.map((phrase) =>
      inPhrase(phrase, placesOf(phrase, scanned, part, this.stemLanguage)),
    );
    return scanned.flatMap(({ start, end, forms }, at): readonly Match[] => {
      const answers = this.answersOf(forms, part.field);
      inPhrases.forEach((words, index) => {
        if (words.has(at)) answers.push(this.words.length + index);
      });
      return answers.length === 0 ? [] : [{ start, end, answers }];
    });
  }

  private answersOf(forms: readonly WordForm[], field: TextPart['field']): number[] {
    return this.words.flatMap((word, answer) =>
      word.accepts(forms, field, this.stemLanguage) ? [answer] : [],
    );
  }

  /** Where there are no phrases, each word is looked at for itself, and but once. */
  private wordMatches({ field, text }: TextPart): readonly Match[] {
    const known = this.known.get(field) ?? new Map<string, readonly number[]>();
    this.known.set(field, known);
    const matches: Match[] = [];
    scanWords(text, (start, end) => {
      const word = text.slice(start, end);
      let answers = known.get(word);
      if (answers === undefined) {
        answers = this.answersOf(formsOf(word), field);
        known.set(word, answers);
      }
      if (answers.length > 0) matches.push({ start, end, answers });
    });
    return matches;
  }

  marks(part: TextPart): readonly Mark[] {
    return joinTouching(this.matches(part));
  }
}

/**
 * Makes matchers for a plan, one for each stem language of articles (its number plus one; 0 for none). What is forbidden, or
 * only ranks, is not marked.
 */
export function matchersOf(plan: PlanNode): (stemLanguage: number) => Matcher {
  const leaves = scoredLeaves(plan.kind === 'also' ? plan.node : plan);
  const words = leaves.flatMap((leaf) => ('places' in leaf ? [] : [wantedWord(leaf)]));
  const phrases = leaves.flatMap((leaf) => ('places' in leaf ? [wantedPhrase(leaf)] : []));
  const made = new Map<number, Matcher>();
  return (stemLanguage) => {
    let matcher = made.get(stemLanguage);
    if (matcher === undefined) {
      matcher = new PlanMatcher(words, phrases, stemLanguage);
      made.set(stemLanguage, matcher);
    }
    return matcher;
  };
}
