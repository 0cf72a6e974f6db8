import type { SearchNotice } from '../../model/search.ts';
import { mendSuggestions } from './mend-suggestions.ts';
import { settleTokens } from './misplaced-tokens.ts';
import { balanceBrackets } from './query-brackets.ts';
import { parseTokens } from './query-grammar.ts';
import { lexQuery } from './query-lexer.ts';
import { beginReading } from './query-reading.ts';
import type { QueryNode } from './query-tree.ts';
import { withoutUnfinishedEnd } from './unfinished-end.ts';

export interface ParsedQuery {
  /** Null when nothing is asked: the text has no words. */
  readonly root: QueryNode | null;
  /** What was not understood, in the order of the text; at most ten. */
  readonly notices: readonly SearchNotice[];
}

function positionOf(notice: SearchNotice): number {
  return notice.code === 'searched-as-words' ? (notice.at ?? 0) : 0;
}

/** The tree and what came up; a suggestion mends the place it is about. */
function readQuery(text: string, typing: boolean): ParsedQuery {
  const reading = beginReading(text, typing);
  const lexed = lexQuery(reading);
  const tokens = typing ? withoutUnfinishedEnd(reading, lexed) : lexed;
  const root = parseTokens(reading, settleTokens(reading, balanceBrackets(reading, tokens)));
  return { root, notices: [...reading.notices].sort((one, other) => positionOf(one) - positionOf(other)) };
}

/**
 * Reads a query in the language of `docs/query-language.md`. Never throws, and takes time linear in the text: a part that
 * cannot be understood becomes plain words, with a notice that says why, and the rest keeps its meaning. While `typing`,
 * an end that waits for more is no mistake: it is read as if it were not there yet. A suggestion is a whole query without
 * mistakes.
 */
export function parseQuery(text: string, { typing }: { readonly typing: boolean }): ParsedQuery {
  const { root, notices } = readQuery(text, typing);
  // What is taken from a suggestion is a finished text, whatever it was suggested for.
  return { root, notices: mendSuggestions(notices, text, (mended) => readQuery(mended, false)) };
}
