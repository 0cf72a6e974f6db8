import type { SearchAnswer, SearchRequest } from '../../../../archive/model/search.ts';
import { request } from './corpus.ts';
import { record } from './corpus.ts';
import { TestIndex } from './index-of.ts';
import { MemoryFiles } from './memory-files.ts';
import { below, randomFrom } from './random.ts';

/** What is asked of an index that may be damaged: every kind of term, order and page. */
export const questions: readonly SearchRequest[] = [
  request(''),
  request('status talks'),
  request('word12 talks', { match: 'any' }),
  request('"status of the talks"'),
  request('"talks status"~4', { sort: 'oldest' }),
  request('t*'),
  request('decla*', { sort: 'newest' }),
  request('*ion'),
  request('decl?ration'),
  request('statas~1 OR envoi~2'),
  request('headline:talks -word7'),
  request('date:2007-11 OR section:Europe'),
  request('NOT lang:en OR collection:test'),
  request('caption:*'),
  request('declaring', { typing: true, offset: 20, limit: 5 }),
  request('Status', { exactSpelling: true, limit: 3 }),
];

const text = 'status of the talks declaration independence envoy and declared declaring in the river'.split(
  ' ',
);

/** An index of two segments and a list of removed documents, big enough that every section has several blocks. */
export function damageSubject(documents = 400, paragraphs = 2): TestIndex {
  const random = randomFrom(7);
  const files = new MemoryFiles();
  const index = new TestIndex({ names: [] }, files);
  const words = (count: number): string =>
    Array.from({ length: count }, () =>
      random() < 0.5 ? text[below(random, text.length)] : `word${String(below(random, 900))}`,
    ).join(' ');
  const records = Array.from({ length: documents }, (_, number) => {
    const made = record({
      id: String(number),
      headline: words(6),
      blocks: Array.from({ length: paragraphs }, () => words(paragraphs === 1 ? 2 : 30)),
      published: `200${String(number % 9)}-11-2${String(number % 8)}`,
      section: number % 2 === 0 ? 'Europe' : 'World',
      source: `Source ${String(number % 300)}`,
    });
    return { ...made, summary: { ...made.summary, language: number % 3 === 0 ? 'de' : 'en' } };
  });
  index.put(records.slice(0, documents / 2)).put(records.slice(documents / 2));
  return index.remove(records.filter((_, number) => number % 10 === 3).map(({ summary }) => summary.id));
}

/** What of an answer must be right when nothing says that it may not be. */
export function told({ total, hits, exact, notices }: SearchAnswer) {
  return { total, exact, notices, hits: hits.map(({ id, score }) => [id, score] as const) };
}

/** Whether an answer admits that something may be missing. */
export function isAdmitted({ exact, notices }: SearchAnswer): boolean {
  return !exact && notices.some(({ code }) => code === 'index-damaged');
}
