import { bareTerm } from './bare-term.ts';
import type { QueryField } from './field-names.ts';
import { dateTerm, propertyTerm } from './field-terms.ts';
import { plainWords } from './plain-words.ts';
import { allOf, boosted, listOf, oneOf } from './query-nodes.ts';
import { removed } from './query-reading.ts';
import type { QueryReading } from './query-reading.ts';
import type { ModifierToken, QueryToken, TermToken } from './query-token.ts';
import type { ListNode, QueryNode, Span } from './query-tree.ts';
import { quotedTerm } from './quoted-term.ts';
import type { TermFrame } from './term-leaves.ts';
import { isAddress, noteUnknownField } from './unknown-field.ts';

/** What holds for a part of a query because of what stands around it. */
interface Context {
  readonly field: QueryField | null;
  readonly negated: boolean;
}

/** The tokens, and how far they are read. They have been settled: brackets are in pairs, operators have operands. */
interface Cursor {
  readonly tokens: readonly QueryToken[];
  at: number;
}

interface Operand {
  readonly node: QueryNode | null;
  readonly start: number;
  readonly negated: boolean;
  readonly required: boolean;
}

interface Modifiers {
  readonly boost: ModifierToken | null;
  readonly near: ModifierToken | null;
}

function here({ tokens, at }: Cursor): QueryToken | undefined {
  return tokens[at];
}

function takeOperator(cursor: Cursor, operator: 'AND' | 'OR' | 'NOT'): boolean {
  const token = here(cursor);
  const there = token?.kind === 'operator' && token.operator === operator;
  if (there) cursor.at += 1;
  return there;
}

/** Of several of a kind the last holds, as in lunr. */
function takeModifiers(cursor: Cursor): Modifiers {
  let boost: ModifierToken | null = null;
  let near: ModifierToken | null = null;
  for (let token = here(cursor); token?.kind === 'modifier'; token = here(cursor)) {
    if (token.sign === '^') boost = token;
    else near = token;
    cursor.at += 1;
  }
  return { boost, near };
}

function refuseNear(reading: QueryReading, near: ModifierToken | null): void {
  if (near === null) return;
  const detail = `“${near.sign}” belongs to a word or a phrase`;
  reading.report({ code: 'unreadable', detail }, near.start, () => removed(reading.text, near));
}

function textTerm(
  reading: QueryReading,
  token: TermToken,
  frame: TermFrame,
  { near }: Modifiers,
): QueryNode | null {
  switch (token.kind) {
    case 'run':
      if (isAddress(reading, token)) return plainWords(reading, token);
      noteUnknownField(reading, token);
      if (near?.sign === '~>') refuseNear(reading, near);
      return bareTerm(reading, token, frame);
    case 'quote': {
      const slop = near === null ? null : { words: near.value ?? 0, ordered: near.sign === '~>' };
      return quotedTerm(reading, token, frame, slop);
    }
    case 'range':
      refuseNear(reading, near);
      return plainWords(reading, token.inner);
  }
}

function noteEmptyField(reading: QueryReading, whole: Span, token: TermToken): void {
  if (whole.start === token.start) return;
  const sign = reading.text.slice(whole.start, token.start).trim();
  reading.report({ code: 'nothing-after', sign }, whole.start, () => removed(reading.text, whole));
}

/** A term with its modifiers; `whole` begins at its own field's name, if it has one. */
function termOf(
  reading: QueryReading,
  token: TermToken,
  whole: Span,
  { field, negated }: Context,
  modifiers: Modifiers,
): QueryNode | null {
  if (reading.isFull()) return null;
  if (field !== null && field.kind !== 'text') {
    refuseNear(reading, modifiers.near);
    if (field.kind === 'date') return dateTerm(reading, token, whole);
    if (token.kind === 'range') return plainWords(reading, whole);
    return propertyTerm(reading, token, whole, { name: field.name, negated });
  }
  const fields = field === null ? null : [field.name];
  const distance = modifiers.near?.sign === '~' ? (modifiers.near.value ?? 0) : 0;
  const frame = { fields, boost: modifiers.boost?.value ?? 1, distance, negated };
  const before = reading.notices.length;
  const node = textTerm(reading, token, frame, modifiers);
  if (node === null && reading.notices.length === before) noteEmptyField(reading, whole, token);
  return node;
}

