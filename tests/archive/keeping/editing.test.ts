import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { HostApi } from '../../../archive/api/host-api.ts';
import { takeIndexLease } from '../../../archive/indexing/index-lease.ts';
import type { ArticleId } from '../../../archive/model/article.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

const line = (at: number) =>
  JSON.stringify({ title: `Wombat ${at}`, date: '2008-03-03', text: `Quokka ${at}.` });

async function opened(): Promise<{ archive: HostApi; library: string; ids: readonly ArticleId[] }> {
  const library = path.join(temporaryFolder(), 'library');
  const archive = await openArchive({ library, bundled: null });
  if (!archive.ok) throw new Error(archive.error.code);
  onTestFinished(() => archive.value.close());
  const folder = folderWith({
    'alone.txt': 'Zanzibarian ferry\n3 March 2008\nIts text has a quokka.\n\nAnd more of it.\n',
    'many.jsonl': `${line(1)}\n${line(2)}\n${line(3)}\n`,
  });
  await archive.value.import([folder], { collection: 'Ferries' });
  const list = await archive.value.list({ offset: 0, limit: 10 });
  if (!list.ok) throw new Error(list.error.code);
  const articles = [...list.value.articles].sort((a, b) => (a.headline < b.headline ? -1 : 1));
  return { archive: archive.value, library, ids: articles.map(({ id }) => id) };
}

const originals = (library: string): readonly string[] =>
  fs
    .readdirSync(path.join(library, 'originals'), { recursive: true })
    .map(String)
    .filter((name) => name.length > 64);

async function total(archive: HostApi, text: string): Promise<number> {
  const filter = { collection: null, section: null, dates: null };
  const ask = { text, match: 'all', exactSpelling: false, typing: false, sort: 'relevance', filter } as const;
  const answer = await archive.search({ ...ask, offset: 0, limit: 5 });
  return answer.ok ? answer.value.total : -1;
}

test('a correction is taken back by correcting to what was shown before', async () => {
  const { archive, library, ids } = await opened();
  const id = ids.at(-1) as ArticleId;
  const before = await archive.read(id, null);
  const corrected = await archive.correctArticle(id, { headline: 'Paraguayan ferry', language: 'sq' }, []);
  expect(corrected).toMatchObject({
    value: { headline: 'Paraguayan ferry', asRead: { headline: 'Zanzibarian ferry' } },
  });
  expect(await total(archive, 'headline:paraguayan')).toBe(1);
  if (!before.ok) throw new Error(before.error.code);
  const { headline, language } = before.value.article;
  const undone = await archive.correctArticle(id, { headline, language }, []);
  expect(undone).toEqual({ ok: true, value: before.value.article });
  expect(await total(archive, 'headline:paraguayan')).toBe(0);
  await archive.deleteArticle(id);
  const files = fs.readdirSync(library, { recursive: true }).map((name) => path.join(library, String(name)));
  const holding = files.filter(
    (file) => fs.statSync(file).isFile() && /Zanzibarian|Paraguayan/u.test(fs.readFileSync(file, 'latin1')),
  );
  expect(holding).toEqual([]);
});

test('what goes with an article is told before; an original that others were read from stays', async () => {
  const { archive, library, ids } = await opened();
  const [wombat, second, third, ferry] = ids as readonly [ArticleId, ArticleId, ArticleId, ArticleId];
  expect(await archive.deletion(wombat)).toMatchObject({
    value: {
      headline: 'Wombat 1',
      collection: 'Ferries',
      original: { name: 'many.jsonl', others: 2, linked: false },
    },
  });
  expect(await archive.deletion(ferry)).toMatchObject({
    value: { original: { name: 'alone.txt', others: 0 } },
  });
  expect(originals(library)).toHaveLength(2);
  expect(await archive.deleteArticle(ferry)).toEqual({ ok: true, value: null });
  expect(await archive.deleteArticle(wombat)).toEqual({ ok: true, value: null });
  expect([await total(archive, 'quokka'), originals(library).length]).toEqual([2, 1]);
  await archive.deleteArticle(second);
  await archive.deleteArticle(third);
  expect([await total(archive, 'quokka'), originals(library).length]).toEqual([0, 0]);
  expect(await archive.deleteArticle(ferry)).toMatchObject({ error: { code: 'article-not-found' } });
});

test('while another process writes the index nothing is deleted, and it is said', async () => {
  const { archive, library, ids } = await opened();
  const lease = takeIndexLease(library);
  if (!lease.ok) throw new Error(lease.error.code);
  const refused = await archive.deleteArticle(ids[0] as ArticleId);
  lease.value.release();
  expect([refused, await total(archive, 'quokka')]).toEqual([
    { ok: false, error: { code: 'indexing-running', params: { path: library } } },
    4,
  ]);
});
