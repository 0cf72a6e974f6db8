import type { Mark } from '../model/search.ts';
import { words } from '../text/tokens.ts';
import type { Analysis } from './analysis.ts';
import type { IndexField, TextPart } from './fields.ts';
import type { QueryPlan } from './query-plan.ts';

/** A word of a text that the query asked for. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Which words of the query it answers, as numbers. */
  readonly answers: readonly number[];
}

/** Finds the words of a query in any text, by the same analysis that found the article. */
export interface Matcher {
  matches(part: TextPart): readonly Match[];
  marks(part: TextPart): readonly Mark[];
}

interface Wanted {
  readonly answer: number;
  readonly fields: readonly IndexField[];
}

function wantedTerms(plan: QueryPlan): ReadonlyMap<string, readonly Wanted[]> {
  const wanted = new Map<string, Wanted[]>();
  let answer = 0;
  for (const { presence, soft, fields, alternatives } of plan.clauses) {
    const width = Math.max(...alternatives.map((slots) => slots.length));
    for (const slots of presence === 'prohibited' || soft ? [] : alternatives) {
      slots.forEach((slot, place) => {
        for (const { term } of slot ?? []) {
          const list = wanted.get(term) ?? [];
          list.push({ answer: answer + place, fields });
          wanted.set(term, list);
        }
      });
    }
    answer += width;
  }
  return wanted;
}

/** Words that touch (characters of unspaced scripts) are marked as one. */
function joinTouching(matches: readonly Match[]): readonly Mark[] {
  const marks: [number, number][] = [];
  for (const { start, end } of matches) {
    const before = marks.at(-1);
    if (before !== undefined && before[1] >= start) {
      before[1] = Math.max(before[1], end);
    } else {
      marks.push([start, end]);
    }
  }
  return marks;
}

/** Makes a matcher for a compiled query. What is prohibited, or only ranks, is not marked. */
export function createMatcher(plan: QueryPlan, analysis: Analysis): Matcher {
  const wanted = wantedTerms(plan);
  const matches = ({ text, field }: TextPart): readonly Match[] => {
    const found: Match[] = [];
    for (const word of wanted.size === 0 ? [] : words(text)) {
      const answers = analysis
        .termsOf(word.text)
        .flatMap((term) => wanted.get(term) ?? [])
        .filter(({ fields }) => fields.includes(field))
        .map((one) => one.answer);
      if (answers.length > 0) {
        found.push({ start: word.start, end: word.end, answers: [...new Set(answers)] });
      }
    }
    return found;
  };
  return { matches, marks: (part) => joinTouching(matches(part)) };
}