/** A term, or a part in brackets, with the field before it and the modifiers behind. */
function parsePrimary(reading: QueryReading, cursor: Cursor, outer: Context): QueryNode | null {
  const first = here(cursor);
  const context = first?.kind === 'field' ? { ...outer, field: first.field } : outer;
  if (first?.kind === 'field') cursor.at += 1;
  const token = here(cursor);
  cursor.at += 1;
  if (first === undefined || token === undefined) return null;
  if (token.kind === 'open') {
    const node = parseAlternatives(reading, cursor, context);
    cursor.at += 1;
    const { boost, near } = takeModifiers(cursor);
    refuseNear(reading, near);
    return node === null || boost === null ? node : boosted(node, boost.value ?? 1);
  }
  if (token.kind !== 'run' && token.kind !== 'quote' && token.kind !== 'range') return null;
  const whole = { start: first.start, end: token.end };
  return termOf(reading, token, whole, context, takeModifiers(cursor));
}

/** A primary with the signs and `NOT`s before it. `NOT NOT` is nothing. */
function parseOperand(reading: QueryReading, cursor: Cursor, context: Context): Operand {
  const start = here(cursor)?.start ?? 0;
  let negated = false;
  let required = false;
  for (;;) {
    const token = here(cursor);
    if (takeOperator(cursor, 'NOT')) {
      negated = !negated;
    } else if (token?.kind === 'sign') {
      negated = token.sign === '!' ? !negated : negated || token.sign === '-';
      required ||= token.sign === '+';
      cursor.at += 1;
    } else {
      break;
    }
  }
  const inner = negated ? { ...context, negated } : context;
  return { node: parsePrimary(reading, cursor, inner), start, negated, required };
}

type Clause = ListNode['clauses'][number];

/** Operands with `AND` between them, or one alone, as a clause of a list. */
function parseClause(reading: QueryReading, cursor: Cursor, context: Context): Clause | null {
  const operands = [parseOperand(reading, cursor, context)];
  while (takeOperator(cursor, 'AND')) operands.push(parseOperand(reading, cursor, context));
  const [only, second] = operands.filter((operand) => operand.node !== null);
  if (only === undefined || only.node === null) return null;
  const required = operands.some((operand) => operand.required);
  if (second === undefined) {
    return { presence: only.negated ? 'prohibited' : required ? 'required' : 'optional', node: only.node };
  }
  const nodes = operands.flatMap(({ node, negated, start }): readonly QueryNode[] =>
    node === null ? [] : [negated ? { kind: 'not', start, end: node.end, node } : node],
  );
  const node = allOf(nodes, false);
  return node === null ? null : { presence: required ? 'required' : 'optional', node };
}

function parseList(reading: QueryReading, cursor: Cursor, context: Context): QueryNode | null {
  const clauses: Clause[] = [];
  for (let token = here(cursor); token !== undefined && token.kind !== 'close'; token = here(cursor)) {
    if (token.kind === 'operator' && token.operator === 'OR') break;
    const clause = parseClause(reading, cursor, context);
    if (clause !== null) clauses.push(clause);
  }
  return listOf(clauses);
}

function parseAlternatives(reading: QueryReading, cursor: Cursor, context: Context): QueryNode | null {
  const nodes: QueryNode[] = [];
  do {
    const node = parseList(reading, cursor, context);
    if (node !== null) nodes.push(node);
  } while (takeOperator(cursor, 'OR'));
  return oneOf(nodes);
}

/** The tree of settled tokens; null when nothing is asked. */
export function parseTokens(reading: QueryReading, tokens: readonly QueryToken[]): QueryNode | null {
  return parseAlternatives(reading, { tokens, at: 0 }, { field: null, negated: false });
}
