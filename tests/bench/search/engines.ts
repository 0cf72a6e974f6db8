import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../e2e/support/places.ts';
import type { BenchEngine } from './engine.ts';
import type { CorpusName } from './corpora.ts';

/** An engine as the benchmark runs it. */
export interface EngineEntry {
  readonly name: EngineName;
  readonly shown: string;
  /** The corpora it is tried on: what holds everything in memory is not tried on the large ones. */
  readonly corpora: readonly CorpusName[];
  readonly threads: 1 | 2;
  /** Another engine whose index it asks; it builds none. */
  readonly indexOf?: EngineName;
  /** Only the build is measured. */
  readonly onlyBuild?: true;
}

export type EngineName =
  'ours' | 'ours-one-thread' | 'lunr' | 'minisearch' | 'fts5' | 'fts5-best' | 'xapian' | 'xapian-exact';

const all: readonly CorpusName[] = ['reuters', 'news', 'synthetic'];

export const engineEntries: readonly EngineEntry[] = [
  { name: 'ours', shown: 'ours', corpora: all, threads: 2 },
  { name: 'ours-one-thread', shown: 'ours 1 thread', corpora: all, threads: 1, onlyBuild: true },
  { name: 'lunr', shown: 'lunr', corpora: ['reuters'], threads: 1 },
  { name: 'minisearch', shown: 'MiniSearch', corpora: ['reuters'], threads: 1 },
  { name: 'fts5', shown: 'FTS5', corpora: all, threads: 1 },
  { name: 'fts5-best', shown: 'FTS5 best', corpora: all, threads: 1 },
  { name: 'xapian', shown: 'Xapian', corpora: ['reuters', 'news'], threads: 1 },
  {
    name: 'xapian-exact',
    shown: 'Xapian exact',
    corpora: ['reuters', 'news'],
    threads: 1,
    indexOf: 'xapian',
  },
];

/** The engine itself, loaded only in the process that tries it; null stands for a process without any. */
export async function loadEngine(name: string): Promise<BenchEngine | null> {
  switch (name) {
    case 'ours':
    case 'ours-one-thread':
      return (await import('./our-engine.ts')).ourEngine;
    case 'lunr':
      return (await import('./lunr-engine.ts')).lunrEngine;
    case 'minisearch':
      return (await import('./minisearch-engine.ts')).miniSearchEngine;
    case 'fts5':
      return (await import('./sqlite-engine.ts')).fts5Plain;
    case 'fts5-best':
      return (await import('./sqlite-engine.ts')).fts5Best;
    default:
      return null;
  }
}

const here = path.join(projectRoot, 'tests', 'bench', 'search');

/** A Python that has Xapian's bindings, or null. Debian's package is for Debian's own Python. */
export function xapianPython(): string | null {
  const candidates = ['python3', '/usr/bin/python3'];
  const works = (python: string) =>
    spawnSync(python, ['-c', 'import xapian'], { stdio: 'ignore' }).status === 0;
  return candidates.find(works) ?? null;
}

/** The command of an engine's process; `nothing` is the empty process of the same kind. */
export function engineCommand(name: EngineName | 'nothing', python: string | null): readonly string[] {
  if (name.startsWith('xapian')) return [python ?? 'python3', path.join(here, 'xapian-engine.py'), name];
  const run = path.join(projectRoot, 'scripts', 'testing', 'run-built.mjs');
  // A million documents are built in one process: the engine's own bounds are what counts, not Node's default.
  const flags = ['--expose-gc', '--max-old-space-size=8192'];
  return [process.execPath, ...flags, run, path.join(here, 'driver.ts'), name];
}
