import type { EngineFigures } from './figures.ts';
import type { BenchQuery, SetName } from './queries.ts';
import { setNames } from './queries.ts';

/*
 * Whether ours finds what FTS5 finds. Words are stemmed by both, a little differently (Porter's two stemmers), and ours
 * also knows variants of names; phrases and beginnings are of words as they are written.
 */

const comparedWith: Readonly<Partial<Record<SetName, 'fts5' | 'fts5-best'>>> = {
  'common word': 'fts5-best',
  'middling word': 'fts5-best',
  'rare word': 'fts5-best',
  'two words, all': 'fts5-best',
  'three words, all': 'fts5-best',
  'two words, any': 'fts5-best',
  'three words, any': 'fts5-best',
  'date range': 'fts5-best',
  facets: 'fts5-best',
  'deep page': 'fts5-best',
  phrase: 'fts5',
  prefix: 'fts5',
};

/** What stems explain: a tenth and three articles; in most sets a few words have other stems. */
function isFar(ours: number, theirs: number): boolean {
  return Math.abs(ours - theirs) > 3 + 0.1 * Math.max(ours, theirs);
}

function describe(query: BenchQuery): string {
  const { set: _set, offset: _offset, limit: _limit, ...meant } = query;
  return JSON.stringify(meant);
}

function compareSet(
  set: SetName,
  queries: readonly BenchQuery[],
  ours: EngineFigures,
  theirs: EngineFigures,
) {
  const far: string[] = [];
  let count = 0;
  for (const [index, query] of queries.entries()) {
    const [mine, other] = [ours.asked?.answers[index], theirs.asked?.answers[index]];
    if (query.set !== set || !mine || !other) continue;
    count += 1;
    if (isFar(mine.total, other.total)) far.push(`${describe(query)} ${mine.total} : ${other.total}`);
  }
  const warn = far.length > count * 0.1 ? 'WARNING: ' : '';
  const share = `${far.length} of ${count} totals differ from ${theirs.shown}`;
  return far.length === 0 ? '' : `${warn}${set}: ${share}, such as ${far[0] ?? ''}\n`;
}

/** The sets in which totals differ by more than a little; empty when there is nothing to compare or to say. */
export function compareTotals(queries: readonly BenchQuery[], all: readonly EngineFigures[]): string {
  const ours = all.find(({ name }) => name === 'ours');
  if (ours === undefined) return '';
  const lines = setNames.map((set) => {
    const theirs = all.find(({ name }) => name === comparedWith[set]);
    return theirs === undefined ? '' : compareSet(set, queries, ours, theirs);
  });
  return lines.join('');
}
