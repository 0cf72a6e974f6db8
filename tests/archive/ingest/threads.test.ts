import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { HostApi, ImportOptions } from '../../../archive/api/host-api.ts';
import type { ImportReport } from '../../../archive/model/import-report.ts';
import type { SearchRequest } from '../../../archive/model/search.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

/** The built thread. `npm test` builds it first. */
const worker = fileURLToPath(new URL('../../../dist/cli/archive-worker.mjs', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures/readers', import.meta.url));

async function archive(apart: boolean): Promise<HostApi> {
  const library = path.join(temporaryFolder(), 'library');
  const opened = await openArchive({ library, bundled: null, ...(apart ? { worker } : {}) });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

async function imported(into: HostApi, paths: readonly string[], options: Partial<ImportOptions> = {}) {
  const report = await into.import(paths, { collection: 'All', ...options });
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

async function contents(of: HostApi): Promise<readonly unknown[]> {
  const listed = await of.list({ offset: 0, limit: 5_000 });
  if (!listed.ok) throw new Error(listed.error.code);
  const ids = listed.value.articles.map(({ id }) => id).sort();
  return Promise.all(ids.map((id) => of.read(id, null)));
}

const headlines: SearchRequest = {
  text: 'headline',
  match: 'all',
  exactSpelling: false,
  sort: 'relevance',
  typing: false,
  filter: { collection: null, section: null, dates: null },
  offset: 0,
  limit: 20,
};

const withoutTime = ({ tookMs: _, ...rest }: ImportReport) => rest;

test(
  'with threads beside it an import makes the same library and the same report',
  { timeout: 120_000 },
  async () => {
    const mail =
      'From: a@example.org\r\nSubject: Talks\r\nDate: Wed, 28 Nov 2007 11:49:00 +0000\r\n\r\nThe talks have ended in Baden without an agreement.\r\n';
    const more = folderWith({
      'page.html.gz': gzipSync(
        '<html><title>Talks end</title><h1>Talks end</h1><p>The talks have ended in Baden without an agreement, diplomats said on Wednesday.</p></html>',
      ),
      'mails.mbox': `From a@example.org Wed Nov 28 11:49:00 2007\r\n${mail}\r\nFrom a@example.org Wed Nov 28 11:49:00 2007\r\n${mail.replace('Talks', 'More talks')}`,
      'news.jsonl': Array.from({ length: 300 }, (_, at) =>
        JSON.stringify({ title: `Headline ${String(at)}`, body: 'Some words of it.' }),
      ).join('\n'),
    });
    const [here, apart] = [await archive(false), await archive(true)];
    const [one, other] = [await imported(here, [fixtures, more]), await imported(apart, [fixtures, more])];
    expect(one.added).toBeGreaterThan(350);
    expect(withoutTime(other)).toEqual(withoutTime(one));
    expect(await contents(apart)).toEqual(await contents(here));
    const [found, foundApart] = await Promise.all([here, apart].map((each) => each.search(headlines)));
    expect(foundApart?.ok && foundApart.value.total).toBe(found?.ok && found.value.total);
    expect(found?.ok && found.value.total).toBeGreaterThanOrEqual(300);
  },
);

test('a paused import waits with all that it read committed, and goes on', { timeout: 60_000 }, async () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, at): [string, string] => [
      `${String(at)}.txt`,
      `Headline number ${String(at)}\n28 November 2007\nA first paragraph of article ${String(at)}.\n\nAnd a second one.\n`,
    ]),
  );
  const into = await archive(false);
  const signal = { aborted: false, paused: false };
  let seen = Promise.resolve(0);
  let isSeen = false;
  const count = async (): Promise<number> => {
    const listed = await into.list({ offset: 0, limit: 1 });
    return listed.ok ? listed.value.total : -1;
  };
  const report = await imported(into, [folderWith(files)], {
    signal,
    onProgress: ({ files: done }) => {
      if (done !== 30 || isSeen) return;
      isSeen = true;
      signal.paused = true;
      seen = new Promise((resolve) => setTimeout(resolve, 400)).then(async () => {
        const [first, second] = [
          await count(),
          await new Promise<number>((resolve) => setTimeout(() => void count().then(resolve), 300)),
        ];
        signal.paused = false;
        return first === second ? first : -1;
      });
    },
  });
  expect(await seen).toBe(31);
  expect([report.added, report.cancelled]).toEqual([60, false]);
});

test('a paused import can be cancelled', async () => {
  const into = await archive(false);
  const signal = { aborted: false, paused: true };
  setTimeout(() => (signal.aborted = true), 200);
  const report = await imported(
    into,
    [folderWith({ 'a.txt': 'Headline\n\nA paragraph of some words here.\n' })],
    { signal },
  );
  expect([report.added, report.cancelled]).toEqual([0, true]);
});
