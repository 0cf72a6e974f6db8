import type { SearchNotice, SearchRequest } from '../../model/search.ts';
import { caseFold } from '../../text/fold.ts';
import type { NameVariants } from '../../text/name-variants.ts';
import { withoutPossessive } from '../../text/tokens.ts';
import { compileQuery } from '../compile/compile-query.ts';
import { allOf } from '../compile/plan-nodes.ts';
import { intervalOf } from '../date-interval.ts';
import type { PlanNode } from '../execute/plan.ts';
import { runPlan } from '../execute/run-plan.ts';
import type { PlanResult, Wanted } from '../execute/run-plan.ts';
import type { ExpansionContext } from '../expand/expand-word.ts';
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
  /** All of several words were asked for: where nothing has all, any might do. */
  readonly isLoose: boolean;
  readonly context: ExpansionContext;
}

/** Within a phrase the places of every word are looked at: a wildcard there counts as so many. */
const phrasePatterns = 5;

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

/** How many wildcards and fuzzy terms there are. */
function patternsIn(node: QueryNode): number {
  switch (node.kind) {
    case 'pattern':
    case 'fuzzy':
      return 1;
    case 'phrase':
      return node.places.flat().filter(({ kind }) => kind === 'pattern').length * phrasePatterns;
    case 'list':
      return node.clauses.reduce((sum, clause) => sum + patternsIn(clause.node), 0);
    case 'all':
    case 'one':
      return node.nodes.reduce((sum, child) => sum + patternsIn(child), 0);
    case 'not':
      return patternsIn(node.node);
    default:
      return 0;
  }
}

/**
 * Reads and compiles a question just as it was typed. `former` is the context of a question much like it, whose expansions
 * serve again.
 */
export function askAsTyped(
  snapshot: Snapshot,
  names: NameVariants,
  question: Question,
  former: ExpansionContext | null = null,
): Asked {
  const { root, notices } = parseQuery(question.text, { typing: question.typing });
  const patterns = root === null ? 0 : patternsIn(root);
  const context = former ?? expansionContext(snapshot, names, question.exactSpelling, patterns);
  if (root === null) {
    const plan: PlanNode = notices.length > 0 ? { kind: 'nothing' } : archived;
    return { plan, root, notices, typed: new Set(), isLoose: false, context };
  }
  const { plan, isLoose, notices: more } = compileQuery(context, root, question.match);
  const typed = new Set(typedWords(root).map((word) => caseFold(withoutPossessive(word.normalize('NFC')))));
  const loose = isLoose && question.match === 'all';
  return { plan, root, notices: [...notices, ...more], typed, isLoose: loose, context };
}

/** The same with any of the words enough, when that finds what all of them do not, whatever its date; else null. */
function loosened(snapshot: Snapshot, names: NameVariants, question: Question, asked: Asked): Asked | null {
  if (!asked.isLoose || finds(snapshot, asked.plan, question.filter)) return null;
  const loose = askAsTyped(snapshot, names, { ...question, match: 'any' }, asked.context);
  if (!finds(snapshot, loose.plan, question.filter)) return null;
  return { ...loose, notices: [...loose.notices, { code: 'any-instead-of-all' }] };
}

/**
 * Reads and compiles a question. Where no document has all the words, those with any of them are looked for, and a notice
 * says so.
 */
export function ask(
  snapshot: Snapshot,
  names: NameVariants,
  question: Question,
  former: ExpansionContext | null = null,
): Asked {
  const asked = askAsTyped(snapshot, names, question, former);
  return loosened(snapshot, names, question, asked) ?? asked;
}

/**
 * Asks, and finds the documents; `wantedOf` says what is wanted of them. It is looked whether all words find anything only
 * when they found nothing.
 */
export function findDocuments(
  snapshot: Snapshot,
  names: NameVariants,
  question: Question,
  wantedOf: (asked: Asked) => Wanted,
): { readonly asked: Asked; readonly result: PlanResult } {
  const run = (asked: Asked) => {
    const result = runPlan(snapshot, withFilter(asked.plan, question.filter), wantedOf(asked));
    return { asked, result };
  };
  const asTyped = run(askAsTyped(snapshot, names, question));
  if (asTyped.result.total > 0) return asTyped;
  const loose = loosened(snapshot, names, question, asTyped.asked);
  return loose === null ? asTyped : run(loose);
}

/** Whether anything is found at all, whatever its date: the histogram shows all dates. */
function finds(snapshot: Snapshot, plan: PlanNode, filter: Filter): boolean {
  const narrowed = withFilter(plan, { ...filter, dates: null });
  return runPlan(snapshot, narrowed, { sort: 'relevance', offset: 0, limit: 0 }).total > 0;
}
