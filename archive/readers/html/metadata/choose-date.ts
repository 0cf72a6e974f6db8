import type { ArticleWarning } from '../../../model/article.ts';
import type { PartialDate } from '../../../model/partial-date.ts';
import { agrees, refines, sameMoment } from './date-agreement.ts';

/** Something on a page that says when its article was published. */
export interface DateCandidate {
  readonly date: PartialDate;
  readonly warnings: readonly ArticleWarning[];
  /** How much it counts where candidates contradict each other. */
  readonly weight: number;
  /** What describes the article, or only its printed text and address. */
  readonly from: 'metadata' | 'text';
  /**
   * It is said of a change: good enough where nothing better is known, but a better reading of another date only if
   * it is the same moment (`Last Updated` is printed over what was never changed).
   */
  readonly isChange?: boolean;
}

/** What the candidates come to. */
export interface ChosenDate {
  readonly date: PartialDate | null;
  readonly warnings: readonly ArticleWarning[];
}

interface Group {
  readonly members: DateCandidate[];
  weight: number;
}

/** Those that agree with each other, each group led by its surest member. */
function groupsOf(candidates: readonly DateCandidate[]): Group[] {
  const groups: Group[] = [];
  for (const one of [...candidates].sort((a, b) => b.weight - a.weight)) {
    const group = groups.find(({ members }) => members[0] !== undefined && agrees(members[0].date, one.date));
    if (group === undefined) groups.push({ members: [one], weight: one.weight });
    else {
      group.members.push(one);
      group.weight += one.weight;
    }
  }
  return groups;
}

/**
 * The date that most speaks for: candidates that agree are counted together, and of the best group its surest member is
 * taken, or one that says the same and more. `date-from-text` when nothing but text and address gives it.
 */
export function chooseDate(candidates: readonly DateCandidate[]): ChosenDate {
  const best = groupsOf(candidates).reduce<Group | null>(
    (most, group) => (most === null || group.weight > most.weight ? group : most),
    null,
  );
  const first = best?.members[0];
  if (best === null || first === undefined) return { date: null, warnings: [{ code: 'undated' }] };
  const chosen = best.members.reduce(
    (date, other) =>
      (other.isChange !== true || sameMoment(date.date, other.date)) && refines(date.date, other.date)
        ? other
        : date,
    first,
  );
  const known = best.members.some(({ from }) => from === 'metadata');
  return {
    date: chosen.date,
    warnings: [...chosen.warnings, ...(known ? [] : [{ code: 'date-from-text' } as const])],
  };
}
