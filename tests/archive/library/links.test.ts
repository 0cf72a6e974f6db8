import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { HostApi } from '../../../archive/api/host-api.ts';
import type { ArticleId } from '../../../archive/model/article.ts';
import type { SearchRequest } from '../../../archive/model/search.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

function page(headline: string, day: number, listed: readonly string[]): string {
  return `BBC News
Last Updated: Friday, ${day} March 2008, 08:12 GMT
${headline}
Hundreds of people have left their homes after the river burst its banks.

Emergency services said the water had risen by two metres in a day.

Ferries and trains in the region have stopped until further notice.



RELATED ARTICLES
${listed.join('\n')}
`;
}

async function archiveOf(files: Readonly<Record<string, string>>): Promise<HostApi> {
  const opened = await openArchive({ library: path.join(temporaryFolder(), 'library'), bundled: null });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  await opened.value.import([folderWith(files)], { collection: 'Test' });
  return opened.value;
}

async function value<T>(
  result: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }>,
): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}

const request: SearchRequest = {
  // The pages that list it are found by it too; here it is about the item itself.
  text: 'headline:tunnel',
  match: 'all',
  exactSpelling: false,
  sort: 'relevance',
  typing: false,
  filter: { collection: null, section: null, dates: null },
  offset: 0,
  limit: 10,
};

test('an item two pages list is found once; when its article is imported the item gives way to it', async () => {
  const archive = await archiveOf({
    'a.txt': page('Floods cut off villages', 14, ['The  Tunnel Nobody Wanted']),
    'b.txt': page('Ferry sinks in harbour', 21, ['The tunnel nobody wanted']),
  });
  const before = await value(archive.search(request));
  const [listed] = before.hits;
  expect(before.hits.map(({ archived, listedOn }) => [archived, listedOn?.headline])).toEqual([
    [false, 'Floods cut off villages'],
  ]);
  const item = listed?.id as ArticleId;
  const refused = await archive.read(item, null);
  expect([!refused.ok && refused.error.code, (await value(archive.overview())).listed]).toEqual([
    'article-not-archived',
    1,
  ]);

  const article = page('THE TUNNEL NOBODY WANTED', 28, []);
  await archive.import([folderWith({ 'c.txt': article })], { collection: 'Test' });
  const after = await value(archive.search(request));
  expect(after.hits.map(({ archived, headline }) => [archived, headline])).toEqual([
    [true, 'THE TUNNEL NOBODY WANTED'],
  ]);
  const target = after.hits[0]?.id as ArticleId;
  const reading = await value(archive.read(target, null));
  expect(reading.listedBy.map(({ headline }) => headline)).toEqual([
    'Floods cut off villages',
    'Ferry sinks in harbour',
  ]);
  // The item's own id, which a window may still hold, leads to the article now.
  expect([(await value(archive.summary(item))).id, (await value(archive.overview())).listed]).toEqual([
    target,
    0,
  ]);
});

test('the lead is the article that most others list, and no page gains by listing itself', async () => {
  const archive = await archiveOf({
    'a.txt': page('Floods cut off villages', 14, ['Ferry sinks in harbour']),
    'b.txt': page('Ferry sinks in harbour', 21, []),
    'c.txt': page('Rain for a month', 28, ['Rain for a month']),
  });
  const { lead, contents } = await value(archive.overview());
  expect([lead?.headline, ...contents.map(({ headline }) => headline)]).toEqual([
    'Ferry sinks in harbour',
    'Floods cut off villages',
    'Rain for a month',
  ]);
});
