import type { QueryReading } from './query-reading.ts';
import { endsOperand } from './query-token.ts';
import type { QueryToken } from './query-token.ts';

function waits({ text }: QueryReading, token: QueryToken): boolean {
  switch (token.kind) {
    case 'operator':
    case 'sign':
    case 'field':
    case 'open':
      return true;
    case 'modifier':
      return token.value === null;
    case 'quote':
      return !token.closed && text.slice(token.inner.start, token.inner.end).trim() === '';
    case 'range':
    case 'run':
    case 'close':
      return false;
  }
}

/**
 * The tokens without those at the end that wait for what will be typed next: `kosovo -`, `headline:`, `foo~`, `a OR (`.
 * An operator with nothing before it is no operator yet but a word that begins so: `OR`, on the way to `ORAHOVAC`.
 */
export function withoutUnfinishedEnd(
  reading: QueryReading,
  tokens: readonly QueryToken[],
): readonly QueryToken[] {
  let length = tokens.length;
  for (;;) {
    const last = tokens[length - 1];
    if (last === undefined || !waits(reading, last)) return tokens.slice(0, length);
    const word = last.kind === 'operator' && last.operator !== 'NOT' && last.end === reading.text.length;
    if (word && !endsOperand(tokens[length - 2])) {
      const run: QueryToken = { kind: 'run', start: last.start, end: last.end, colon: null };
      return [...tokens.slice(0, length - 1), run];
    }
    length -= 1;
  }
}
