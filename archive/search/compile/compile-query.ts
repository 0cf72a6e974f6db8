import type { Match, SearchNotice } from '../../model/search.ts';
import { beginsStopWord, isAbbreviation, isStopWord } from '../analysis/stop-words.ts';
import { wordForms } from '../analysis/word-forms.ts';
import type { PlanNode } from '../execute/plan.ts';
import type { ExpansionContext } from '../expand/expand-word.ts';
import type { KeyedForm } from '../../text/name-variants.ts';
import type { AllNode, ListNode, PhraseTerm, Presence, QueryNode, WordTerm } from '../query/query-tree.ts';
import { LeafCompiler } from './compile-leaf.ts';
import { allOf, notOf, oneOf } from './plan-nodes.ts';
import { namedWords } from './name-run.ts';
import { phraseVariants } from './phrase-variants.ts';

/** A query made ready for one state of the index. */
export interface CompiledQuery {
  readonly plan: PlanNode;
  readonly notices: readonly SearchNotice[];
  /** Whether it has several things that are wanted, so that "any of them" means something. */
  readonly isLoose: boolean;
}

interface Part {
  readonly presence: Presence;
  readonly node: PlanNode;
  /** Only counts for the order. */
  readonly soft: boolean;
}

function isCommon({ text }: WordTerm): boolean {
  const forms = wordForms(text);
  return forms.length > 0 && forms.every(({ folded }) => isStopWord(folded)) && !isAbbreviation(text);
}

/** Whether anything is asked for but common words. */
function asksMore(node: QueryNode): boolean {
  switch (node.kind) {
    case 'word':
      return !isCommon(node) && wordForms(node.text).length > 0;
    case 'list':
      return node.clauses.some(({ presence, node: child }) => presence !== 'prohibited' && asksMore(child));
    case 'all':
    case 'one':
      return node.nodes.some(asksMore);
    case 'not':
      return false;
    default:
      return true;
  }
}

class QueryCompiler {
  readonly leaves: LeafCompiler;
  readonly ignored: string[] = [];
  /** Common words that were asked for by a sign or a field: somebody could wonder where they are. */
  ignoredMatters = false;
  isLoose = false;
  private readonly context: ExpansionContext;
  private readonly match: Match;
  private readonly keepCommon: boolean;

  constructor(context: ExpansionContext, match: Match, keepCommon: boolean) {
    this.context = context;
    this.leaves = new LeafCompiler(context);
    this.match = match;
    this.keepCommon = keepCommon;
  }

  /** The plan of a node; null when nothing is left of it. */
  node(node: QueryNode): PlanNode | null {
    switch (node.kind) {
      case 'word':
        return this.parts([{ presence: 'optional', node }])[0]?.node ?? null;
      case 'list':
        return this.list(node);
      case 'all':
        // Words typed as one are lunr's words beside each other.
        return node.joined ? this.list(listOf(node)) : this.allNode(node.nodes);
      case 'one':
        return oneOf(node.nodes.flatMap((child) => this.node(child) ?? []));
      case 'not':
        return this.negated(node.node);
      default:
        return this.leaf(node);
    }
  }

  private leaf(node: Exclude<QueryNode, { kind: 'word' | 'list' | 'all' | 'one' | 'not' }>): PlanNode {
    switch (node.kind) {
      case 'pattern':
        return { kind: 'terms', requirement: this.leaves.pattern(node) };
      case 'fuzzy':
        return { kind: 'terms', requirement: this.leaves.fuzzy(node) };
      case 'phrase':
        return this.phrase(node);
      case 'exists':
        return this.leaves.exists(node);
      case 'date':
        return this.leaves.date(node);
      case 'property':
        return this.leaves.property(node);
    }
  }

  private phrase(node: PhraseTerm): PlanNode {
    const phrases = [node, ...phraseVariants(node, this.context.names)].map((one) => this.leaves.phrase(one));
    return oneOf(phrases) ?? { kind: 'nothing' };
  }

  private negated(node: QueryNode): PlanNode | null {
    const inner = this.node(node);
    return inner === null ? null : notOf(inner);
  }

  private allNode(nodes: readonly QueryNode[]): PlanNode | null {
    const parts = this.parts(nodes.map((node) => ({ presence: 'required', node })));
    return allOf(parts.map(({ node }) => node));
  }

  private list({ clauses }: ListNode): PlanNode | null {
    const filters = clauses.filter(isFilter).flatMap(({ node }) => this.node(node) ?? []);
    const parts = this.parts(clauses.filter((clause) => !isFilter(clause)));
    const of = (presence: Presence) =>
      parts.filter((part) => !part.soft && part.presence === presence).map(({ node }) => node);
    const [required, optional] = [of('required'), of('optional')];
    if (optional.length > 1) this.isLoose = true;
    const loose = this.match === 'any';
    // lunr's meaning of "any": beside something required, what is optional only counts for the order.
    const one = loose && required.length === 0 ? oneOf(optional) : null;
    const wanted = [...required, ...(loose ? [] : optional), ...(one === null ? [] : [one]), ...filters];
    const extra = parts.filter(({ soft }) => soft).map(({ node }) => node);
    const forbidden = of('prohibited').map(notOf);
    if (wanted.length === 0 && forbidden.length === 0) return allOf(extra);
    const all = allOf([...(wanted.length === 0 ? [{ kind: 'everything' } as const] : wanted), ...forbidden]);
    const also = loose && required.length > 0 ? [...optional, ...extra] : extra;
    return all === null || also.length === 0 ? all : { kind: 'also', node: all, extra: also };
  }

