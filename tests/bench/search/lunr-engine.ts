import fs from 'node:fs';
import path from 'node:path';
import lunr from 'lunr';
import type { BenchDocument } from './document.ts';
import type { BenchEngine, OpenEngine } from './engine.ts';
import type { BenchAnswer, BenchQuery } from './queries.ts';

const indexFile = 'lunr.json';

async function build(folder: string, documents: Iterable<BenchDocument>): Promise<number> {
  const builder = new lunr.Builder();
  // What `lunr()` sets up, without its function, which would want all documents at once.
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('id');
  builder.field('title');
  builder.field('body');
  for (const { id, title, body } of documents) builder.add({ id, title, body });
  const index = builder.build();
  const built = performance.now();
  fs.writeFileSync(path.join(folder, indexFile), JSON.stringify(index));
  return performance.now() - built;
}

/** Adds the clauses of a question; false when lunr has no such questions. */
function addClauses(query: lunr.Query, asked: BenchQuery): boolean {
  const { TRAILING, NONE } = lunr.Query.wildcard;
  switch (asked.kind) {
    case 'words': {
      const presence = asked.match === 'all' ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL;
      for (const word of asked.words) query.term(word, { presence });
      return true;
    }
    case 'prefix':
      query.term(asked.beginning, { wildcard: TRAILING, usePipeline: false });
      return true;
    case 'wildcard':
      query.term(asked.pattern, { wildcard: NONE, usePipeline: false });
      return true;
    case 'fuzzy':
      query.term(asked.word, { editDistance: asked.distance });
      return true;
    default:
      return false;
  }
}

async function open(folder: string): Promise<OpenEngine> {
  const index = lunr.Index.load(JSON.parse(fs.readFileSync(path.join(folder, indexFile), 'utf8')) as object);
  const ask = (asked: BenchQuery): BenchAnswer | null => {
    let isAble = true;
    let found: ReturnType<typeof index.query>;
    try {
      found = index.query((query) => {
        isAble = addClauses(query, asked);
      });
    } catch (error) {
      // lunr 2.3 fails on some prefixes and fuzzy words that its token set holds and its inverted index does not.
      if (error instanceof TypeError) return null;
      throw error;
    }
    if (!isAble) return null;
    const page = found.slice(asked.offset, asked.offset + asked.limit);
    return { total: found.length, ids: page.map(({ ref }) => Number(ref)) };
  };
  return { ask, close: () => undefined };
}

/** lunr 2.3, English, with its own pipeline; without positions, which it would only hand back. */
export const lunrEngine: BenchEngine = { build, open };
