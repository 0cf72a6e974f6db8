import { expect, test } from 'vitest';
import { bestFirst } from '../../../archive/copies/best-copy.ts';
import type { RankedCopy } from '../../../archive/copies/best-copy.ts';
import type { ArticleId, ArticleSummary } from '../../../archive/model/article.ts';

function copy(
  id: string,
  words: number,
  {
    published = null,
    byline = null,
    source = null,
    isCut = false,
  }: { published?: string | null; byline?: string | null; source?: string | null; isCut?: boolean } = {},
): RankedCopy {
  const summary: ArticleSummary = {
    id: id as ArticleId,
    headline: '',
    standfirst: null,
    source,
    section: null,
    language: null,
    published:
      published === null ? null : { value: published, precision: 'day', printed: published, zone: null },
    collection: '',
    archived: true,
    listedOn: null,
  };
  return { summary, words, byline, isCut };
}

test('whole, long, dated, with a byline, with a source, first published: in this order', () => {
  const copies = [
    copy('a-cut', 500, { published: '2007-01-01', byline: 'x', isCut: true }),
    copy('b-half', 200, { published: '2007-01-01', byline: 'x' }),
    copy('c-third', 150, { published: '2006-01-01', byline: 'x' }),
    copy('d-undated', 400, { byline: 'x' }),
    copy('e-no-byline', 400, { published: '2007-01-01' }),
    copy('f-no-source', 400, { published: '2007-01-01', byline: 'x' }),
    copy('g-late', 405, { published: '2007-01-03', byline: 'x', source: 's' }),
    copy('h-early', 390, { published: '2007-01-02', byline: 'x', source: 's' }),
    copy('i-early', 395, { published: '2007-01-02', byline: 'x', source: 's' }),
  ];
  const order = (given: readonly RankedCopy[]) =>
    bestFirst(given)
      .map(({ summary }) => summary.id[0])
      .join('');
  expect(order(copies)).toBe('ihgfedbca');
  expect(order([...copies].reverse())).toBe('ihgfedbca');
});

test('where all are cut off, the longest comes first', () => {
  const order = bestFirst([copy('a', 100, { isCut: true }), copy('b', 300, { isCut: true })]);
  expect(order.map(({ summary }) => summary.id)).toEqual(['b', 'a']);
});
