import type { Match } from '../model/search.ts';
import { caseFold } from '../text/fold.ts';
import { withoutPossessive } from '../text/tokens.ts';
import { indexFieldsOf } from './fields.ts';
import { clausesOfRun } from './name-clauses.ts';
import type { ClauseParts } from './name-clauses.ts';
import { piecesOf } from './pieces.ts';
import type { TermPieces } from './pieces.ts';
import type { ParsedTerm } from './query-parser.ts';
import type { Clause, QueryPlan } from './query-plan.ts';
import type { SlotSource } from './slots.ts';

interface Draft {
  readonly clause: Clause;
  readonly maybeCommon: boolean;
}

function isSingleWord({ pieces }: TermPieces): boolean {
  return pieces.length === 1 && pieces[0]?.kind === 'word';
}

function sameDemand(a: ParsedTerm, b: ParsedTerm): boolean {
  return a.presence === b.presence && a.fields.join() === b.fields.join();
}

/** Terms that are planned together: those typed as one and not wanted, and runs of plain words. */
function runsOf(terms: readonly TermPieces[]): readonly (readonly TermPieces[])[] {
  const runs: TermPieces[][] = [];
  for (const next of terms) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const sameKind = before !== undefined && isSingleWord(before) && isSingleWord(next);
    const together =
      before !== undefined &&
      sameDemand(before.term, next.term) &&
      (next.term.presence === 'prohibited' ? before.term.group === next.term.group : sameKind);
    if (together) {
      run?.push(next);
    } else {
      runs.push([next]);
    }
  }
  return runs;
}

function partsOf(source: SlotSource, run: readonly TermPieces[], match: Match): readonly ClauseParts[] {
  const first = run[0];
  if (first === undefined || first.term.presence === 'prohibited' || !isSingleWord(first)) {
    return [{ words: run, typed: true, forms: [] }];
  }
  return clausesOfRun(source, run, match);
}

function draftOf({ words, typed, forms }: ClauseParts): readonly Draft[] {
  const term = words[0]?.term;
  const pieces = words.flatMap((word) => word.pieces);
  const slots = pieces.filter((piece) => !piece.common || piece.maybeCommon).map((piece) => piece.slot);
  const alternatives = [...(typed && slots.length > 0 ? [slots] : []), ...forms];
  if (term === undefined || alternatives.length === 0) {
    return [];
  }
  const clause = { presence: term.presence, fields: indexFieldsOf(term.fields), alternatives, soft: false };
  return [
    { clause, maybeCommon: pieces.length === 1 && forms.length === 0 && pieces[0]?.maybeCommon === true },
  ];
}

/** A word that may become a common one only ranks, unless it is all there is. */
function settle(drafts: readonly Draft[]): readonly Clause[] {
  const firm = drafts.some(({ clause, maybeCommon }) => clause.presence !== 'prohibited' && !maybeCommon);
  return drafts.map(({ clause, maybeCommon }) => ({ ...clause, soft: maybeCommon && firm }));
}

function withoutRepeats(terms: readonly ParsedTerm[]): readonly ParsedTerm[] {
  const seen = new Set<string>();
  return terms.filter((term, index) => {
    const before = terms[index - 1]?.term ?? '';
    const { presence, fields, boost, distance, last } = term;
    const key = [before, term.term, presence, fields.join(), boost, distance, last]
      .join('\u0000')
      .toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function typedWords(terms: readonly TermPieces[]): ReadonlySet<string> {
  const wanted = terms.filter(({ term }) => term.presence !== 'prohibited');
  const written = wanted.flatMap(({ pieces }) => pieces.map((piece) => piece.written));
  return new Set(written.map((word) => caseFold(withoutPossessive(word.normalize('NFC')))));
}

/** Compiles the terms of a query against an index. */
export function planQuery(
  source: SlotSource,
  parsed: readonly ParsedTerm[],
  options: { readonly match: Match; readonly typing: boolean },
): QueryPlan {
  const terms = withoutRepeats(parsed).map((term) => piecesOf(source, term, options.typing));
  const runs = runsOf(terms.filter(({ pieces }) => pieces.length > 0));
  const clauses = settle(runs.flatMap((run) => partsOf(source, run, options.match)).flatMap(draftOf));
  const common = terms.filter(({ pieces }) => pieces.some((piece) => piece.common));
  const ignored = common.flatMap(({ pieces }) =>
    pieces.filter((piece) => piece.common).map((piece) => piece.written),
  );
  const explicit = common.some(({ term }) => term.presence !== 'optional' || term.fielded);
  return {
    clauses,
    typed: typedWords(terms),
    ignored: [...new Set(ignored)],
    ignoredMatters: explicit || clauses.length === 0,
  };
}
