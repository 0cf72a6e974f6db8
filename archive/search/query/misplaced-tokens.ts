import { removed, replaced } from './query-reading.ts';
import type { QueryReading } from './query-reading.ts';
import { endsOperand, isValue } from './query-token.ts';
import type { FieldToken, ModifierToken, OperatorToken, QueryToken, SignToken } from './query-token.ts';

function beginsOperand(token: QueryToken | undefined): boolean {
  if (token?.kind === 'operator') return token.operator === 'NOT';
  return token?.kind === 'field' || token?.kind === 'sign' || isValue(token, 'open');
}

function asWord({ start, end }: QueryToken): QueryToken {
  return { kind: 'run', start, end, colon: null };
}

function settleOperator(
  reading: QueryReading,
  token: OperatorToken,
  before: QueryToken | undefined,
  after: QueryToken | undefined,
): QueryToken {
  const { text } = reading;
  const sign = text.slice(token.start, token.end);
  if (token.operator !== 'NOT' && !endsOperand(before)) {
    const detail = `nothing stands before “${sign}”`;
    reading.report({ code: 'unreadable', detail }, token.start, () => removed(text, token));
    return asWord(token);
  }
  if (beginsOperand(after)) return token;
  reading.report({ code: 'nothing-after', sign }, token.start, () => removed(text, token));
  return asWord(token);
}

function settleSign(
  reading: QueryReading,
  token: SignToken,
  after: QueryToken | undefined,
): QueryToken | null {
  if (after?.kind === 'field' || isValue(after, 'open')) return token;
  const { text } = reading;
  reading.report({ code: 'nothing-after', sign: token.sign }, token.start, () => removed(text, token));
  return null;
}

/** `headline:-foo` is not in lunr's language, but plain enough to suggest `-headline:foo`. */
function settleField(reading: QueryReading, token: FieldToken, after: QueryToken | undefined): QueryToken {
  if (isValue(after, 'open')) return token;
  const { text } = reading;
  const sign = text.slice(token.start, token.end);
  const signed = after?.kind === 'sign' && after.start === token.end;
  const suggest = () =>
    signed ? replaced(text, { start: token.start, end: after.end }, after.sign + sign) : removed(text, token);
  reading.report({ code: 'nothing-after', sign }, token.start, suggest);
  return { ...asWord(token), end: token.end - 1 };
}

function settleModifier(
  reading: QueryReading,
  token: ModifierToken,
  before: QueryToken | undefined,
): QueryToken | null {
  const { text } = reading;
  const [sign] = token.sign;
  if (!endsOperand(before)) {
    const detail = `nothing stands before “${sign ?? ''}”`;
    reading.report({ code: 'unreadable', detail }, token.start, () => removed(text, token));
    return null;
  }
  if (token.value !== null) return token;
  reading.report({ code: 'number-expected', sign: sign ?? '' }, token.start, () => {
    // Of several signs one is meant: the last of them keeps its number or gets one.
    if (/^[~^]/u.test(text.slice(token.end, token.end + 1))) return removed(text, token);
    // In the middle of a word it is not plain what was meant.
    if (!/^(?:[\s)\uFF09]|$)/u.test(text.slice(token.end, token.end + 1))) return null;
    return token.sign === '^' ? removed(text, token) : replaced(text, token, `${token.sign}1`);
  });
  return null;
}

/**
 * The tokens with every operator, sign, field and modifier where it can mean something. Others are noted, and stay as plain
 * words where they are words. Their brackets must be balanced.
 */
export function settleTokens(reading: QueryReading, tokens: readonly QueryToken[]): readonly QueryToken[] {
  const settled: QueryToken[] = [];
  tokens.forEach((token, index) => {
    const before = settled[settled.length - 1];
    const after = tokens[index + 1];
    const kept =
      token.kind === 'operator'
        ? settleOperator(reading, token, before, after)
        : token.kind === 'sign'
          ? settleSign(reading, token, after)
          : token.kind === 'field'
            ? settleField(reading, token, after)
            : token.kind === 'modifier'
              ? settleModifier(reading, token, before)
              : token;
    if (kept !== null) settled.push(kept);
  });
  return settled;
}
