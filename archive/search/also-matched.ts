import { caseFold } from '../text/fold.ts';
import { withoutPossessive } from '../text/tokens.ts';
import type { Documents } from './evaluate.ts';
import type { IndexField } from './fields.ts';
import type { QueryPlan } from './query-plan.ts';
import type { TermIndex } from './term-index.ts';

const mostForms = 6;

/** Terms that stand for a typed word as a whole, with the fields they were wanted in. */
function wholeWords(plan: QueryPlan): ReadonlyMap<string, ReadonlySet<IndexField>> {
  const found = new Map<string, Set<IndexField>>();
  for (const { presence, soft, fields, alternatives } of plan.clauses) {
    const atoms = presence === 'prohibited' || soft ? [] : alternatives.flat().flatMap((slot) => slot ?? []);
    for (const { term, how } of atoms) {
      if (how === 'word' || how === 'variant') {
        found.set(term, new Set([...(found.get(term) ?? []), ...fields]));
      }
    }
  }
  return found;
}

/** How often each way of writing a word was met, by its case-folded form. */
type Counts = Map<string, Map<string, number>>;

function count(counts: Counts, written: string): void {
  const bare = withoutPossessive(written.normalize('NFC'));
  const key = caseFold(bare);
  const spellings = counts.get(key) ?? new Map<string, number>();
  spellings.set(bare, (spellings.get(bare) ?? 0) + 1);
  counts.set(key, spellings);
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function total(spellings: ReadonlyMap<string, number>): number {
  return [...spellings.values()].reduce((sum, one) => sum + one, 0);
}

/**
 * The forms, as printed in the articles found, that matched by folding or as variants of a name and are not what was
 * typed. Most frequent first; at most six.
 */
export function alsoMatched(index: TermIndex, plan: QueryPlan, documents: Documents): readonly string[] {
  const counts: Counts = new Map();
  for (const [term, fields] of wholeWords(plan)) {
    const wantedFields = [...fields];
    for (const document of new Set(index.documents(term, wantedFields))) {
      if (documents.has(document)) {
        index.written(term, document, wantedFields).forEach((written) => {
          count(counts, written);
        });
      }
    }
  }
  return [...counts]
    .filter(([folded]) => !plan.typed.has(folded))
    .sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostForms)
    .map(([, spellings]) => commonest(spellings));
}
