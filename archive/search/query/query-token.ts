import type { QueryField } from './field-names.ts';
import type { Span } from './query-tree.ts';

/** A word as typed: everything up to a blank, a bracket, a quotation mark or a `~` or `^`. It may be punctuation only. */
export interface RunToken extends Span {
  readonly kind: 'run';
  /** Where a colon stands in it behind a name that is no field; null when there is none. */
  readonly colon: number | null;
}

/** What stands between quotation marks. */
export interface QuoteToken extends Span {
  readonly kind: 'quote';
  readonly inner: Span;
  /** False when it is still being typed. */
  readonly closed: boolean;
}

/** `[2007 TO 2008]`. */
export interface RangeToken extends Span {
  readonly kind: 'range';
  readonly inner: Span;
  readonly closed: boolean;
}

export interface BracketToken extends Span {
  readonly kind: 'open' | 'close';
}

export interface SignToken extends Span {
  readonly kind: 'sign';
  readonly sign: '+' | '-' | '!';
}

/** `AND`, `OR`, `NOT`, `&&`, `||`. */
export interface OperatorToken extends Span {
  readonly kind: 'operator';
  readonly operator: 'AND' | 'OR' | 'NOT';
}

/** A field's name with its colon. */
export interface FieldToken extends Span {
  readonly kind: 'field';
  readonly field: QueryField;
}

/** `~N`, `~>N` or `^N`; the number is null when there is none that can be used. */
export interface ModifierToken extends Span {
  readonly kind: 'modifier';
  readonly sign: '~' | '~>' | '^';
  readonly value: number | null;
}

/** What can be a term. */
export type TermToken = RunToken | QuoteToken | RangeToken;

export type QueryToken = TermToken | BracketToken | SignToken | OperatorToken | FieldToken | ModifierToken;

/** Whether a term or a bracketed part can end with it. */
export function endsOperand(token: QueryToken | undefined): boolean {
  return token !== undefined && (isValue(token, 'close') || token.kind === 'modifier');
}

/** Whether it is a term or the given bracket. */
export function isValue(token: QueryToken | undefined, bracket: 'open' | 'close'): boolean {
  return (
    token !== undefined &&
    (token.kind === 'run' || token.kind === 'quote' || token.kind === 'range' || token.kind === bracket)
  );
}
