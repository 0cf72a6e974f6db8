import type { PlanNode } from '../execute/plan.ts';

/** All of these; null when there are none. */
export function allOf(nodes: readonly PlanNode[]): PlanNode | null {
  const [only] = nodes;
  if (only === undefined) return null;
  return nodes.length === 1 ? only : { kind: 'all', nodes };
}

/** One of these at least; null when there are none. */
export function oneOf(nodes: readonly PlanNode[]): PlanNode | null {
  const [only] = nodes;
  if (only === undefined) return null;
  return nodes.length === 1 ? only : { kind: 'one', nodes };
}

export function notOf(node: PlanNode): PlanNode {
  return { kind: 'not', node };
}
