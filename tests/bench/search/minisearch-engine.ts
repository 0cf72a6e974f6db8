import fs from 'node:fs';
import path from 'node:path';
import MiniSearch from 'minisearch';
import type { Options, SearchOptions, SearchResult } from 'minisearch';
import type { BenchDocument } from './document.ts';
import type { BenchEngine, OpenEngine } from './engine.ts';
import type { BenchAnswer, BenchQuery } from './queries.ts';

const indexFile = 'minisearch.json';
const options: Options<BenchDocument> = { fields: ['title', 'body'], storeFields: ['date', 'source'] };

async function build(folder: string, documents: Iterable<BenchDocument>): Promise<number> {
  const index = new MiniSearch<BenchDocument>(options);
  for (const document of documents) index.add(document);
  const built = performance.now();
  fs.writeFileSync(path.join(folder, indexFile), JSON.stringify(index));
  return performance.now() - built;
}

function dateOf(result: SearchResult): string {
  const date: unknown = result['date'];
  return typeof date === 'string' ? date : '';
}

/** Its text and options of a question, or null when it has no such questions. */
function translate(asked: BenchQuery): readonly [text: string, how: SearchOptions] | null {
  switch (asked.kind) {
    case 'words':
      return [asked.words.join(' '), { combineWith: asked.match === 'all' ? 'AND' : 'OR' }];
    case 'prefix':
      return [asked.beginning, { prefix: true }];
    case 'fuzzy':
      return [asked.word, { fuzzy: asked.distance, maxFuzzy: 2 }];
    case 'dates': {
      const { from, to } = asked;
      return [asked.word, { filter: (result) => dateOf(result) >= from && dateOf(result) <= to }];
    }
    case 'facets':
      return [asked.word, {}];
    default:
      return null;
  }
}

function countFacets(found: readonly SearchResult[]): void {
  const years = new Map<string, number>();
  const sources = new Map<unknown, number>();
  for (const result of found) {
    const year = dateOf(result).slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + 1);
    sources.set(result['source'], (sources.get(result['source']) ?? 0) + 1);
  }
}

async function open(folder: string): Promise<OpenEngine> {
  const index = MiniSearch.loadJSON(fs.readFileSync(path.join(folder, indexFile), 'utf8'), options);
  const ask = (asked: BenchQuery): BenchAnswer | null => {
    const translated = translate(asked);
    if (translated === null) return null;
    const found = index.search(...translated);
    if (asked.kind === 'facets') countFacets(found);
    const page = found.slice(asked.offset, asked.offset + asked.limit);
    return { total: found.length, ids: page.map(({ id }) => Number(id)) };
  };
  return { ask, close: () => undefined };
}

/** MiniSearch 7 as it comes: no stems, no stop words. */
export const miniSearchEngine: BenchEngine = { build, open };