  /** The parts of a list; words beside each other are looked at together, since they may be a name. */
  private parts(clauses: ListNode['clauses']): readonly Part[] {
    const parts: Part[] = [];
    const flat = clauses.flatMap(({ presence, node }) => flattened(presence, node));
    for (let at = 0; at < flat.length;) {
      const { presence, node } = flat[at]!;
      if (node.kind !== 'word') {
        const plan = this.node(node);
        if (plan !== null) parts.push({ presence, node: plan, soft: false });
        at += 1;
        continue;
      }
      const run: WordTerm[] = [];
      for (; at < flat.length; at += 1) {
        const next = flat[at]!;
        if (next.node.kind !== 'word' || next.presence !== presence || !sameFields(next.node, node)) break;
        run.push(next.node);
      }
      parts.push(...this.words(presence, run));
    }
    return settled(parts);
  }

  private words(presence: Presence, run: readonly WordTerm[]): readonly Part[] {
    const names = presence === 'prohibited' ? null : this.context.names;
    return namedWords(names, run).flatMap(({ words, forms }): readonly Part[] => {
      const own = words.flatMap((word) => this.word(presence, word));
      const others = oneOf(forms.map((form) => this.nameForm(form, words[0]!)));
      if (others === null) return own;
      if (this.match === 'any') return [...own, { presence, node: others, soft: false }];
      const typed = allOf(own.filter(({ soft }) => !soft).map(({ node }) => node));
      return [{ presence, node: typed === null ? others : oneOf([typed, others])!, soft: false }];
    });
  }

  private word(presence: Presence, word: WordTerm): readonly Part[] {
    const forms = wordForms(word.text);
    if (forms.length === 0) return [];
    const common = !this.context.exactSpelling && isCommon(word);
    const maybeCommon =
      word.unfinished && this.context.names !== null && forms.some(({ folded }) => beginsStopWord(folded));
    if (common && !maybeCommon && !this.keepCommon) {
      this.ignored.push(word.text);
      this.ignoredMatters ||= presence !== 'optional' || word.fields !== null;
      return [];
    }
    const requirement = this.leaves.word(word);
    return [{ presence, node: { kind: 'terms', requirement }, soft: maybeCommon }];
  }

  private nameForm(form: KeyedForm, typed: WordTerm): PlanNode {
    const places = form.map((keys) => this.leaves.spelling(keys, typed));
    const [only] = places;
    if (places.length === 1 && only !== undefined) return { kind: 'terms', requirement: only };
    const label = form.map(([key = '']) => key).join(' ');
    const { fields, boost } = typed;
    return this.leaves.phraseOf(places, [], { fields, boost, slop: 0, ordered: true, label });
  }
}

function listOf(node: AllNode): ListNode {
  return { kind: 'list', start: node.start, end: node.end, clauses: flattened('optional', node) };
}

/** Dates and properties narrow a result whatever it is of: "any of the words" does not mean any of them. */
function isFilter({ presence, node }: ListNode['clauses'][number]): boolean {
  return (
    presence === 'optional' && (node.kind === 'date' || node.kind === 'property' || node.kind === 'exists')
  );
}

/** Words typed as one are parts of their list; of a forbidden group a document may have some, but not all. */
function flattened(presence: Presence, node: QueryNode): ListNode['clauses'] {
  const joined = node.kind === 'all' && node.joined && presence !== 'prohibited';
  return joined ? node.nodes.flatMap((child) => flattened(presence, child)) : [{ presence, node }];
}

function sameFields(a: WordTerm, b: WordTerm): boolean {
  return (a.fields ?? []).join() === (b.fields ?? []).join() && (a.fields === null) === (b.fields === null);
}

/** A word that may become a common one only ranks, unless it is all there is. */
function settled(parts: readonly Part[]): readonly Part[] {
  const firm = parts.some(({ presence, soft }) => presence !== 'prohibited' && !soft);
  return firm ? parts : parts.map((part) => ({ ...part, soft: false }));
}

/** Compiles a query's tree. `match` says whether what stands beside each other must be there all or in part. */
export function compileQuery(context: ExpansionContext, root: QueryNode, match: Match): CompiledQuery {
  const compiler = new QueryCompiler(context, match, !asksMore(root));
  const plan = compiler.node(root) ?? { kind: 'nothing' };
  const { ignored, ignoredMatters, isLoose, leaves } = compiler;
  const notices: SearchNotice[] = [...leaves.notices];
  if (ignoredMatters && ignored.length > 0) {
    notices.push({ code: 'common-words-ignored', words: [...new Set(ignored)] });
  }
  return { plan, notices, isLoose };
}
