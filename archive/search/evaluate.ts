import type { Match } from '../model/search.ts';
import type { IndexField } from './fields.ts';
import type { Clause, QueryPlan, Slot } from './query-plan.ts';
import type { TermIndex } from './term-index.ts';

export type Documents = ReadonlySet<number>;

function documentsOfSlot(index: TermIndex, slot: Slot, fields: readonly IndexField[]): Documents {
  if (slot === null) {
    return index.documentsWithText(fields);
  }
  const found = new Set<number>();
  for (const atom of slot) {
    for (const document of index.documents(atom.term, fields)) {
      found.add(document);
    }
  }
  return found;
}

function intersection(a: Documents, b: Documents): Documents {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return new Set([...small].filter((document) => large.has(document)));
}

function union(sets: readonly Documents[]): Documents {
  const all = new Set<number>();
  for (const set of sets) {
    for (const document of set) {
      all.add(document);
    }
  }
  return all;
}

function documentsOfClause(index: TermIndex, clause: Clause): Documents {
  const perAlternative = clause.alternatives.map((slots) => {
    const sets = slots.map((slot) => documentsOfSlot(index, slot, clause.fields));
    const [first = new Set<number>(), ...rest] = sets;
    return rest.reduce(intersection, first);
  });
  return perAlternative.length === 1 ? (perAlternative[0] ?? new Set()) : union(perAlternative);
}

/**
 * The documents that a query finds. `any` is lunr's own meaning: one of the wanted terms, every required one, none
 * that is prohibited; where all terms are prohibited, everything else. For `all` every wanted term is required.
 */
export function evaluate(index: TermIndex, plan: QueryPlan, match: Match): Documents {
  const hard = plan.clauses.filter((clause) => !clause.soft);
  const ofPresence = (presence: Clause['presence']) =>
    hard.filter((clause) => clause.presence === presence).map((clause) => documentsOfClause(index, clause));
  const prohibited = ofPresence('prohibited');
  const required = ofPresence('required');
  const optional = ofPresence('optional');
  const demanded = match === 'all' ? [...required, ...optional] : required;
  let found: Documents;
  if (demanded.length > 0) {
    const [first = new Set<number>(), ...rest] = [...demanded].sort((a, b) => a.size - b.size);
    found = rest.reduce(intersection, first);
  } else if (optional.length > 0) {
    found = union(optional);
  } else {
    found =
      prohibited.length > 0 ? new Set(Array.from({ length: index.size }, (_, number) => number)) : new Set();
  }
  const excluded = union(prohibited);
  return new Set([...found].filter((document) => !excluded.has(document)));
}
