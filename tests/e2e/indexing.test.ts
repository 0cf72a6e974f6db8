import path from 'node:path';
import { expect, test } from 'vitest';
import { takeIndexLease } from '../../archive/indexing/index-lease.ts';
import { openLibrary } from '../../archive/library/library.ts';
import type { Library } from '../../archive/library/library.ts';
import { fillLibrary } from '../archive/support/big-library.ts';
import { keepScreenshot, launchApplication, temporaryFolder } from './support/launch.ts';

/** So many that their indexing is left to a thread and takes a while there. */
const articles = 40_000;

async function fill(library: string): Promise<Library> {
  const opened = await openLibrary(library, { bundled: 'none' });
  if (!opened.ok) throw new Error(opened.error.code);
  fillLibrary(opened.value, { articles, textLength: 1_200 });
  return opened.value;
}

/** Holds back whoever would write the index of this library, as another process does that is at it. */
function heldIndex(library: Library): { release(): void } {
  const lease = takeIndexLease(library.folder);
  if (!lease.ok) throw new Error(lease.error.code);
  return lease.value;
}

test('while a large library is indexed that is said, and the result comes up by itself', async () => {
  const { folder, remove } = temporaryFolder();
  const library = await fill(path.join(folder, 'library'));
  const index = heldIndex(library);
  const args = ['--query', 'headline', '--theme', 'light'];
  const launched = await launchApplication({ library: path.join(folder, 'library'), args });
  try {
    const { page } = launched;
    const text = (selector: string) => page.locator(selector).allTextContents();
    await expect.poll(() => text('ct-empty-state h2')).toEqual(['Nothing found yet']);
    expect((await text('ct-empty-state p')).join()).toContain('40,000 more articles are being indexed');
    expect(await text('ct-sidebar b')).not.toContain('0');
    await keepScreenshot(page, 'indexing-elsewhere-light');
    const band = page.locator('ct-notice', { hasText: 'The library is being indexed.' });
    const seen = band.waitFor();
    index.release();
    await seen;
    await keepScreenshot(page, 'indexing-light');
    const found = page.locator('ct-result-summary strong');
    await expect.poll(() => found.textContent(), { timeout: 30_000 }).toBe('40,000 articles');
    await page.locator('ct-timeline svg').waitFor();
    await expect.poll(() => band.count(), { timeout: 30_000 }).toBe(0);
    expect(await text('ct-sidebar b')).not.toContain('0');
  } finally {
    library.close();
    await launched.close();
    remove();
  }
});
