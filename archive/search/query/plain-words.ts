import { words } from '../../text/tokens.ts';
import { allOf, listOf } from './query-nodes.ts';
import type { QueryReading } from './query-reading.ts';
import type { QueryNode, Span, WordTerm } from './query-tree.ts';

/** The words of a part that means nothing else: joined where they were typed without a blank, else beside each other. */
export function plainWords(reading: QueryReading, { start, end }: Span): QueryNode | null {
  if (reading.isFull()) return null;
  const typed = reading.text.slice(start, end);
  const nodes = words(typed).flatMap((word): readonly WordTerm[] => {
    const at = start + word.start;
    if (!reading.takeTerm(at)) return [];
    const span = { start: at, end: start + word.end };
    return [{ kind: 'word', ...span, fields: null, boost: 1, text: word.text, unfinished: false }];
  });
  return /\s/u.test(typed.trim())
    ? listOf(nodes.map((node) => ({ presence: 'optional', node })))
    : allOf(nodes, true);
}
