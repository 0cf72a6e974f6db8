import type { CorpusName } from './corpora.ts';
import { netBuild } from './figures.ts';
import type { EngineFigures } from './figures.ts';
import type { EngineName } from './engines.ts';
import type { SetName } from './queries.ts';
import { setNames } from './queries.ts';

/** A goal of ours and what was measured. */
export interface Goal {
  readonly what: string;
  readonly measured: number;
  /** At most this is met. */
  readonly most: number;
  readonly unit: 'ms' | 'MB' | 's';
}

/** Differences under half a millisecond count as equal. */
const equal = 0.5;

export function isMet({ measured, most, unit }: Goal): boolean {
  return unit === 'ms' ? measured <= most + equal : measured <= most;
}

type ByName = ReadonlyMap<EngineName, EngineFigures>;

const single: readonly SetName[] = ['common word', 'middling word', 'rare word'];
const withAll: readonly SetName[] = [...single, 'two words, all', 'three words, all'];
const withAny: readonly SetName[] = ['two words, any', 'three words, any'];
const wildcards: readonly SetName[] = ['leading wildcard', 'inner wildcard'];
const fuzzy: readonly SetName[] = ['fuzzy ~1', 'fuzzy ~2'];

function p95(of: EngineFigures | undefined, set: SetName): number {
  return of?.asked?.sets.get(set)?.p95 ?? Number.NaN;
}

/** The slowest of some sets against a limit that is fixed: one goal. */
function limit(ours: EngineFigures, what: string, sets: readonly SetName[], most: number): Goal {
  const measured = Math.max(...sets.map((set) => p95(ours, set)));
  return { what: `p95 of ${what}`, measured, most, unit: 'ms' };
}

/** Each set that the other can be asked, at least so many times faster than that. */
function faster(
  ours: EngineFigures,
  other: EngineFigures | undefined,
  times: number,
  sets: readonly SetName[] = setNames,
) {
  const answered = sets.filter((set) => Number.isFinite(p95(other, set)));
  return answered.map((set): Goal => {
    const than = times === 1 ? 'at or below' : `${times}× below`;
    const what = `${set}: ${than} ${other?.shown ?? ''}`;
    return { what, measured: p95(ours, set), most: p95(other, set) / times, unit: 'ms' };
  });
}

function buildSeconds(figures: EngineFigures | undefined): number {
  return figures?.built ? netBuild(figures.built) / 1000 : Number.NaN;
}

function reutersGoals(ours: EngineFigures, all: ByName): readonly Goal[] {
  const lunr = all.get('lunr');
  const [mine, other] = [ours.asked, lunr?.asked];
  if (!mine || !other) return [];
  return [
    {
      what: 'build: 8× faster than lunr',
      measured: buildSeconds(ours),
      most: buildSeconds(lunr) / 8,
      unit: 's',
    },
    { what: 'open: 100× faster than lunr', measured: mine.open, most: other.open / 100, unit: 'ms' },
    {
      what: 'resident: an eighth of lunr',
      measured: mine.resident / 1e6,
      most: other.resident / 8e6,
      unit: 'MB',
    },
    ...faster(ours, lunr, 10),
  ];
}

function newsGoals(ours: EngineFigures, all: ByName): readonly Goal[] {
  return [
    limit(ours, 'words, all', withAll, 2),
    limit(ours, 'words, any', withAny, 5),
    limit(ours, 'phrases', ['phrase'], 5),
    limit(ours, 'prefixes', ['prefix'], 10),
    limit(ours, 'fuzzy and wildcards', [...fuzzy, ...wildcards], 20),
    { what: 'size of the index', measured: ours.size / 1e6, most: 250, unit: 'MB' },
    ...faster(ours, all.get('xapian-exact'), 1),
    ...faster(ours, all.get('fts5-best'), 1),
    ...faster(ours, all.get('fts5'), 10, ['common word', 'prefix']),
  ];
}

function syntheticGoals(ours: EngineFigures, all: ByName): readonly Goal[] {
  const { asked } = ours;
  if (asked === null) return [];
  const theirs = buildSeconds(all.get('fts5'));
  const builds: readonly Goal[] = [
    {
      what: 'build, 1 thread: half of FTS5’s rate',
      measured: buildSeconds(all.get('ours-one-thread')),
      most: 2 * theirs,
      unit: 's',
    },
    { what: 'build, 2 threads: FTS5’s rate', measured: buildSeconds(ours), most: theirs, unit: 's' },
  ];
  return [
    limit(ours, 'words, all', withAll, 10),
    limit(ours, 'words, any', withAny, 30),
    limit(ours, 'phrases, prefixes, fuzzy', ['phrase', 'prefix', ...fuzzy], 40),
    limit(ours, 'facets and histogram', ['facets'], 100),
    limit(ours, 'deep pages', ['deep page'], 300),
    { what: 'open', measured: asked.open, most: 300, unit: 'ms' },
    { what: 'resident', measured: asked.resident / 1e6, most: 300, unit: 'MB' },
    {
      what: 'most memory while building',
      measured: (ours.built?.peak ?? Number.NaN) / 1e6,
      most: 1000,
      unit: 'MB',
    },
    ...builds.filter(({ measured, most }) => Number.isFinite(measured) && Number.isFinite(most)),
  ];
}

/** The goals for a corpus that what was measured can be held against; none when ours was not measured. */
export function goalsFor(corpus: CorpusName, figures: readonly EngineFigures[]): readonly Goal[] {
  const all: ByName = new Map(figures.map((of) => [of.name, of]));
  const ours = all.get('ours');
  if (ours === undefined) return [];
  switch (corpus) {
    case 'reuters':
      return reutersGoals(ours, all);
    case 'news':
      return newsGoals(ours, all);
    case 'synthetic':
      return syntheticGoals(ours, all);
  }
}
