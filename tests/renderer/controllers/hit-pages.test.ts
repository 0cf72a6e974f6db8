import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleId } from '../../../archive/model/article.ts';
import type { Hit } from '../../../archive/model/search.ts';
import { HitPages, hitsPerPage, pageOf } from '../../../renderer/controllers/hit-pages.ts';

const idOf = (index: number): ArticleId => index.toString(16).padStart(32, '0') as ArticleId;

function pageFrom(page: number): readonly Hit[] {
  return Array.from({ length: hitsPerPage }, (_, at) => ({ id: idOf(page * hitsPerPage + at) }) as Hit);
}

test('any walk through a million hits holds few of them: the nearest, and those to keep', () => {
  const kept = 7;
  fc.assert(
    fc.property(fc.array(fc.nat(16_666), { minLength: 40, maxLength: 80 }), (walk) => {
      let pages = new HitPages().with(0, pageFrom(0), [0]).with(kept, pageFrom(kept), [0]);
      for (const page of walk) pages = pages.with(page, pageFrom(page), [0, page, kept]);
      const last = (walk.at(-1) ?? 0) * hitsPerPage + 3;
      expect(pages.size).toBeLessThanOrEqual(27 * hitsPerPage);
      expect([last, 5, kept * hitsPerPage].map((index) => pages.get(index)?.id)).toEqual(
        [last, 5, kept * hitsPerPage].map(idOf),
      );
      expect(pages.indexOf(idOf(last))).toBe(last);
    }),
  );
});

test('a page that comes leaves the former object as it was', () => {
  const before = new HitPages().with(0, pageFrom(0), [0]);
  const after = before.with(1, pageFrom(1), [0]);
  expect([before.size, before.has(hitsPerPage), before.indexOf(idOf(hitsPerPage))]).toEqual([
    hitsPerPage,
    false,
    -1,
  ]);
  expect([after.size, after.has(hitsPerPage), after.indexOf(idOf(hitsPerPage))]).toEqual([
    2 * hitsPerPage,
    true,
    hitsPerPage,
  ]);
  expect([pageOf(hitsPerPage - 1), pageOf(hitsPerPage), after.indexOf(null)]).toEqual([0, 1, -1]);
});
