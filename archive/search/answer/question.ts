import type { Match, SearchNotice, SearchRequest } from '../../model/search.ts';
import { caseFold } from '../../text/fold.ts';
import type { NameVariants } from '../../text/name-variants.ts';
import { withoutPossessive } from '../../text/tokens.ts';
import { compileQuery } from '../compile/compile-query.ts';
import { allOf } from '../compile/plan-nodes.ts';
import { intervalOf } from '../date-interval.ts';
import type { PlanNode } from '../execute/plan.ts';
import { runPlan } from '../execute/run-plan.ts';
import { expansionContext } from '../expand/expand-word.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { QueryNode } from '../query/query-tree.ts';
import type { Snapshot } from '../store/snapshot.ts';

export type Filter = SearchRequest['filter'];
/** The part of a request that decides which documents are found. */
export type Question = Pick<SearchRequest, 'text' | 'match' | 'exactSpelling' | 'typing' | 'filter'>;

/** A question made ready for one state of the index. */
export interface Asked {
  /** Without the filter. */
  readonly plan: PlanNode;
  /** Null when nothing was typed that asks for anything: then everything archived is found. */
  readonly root: QueryNode | null;
  readonly notices: readonly SearchNotice[];
  /** The words of the query, case folded. */
  readonly typed: ReadonlySet<string>;
}

const archived: PlanNode = { kind: 'property', column: 'archived', accepts: () => true };

/** The plan narrowed to a collection, a section and dates. */
export function withFilter(plan: PlanNode, { collection, section, dates }: Filter): PlanNode {
  const nodes: PlanNode[] = [plan];
  const named = { collection, section };
  for (const column of ['collection', 'section'] as const) {
    const wanted = named[column];
    if (wanted !== null) nodes.push({ kind: 'property', column, accepts: (value) => value === wanted });
  }
  if (dates !== null) {
    const from = intervalOf(dates.from)?.start ?? -Infinity;
    const to = intervalOf(dates.to)?.end ?? Infinity;
    nodes.push({ kind: 'date', how: 'within', from, to });
  }
  return allOf(nodes) ?? plan;
}

function typedWords(node: QueryNode): readonly string[] {
  switch (node.kind) {
    case 'word':
    case 'fuzzy':
      return [node.text];
    case 'phrase':
      return node.places.flatMap((place) =>
        place.flatMap((term) => (term.kind === 'word' ? [term.text] : [])),
      );
    case 'list':
      return node.clauses.flatMap(({ presence, node: child }) =>
        presence === 'prohibited' ? [] : typedWords(child),
      );
    case 'all':
    case 'one':
      return node.nodes.flatMap(typedWords);
    default:
      return [];
  }
}

/**
 * Reads and compiles a question. Where no document has all the words, those with any of them are looked for, and a notice
 * says so.
 */
export function ask(snapshot: Snapshot, names: NameVariants, question: Question): Asked {
  const { root, notices } = parseQuery(question.text, { typing: question.typing });
  if (root === null) {
    const plan: PlanNode = notices.length > 0 ? { kind: 'nothing' } : archived;
    return { plan, root, notices, typed: new Set() };
  }
  const context = expansionContext(snapshot, names, question.exactSpelling);
  const compiled = (match: Match) => compileQuery(context, root, match);
  const asTyped = compiled(question.match);
  const typed = new Set(typedWords(root).map((word) => caseFold(withoutPossessive(word.normalize('NFC')))));
  const all = { plan: asTyped.plan, root, notices: [...notices, ...asTyped.notices], typed };
  if (question.match === 'any' || !asTyped.isLoose || finds(snapshot, asTyped.plan, question.filter))
    return all;
  const loose = compiled('any');
  if (!finds(snapshot, loose.plan, question.filter)) return all;
  const said: SearchNotice[] = [...notices, ...loose.notices, { code: 'any-instead-of-all' }];
  return { plan: loose.plan, root, notices: said, typed };
}

/** Whether anything is found at all, whatever its date: the histogram shows all dates. */
function finds(snapshot: Snapshot, plan: PlanNode, filter: Filter): boolean {
  const narrowed = withFilter(plan, { ...filter, dates: null });
  return runPlan(snapshot, narrowed, { sort: 'relevance', offset: 0, limit: 0 }).total > 0;
}
