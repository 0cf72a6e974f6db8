import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { articleId, listedId } from '../../../archive/library/article-id.ts';
import type { Sha256 } from '../../../archive/model/article.ts';

const payload = 'ab'.repeat(32) as Sha256;
const digits = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

test('an id is the hash of exactly the documented bytes', () => {
  const loose = { payload, member: null, captured: null, ordinal: 0 };
  const id = articleId(loose);
  expect([id, listedId(id, 2)]).toEqual([
    digits(`["article","${payload}",null,null,0]`),
    digits(`["${id}","listed",2]`),
  ]);
});

test('each part of what an article is changes its id', () => {
  const base = { payload, member: null, captured: null, ordinal: 0 };
  const others = [
    { ...base, payload: 'cd'.repeat(32) as Sha256 },
    { ...base, member: 'http://example.org/' },
    { ...base, captured: 'http://example.org/' },
    { ...base, ordinal: 1 },
  ];
  expect(new Set([base, ...others].map(articleId)).size).toBe(5);
});
