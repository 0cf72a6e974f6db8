// Takes pictures of the whole window, for people to look at: node tests/renderer/harness/shoot.mjs [name…]
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const folder = path.join(root, 'artifacts', 'screenshots', 'window');

const wide = { width: 1440, height: 900 };
const narrow = { width: 480, height: 900 };
const dark = '&theme=dark';

const type =
  (text, keys = []) =>
  async (page) => {
    await page.keyboard.type(text, { delay: 20 });
    await page.waitForFunction(() =>
      document
        .querySelector('ct-app')
        ?.shadowRoot?.querySelector('ct-search-box')
        ?.shadowRoot?.querySelector('ul'),
    );
    for (const key of keys) await page.keyboard.press(key);
  };
const related = async (page) => {
  const list = page.locator('ct-related-articles li').first();
  await list.waitFor({ state: 'attached' });
  await list.scrollIntoViewIfNeeded();
};

const shots = {
  results: { search: 'query=kosovo thaci', ...wide },
  'results-dark': { search: `query=kosovo thaci${dark}`, ...wide },
  'results-narrow': { search: 'query=kosovo thaci', ...narrow },
  all: { search: 'query=kosovo&do=all-articles', ...wide },
  completions: { search: 'completes', ...wide, act: type('final koso') },
  'completions-active': { search: 'completes', ...wide, act: type('th', ['ArrowDown', 'ArrowDown']) },
  'completions-dark': { search: `completes${dark}`, ...wide, act: type('pri', ['ArrowDown']) },
  'completions-narrow': { search: 'completes', ...narrow, act: type('pri', ['ArrowDown']) },
  meant: { search: 'query=troika&meant=troika talks', ...wide },
  'meant-empty': { search: 'query=xylophone quagga&meant=telephone quarrel', ...wide },
  'empty-narrow': { search: `query=xylophone "a b" date:2007-11&meant=telephone${dark}`, ...narrow },
  notices: { search: 'query=troika&say=damaged,indexing,cut,words', ...wide },
  'notices-dark': { search: `query=troika&say=damaged,indexing,cut,words${dark}`, ...wide },
  'notices-narrow': { search: 'query=troika&say=damaged,indexing,words', ...narrow },
  million: { search: 'million=1000000&query=talks', ...wide },
  'million-narrow': { search: `million=1000000&query=talks${dark}`, ...narrow },
  related: { search: 'open=Final Kosovo talks end in failure&query=troika', ...wide, act: related },
  'related-dark': {
    search: `open=Hashim Thaçi&query=troika${dark}`,
    width: 1920,
    height: 1000,
    act: related,
  },
  'related-narrow': { search: 'open=Final Kosovo talks end in failure', ...narrow, act: related },
  front: { search: '', ...wide },
  help: { search: 'do=shortcuts', width: 1440, height: 1200 },
};

const wanted = process.argv.slice(2);
const server = await createServer({ root, logLevel: 'error', server: { port: 0 } });
await server.listen();
const base = `${server.resolvedUrls?.local[0] ?? ''}tests/renderer/harness/index.html`;
const browser = await chromium.launch({
  executablePath: process.env.CUTTINGS_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
await mkdir(folder, { recursive: true });
for (const [name, { search, width, height, act }] of Object.entries(shots)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.on('console', (message) => {
    if (message.type() === 'error') process.stderr.write(`${name}: ${message.text()}\n`);
  });
  page.on('pageerror', (error) => process.stderr.write(`${name}: ${String(error)}\n`));
  await page.goto(`${base}?${search}`);
  await page.waitForSelector('[data-ready]', { state: 'attached' });
  await act?.(page);
  await page.evaluate(() => document.fonts.ready);
  // Facets come after the answer, related articles after the article.
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
await server.close();
