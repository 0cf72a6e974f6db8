import { expect, test } from 'vitest';
import { LibraryIndexer } from '../../../../archive/indexing/library-indexer.ts';
import { request } from '../support/corpus.ts';
import { flipped } from '../support/damage.ts';
import { addArticles, emptyLibrary } from '../support/growing-library.ts';
import { indexedIds, libraryIds, searchIn } from '../support/library-agreement.ts';
import { MemoryFiles } from '../support/memory-files.ts';
import { segmentNames } from '../support/segment-names.ts';

/** So many that postings and what is read at opening are not covered by one checksum: the damage is found by the merge. */
const articles = 800;
/** So few that an index at rest leaves them beside the first segment. */
const few = 30;

/** An index of several segments, of which the first has a wrong byte among its postings. */
async function damagedIndex(commits: number) {
  const library = await emptyLibrary();
  const files = new MemoryFiles();
  for (let commit = 0; commit < commits; commit += 1) {
    const before = commit === 0 ? 0 : articles + (commit - 1) * few;
    await addArticles(library, before, commit === 0 ? articles : few);
    const indexer = new LibraryIndexer(library, files);
    await indexer.catchUp();
    indexer.close();
  }
  const [first, ...others] = segmentNames(files);
  expect(others.length).toBe(commits - 1);
  files.contents.set(first!, flipped(files.contents.get(first!)!, 40, 3));
  return { library, files };
}

test('a merge that meets a damaged segment makes the whole index anew', async () => {
  const { library, files } = await damagedIndex(3);
  expect(() => indexedIds(files)).toThrow(/not what was written/);
  const indexer = new LibraryIndexer(library, files);
  expect(await indexer.merge()).toBe(true);
  indexer.close();
  expect(indexedIds(files)).toEqual(libraryIds(library));
  expect(searchIn(files).search(request('status talks')).total).toBe(articles + 2 * few);
});

test('so does one that is due while articles come in', async () => {
  const { library, files } = await damagedIndex(4);
  await addArticles(library, articles + 3 * few, articles);
  const indexer = new LibraryIndexer(library, files);
  expect(await indexer.catchUp()).toBe(true);
  indexer.close();
  expect(indexedIds(files)).toEqual(libraryIds(library));
  expect(searchIn(files).search(request('status talks')).total).toBe(2 * articles + 3 * few);
});
