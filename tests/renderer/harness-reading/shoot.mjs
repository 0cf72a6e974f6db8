// Takes pictures of the harness page, for people to look at: node tests/renderer/harness-reading/shoot.mjs [name…]
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const folder = path.join(root, 'artifacts', 'screenshots', 'reading');

const shots = {
  light: { search: 'step=5', width: 1440, height: 900 },
  dark: { search: 'step=5&theme=dark', width: 1440, height: 900 },
  narrow: { search: 'step=5', width: 480, height: 900 },
  'narrow-side': { search: 'view=side', width: 480, height: 900 },
  wide: { search: 'step=5', width: 2560, height: 1300 },
  scrolled: { search: 'scroll=400', width: 1440, height: 900 },
  side: { search: 'view=side&step=5', width: 1440, height: 900 },
  'side-dark': { search: 'view=side&step=9&theme=dark', width: 1920, height: 1000 },
  original: { search: 'view=original&step=3', width: 1440, height: 900 },
  every: { search: 'show=every', width: 1440, height: 1700 },
  'every-dark': { search: 'show=every&theme=dark', width: 1440, height: 1700 },
  'every-narrow': { search: 'show=every', width: 480, height: 1900 },
  serbian: { search: 'show=serbian&words=Косова', width: 1440, height: 900 },
  'serbian-narrow': { search: 'show=serbian&words=Косова', width: 480, height: 900 },
  albanian: { search: 'show=albanian&words=Kosov', width: 1440, height: 900 },
  listed: { search: 'show=listed', width: 1440, height: 900 },
  error: { search: 'show=error&theme=dark', width: 1440, height: 900 },
  empty: { search: 'show=empty', width: 1440, height: 900 },
  report: { search: 'show=report', width: 1440, height: 900 },
  'report-narrow': { search: 'show=report&theme=dark', width: 480, height: 900 },
  help: { search: 'show=help', width: 1440, height: 1000 },
  'help-dark': { search: 'show=help&theme=dark', width: 480, height: 1000 },
  about: { search: 'show=about', width: 1440, height: 900 },
};

const wanted = process.argv.slice(2);
const server = await createServer({
  root,
  logLevel: 'error',
  server: { port: 0 },
  ...(globalThis.harnessVite ?? {}),
});
await server.listen();
const base = `${server.resolvedUrls?.local[0] ?? ''}tests/renderer/harness-reading/index.html`;
const browser = await chromium.launch({
  executablePath: process.env.CUTTINGS_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
await mkdir(folder, { recursive: true });
for (const [name, { search, width, height }] of Object.entries(shots)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.on('console', (message) => {
    if (message.type() !== 'debug') process.stderr.write(`${name}: ${message.text()}\n`);
  });
  page.on('pageerror', (error) => process.stderr.write(`${name}: ${String(error)}\n`));
  await page.goto(`${base}?${search}`);
  if (!/show=(empty|report|help|about)/.test(search))
    await page.waitForSelector('[data-ready]', { state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
await server.close();
