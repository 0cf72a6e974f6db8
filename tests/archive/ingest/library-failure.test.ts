import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ingest } from '../../../archive/ingest/ingest.ts';
import { openLibrary } from '../../../archive/library/library.ts';
import type { Library } from '../../../archive/library/library.ts';
import { chooseReader } from '../../../archive/readers/registry.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

async function emptyLibrary(): Promise<Library> {
  const opened = await openLibrary(path.join(temporaryFolder(), 'library'), {});
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

function articles(count: number): string {
  const files = Array.from({ length: count }, (_, index): [string, string] => [
    `${String(index).padStart(3, '0')}.txt`,
    `Headline number ${index}\n28 November 2007\nA first paragraph of article ${index}.\n\nAnd a second one.\n`,
  ]);
  return folderWith(Object.fromEntries(files));
}

/** From its `from`-th call on, keeping an original ends as on a full disk. */
function fillDisk(library: Library, from: number): void {
  const put = library.originals.put.bind(library.originals);
  let calls = 0;
  vi.spyOn(library.originals, 'put').mockImplementation(async (bytes) => {
    calls += 1;
    if (calls < from) return put(bytes);
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
}

test('the disk fills half way: what is committed stays, every file met since has its line', async () => {
  const library = await emptyLibrary();
  // A batch is 200 files.
  const folder = articles(260);
  fillDisk(library, 241);
  const report = await ingest(library, [folder], { collection: null, chooseReader });
  if (!report.ok) throw new Error(report.error.code);
  const failed = report.value.lines.filter((line) => line.outcome === 'failed');
  expect([report.value.added, report.value.failed, library.catalogue.count()]).toEqual([200, 41, 200]);
  expect(failed.map((line) => path.basename(line.path))).toEqual(
    Array.from({ length: 41 }, (_, index) => `${200 + index}.txt`),
  );
  expect(new Set(failed.map((line) => 'error' in line && line.error.code))).toEqual(new Set(['disk-full']));

  vi.restoreAllMocks();
  const again = await ingest(library, [folder], { collection: null, chooseReader });
  expect(again.ok && [again.value.added, again.value.duplicates]).toEqual([60, 200]);
});

test('a disk that is full from the start is an error, and the lease is free again', async () => {
  const library = await emptyLibrary();
  const folder = articles(3);
  fillDisk(library, 1);
  const full = await ingest(library, [folder], { collection: null, chooseReader });
  vi.restoreAllMocks();
  const again = await ingest(library, [folder], { collection: null, chooseReader });
  expect([!full.ok && full.error.code, again.ok && again.value.added]).toEqual(['disk-full', 3]);
});
