import type { AllNode, ListNode, QueryNode, Span } from './query-tree.ts';

/** From where the first begins to where the last ends. There must be one. */
export function spanOf(parts: readonly Span[]): Span {
  return { start: parts[0]?.start ?? 0, end: parts[parts.length - 1]?.end ?? 0 };
}

/** What matches when any of these does; null when there is none. */
export function oneOf(nodes: readonly QueryNode[]): QueryNode | null {
  const [first] = nodes;
  if (nodes.length < 2) return first ?? null;
  return { kind: 'one', ...spanOf(nodes), nodes };
}

/** What matches when all of these do, `joined` when they were typed as one word; null when there is none. */
export function allOf(nodes: readonly QueryNode[], joined: boolean): QueryNode | null {
  const [first] = nodes;
  if (nodes.length < 2) return first ?? null;
  const all: AllNode = { kind: 'all', ...spanOf(nodes), nodes, joined };
  return all;
}

/** Things beside each other; a single one that is neither required nor prohibited is itself. Null when there is none. */
export function listOf(clauses: ListNode['clauses']): QueryNode | null {
  const [first] = clauses;
  if (first === undefined) return null;
  if (clauses.length === 1 && first.presence === 'optional') return first.node;
  return { kind: 'list', ...spanOf(clauses.map((clause) => clause.node)), clauses };
}

const highestBoost = 1_000;

/** The node with the boost of every term in it multiplied. */
export function boosted(node: QueryNode, factor: number): QueryNode {
  switch (node.kind) {
    case 'date':
    case 'property':
      return node;
    case 'not':
      return { ...node, node: boosted(node.node, factor) };
    case 'all':
    case 'one':
      return { ...node, nodes: node.nodes.map((one) => boosted(one, factor)) };
    case 'list':
      return {
        ...node,
        clauses: node.clauses.map((clause) => ({ ...clause, node: boosted(clause.node, factor) })),
      };
    case 'exists':
    case 'fuzzy':
    case 'pattern':
    case 'phrase':
    case 'word':
      return { ...node, boost: Math.min(node.boost * factor, highestBoost) };
  }
}
