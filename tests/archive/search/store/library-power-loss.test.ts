import { expect, test } from 'vitest';
import { LibraryIndexer } from '../../../../archive/indexing/library-indexer.ts';
import type { Library } from '../../../../archive/library/library.ts';
import { request } from '../support/corpus.ts';
import { isLong } from '../support/form.ts';
import { addArticles, emptyLibrary } from '../support/growing-library.ts';
import { indexedIds, libraryIds, searchIn } from '../support/library-agreement.ts';
import { MemoryFiles } from '../support/memory-files.ts';
import { PowerLoss, PowerLossFiles } from '../support/power-loss-files.ts';
import { randomFrom } from '../support/random.ts';

/** Follows the library until the power goes; whether it had not gone. */
async function followUntil(library: Library, disk: PowerLossFiles): Promise<boolean> {
  try {
    const indexer = new LibraryIndexer(library, disk);
    await indexer.catchUp();
    indexer.writer.mergeAll();
    return true;
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
    return false;
  }
}

test('the power goes at any step of indexing a library: what is left is followed up, and both agree', async () => {
  const library = await emptyLibrary();
  let files = new MemoryFiles();
  let articles = 0;
  for (let round = 0; round < (isLong ? 12 : 2); round += 1) {
    await addArticles(library, articles, 40);
    articles += 40;
    const expected = libraryIds(library);
    expect(expected).toHaveLength(articles);
    let ended = false;
    for (let crashAt = 1; !ended; crashAt += 1) {
      const disk = new PowerLossFiles(files, crashAt);
      ended = await followUntil(library, disk);
      for (let seed = 1; seed <= (isLong ? 10 : 2); seed += 1) {
        const left = disk.survivors(randomFrom(round * 10_000 + crashAt * 100 + seed));
        const indexer = new LibraryIndexer(library, left);
        await indexer.catchUp();
        indexer.close();
        expect([round, crashAt, seed, indexedIds(left)]).toEqual([round, crashAt, seed, expected]);
        expect(searchIn(left).search(request('status talks')).total).toBe(articles);
        if (ended) files = left;
      }
    }
  }
});
