import type { ArticleId } from '../../../archive/model/article.ts';
import { analysisFingerprint } from '../../../archive/search/analysis/fingerprint.ts';
import { findDocuments } from '../../../archive/search/answer/question.ts';
import { IndexSearch } from '../../../archive/search/index-search.ts';
import { diskFiles } from '../../../archive/search/store/disk-files.ts';
import { IndexReader } from '../../../archive/search/store/index-reader.ts';
import { IndexWriter } from '../../../archive/search/store/index-writer.ts';
import { createNameVariants } from '../../../archive/text/name-variants.ts';
import type { BenchDocument } from './document.ts';
import type { BenchEngine, OpenEngine } from './engine.ts';
import type { BenchAnswer, BenchQuery } from './queries.ts';

/*
 * The engine of the archive, through what the application uses of it. `buildIndex` and `openIndex` are all that this file
 * needs; the rest says what a question is in our language.
 */

interface OurSearch {
  readonly text: string;
  readonly match: 'all' | 'any';
  readonly offset: number;
  readonly limit: number;
}

interface OurIndex {
  readonly search: (search: OurSearch) => { readonly total: number; readonly ids: readonly number[] };
  /** Everything the sidebar shows of a result: counts by year, source and the rest, and the histogram. */
  readonly facets: (text: string) => { readonly total: number };
  readonly close: () => void;
}

/** As much text as an import brings at once. */
const heldAtMost = 256_000_000;
const noFilter = { collection: null, section: null, dates: null };
const noNames = { names: [] };

/** The document's number as an id: 32 hexadecimal digits. */
function idOf(number: number): ArticleId {
  return number.toString(16).padStart(32, '0') as ArticleId;
}

/** Builds an index, merges included. */
function buildIndex(folder: string, documents: Iterable<BenchDocument>): void {
  const identity = { library: 'bench', fingerprint: analysisFingerprint() };
  const writer = new IndexWriter(diskFiles(folder), identity);
  let add = writer.builder();
  let change = 0;
  const commit = (): void => {
    writer.commit({ add, remove: [] }, { change, token: 'bench' });
    while (writer.mergeOnce());
    add = writer.builder();
  };
  for (const { id: number, title, body, date, source, language } of documents) {
    const paragraphs = body.split('\n').filter((text) => text !== '');
    const parts = [
      { field: 'headline' as const, text: title },
      ...paragraphs.map((text) => ({ field: 'body' as const, text })),
    ];
    const facts = { language, published: date, source, section: null, collection: 'bench', tags: [] };
    add.add({ id: idOf(number), listed: false, parts, ...facts });
    change += 1;
    if (add.held >= heldAtMost) commit();
  }
  commit();
  writer.settle();
  writer.close();
}

/** Opens an index that `buildIndex` has written. */
function openIndex(folder: string): OurIndex {
  const reader = new IndexReader(diskFiles(folder), () => true);
  // Reads the manifest and opens the segments.
  reader.snapshot();
  const variants = createNameVariants(noNames);
  const search = new IndexSearch(reader, { records: () => [] }, { list: noNames, variants });
  return {
    // The texts of hits come from the library, and are no engine's business here.
    search: ({ text, match, offset, limit }) => {
      const question = { text, match, exactSpelling: false, typing: false, filter: noFilter };
      const snapshot = reader.snapshot();
      const wanted = { sort: 'relevance', offset, limit } as const;
      const { asked, result } = findDocuments(snapshot, variants, question, () => wanted);
      // Articles with any of the words, where none has all of them, are the answer to another question.
      const isOther = asked.notices.some(({ code }) => code === 'any-instead-of-all');
      const { total, page } = result;
      const ids = page.map(({ segment, document }) => {
        return Number.parseInt(snapshot.segments[segment]!.segment.columns.id(document), 16);
      });
      return isOther ? { total: 0, ids: [] } : { total, ids };
    },
    facets: (text) =>
      search.facets({ text, match: 'all', exactSpelling: false, typing: false, filter: noFilter }),
    close: () => reader.close(),
  };
}

/** A question in the query language. */
function textOf(asked: BenchQuery): string {
  switch (asked.kind) {
    case 'words':
      return asked.words.join(' ');
    case 'phrase':
      return `"${asked.words.join(' ')}"`;
    case 'prefix':
      return `${asked.beginning}*`;
    case 'wildcard':
      return asked.pattern;
    case 'fuzzy':
      return `${asked.word}~${asked.distance}`;
    case 'dates':
      return `${asked.word} date:${asked.from}..${asked.to}`;
    case 'facets':
      return asked.word;
  }
}

function answer(index: OurIndex, asked: BenchQuery): BenchAnswer {
  const text = textOf(asked);
  if (asked.kind === 'facets') return { total: index.facets(text).total, ids: [] };
  const match = asked.kind === 'words' ? asked.match : 'all';
  const { offset, limit } = asked;
  return index.search({ text, match, offset, limit });
}

export const ourEngine: BenchEngine = {
  build: async (folder, documents) => {
    buildIndex(folder, documents);
    return 0;
  },
  open: async (folder): Promise<OpenEngine> => {
    const index = openIndex(folder);
    return { ask: (asked) => answer(index, asked), close: () => index.close() };
  },
};
