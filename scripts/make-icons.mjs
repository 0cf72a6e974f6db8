/*
 * Draws the application's icon in every size and format from its two SVG sources: `node scripts/make-icons.mjs`. The
 * results are checked in; run it after changing a source. The renderer is a real Chromium (CUTTINGS_CHROMIUM).
 */
import fs from 'node:fs';
import path from 'node:path';
import { makeIcns, makeIco } from './icon-files.mjs';
import { findChromium } from './setup/chromium.mjs';
import { projectRoot } from './setup/paths.mjs';
import { prepareDependencies } from './setup/prepare.mjs';
import { runMain, say } from './setup/say.mjs';

const folder = path.join(projectRoot, 'assets', 'icon');
/** Up to this side the simplified drawing is used. */
const largestSmall = 48;
const sides = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Sizes of the hicolor icon theme. */
const themeSides = [16, 24, 32, 48, 64, 128, 256, 512];

/** @returns {Promise<import('./icon-files.mjs').Picture[]>} */
async function drawAll() {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  const pictures = [];
  for (const size of sides) {
    const source = size <= largestSmall ? 'icon-small.svg' : 'icon.svg';
    const svg = fs.readFileSync(path.join(folder, source)).toString('base64');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
      { waitUntil: 'load' },
    );
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
  }
  await browser.close();
  return pictures;
}

/** @param {string} name @param {Uint8Array} bytes */
function write(name, bytes) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), bytes);
  say(`assets/icon/${name}: ${bytes.length} bytes`);
}

/** Draws and writes all of it. */
async function main() {
  await prepareDependencies(projectRoot);
  const pictures = await drawAll();
  for (const { size, png } of pictures) {
    if (themeSides.includes(size)) write(`png/${size}x${size}.png`, png);
    if (size === 1024) write('icon.png', png);
  }
  write('icon.ico', makeIco(pictures.filter(({ size }) => size <= 256)));
  write('icon.icns', makeIcns(pictures));
  return 0;
}

await runMain(main);
