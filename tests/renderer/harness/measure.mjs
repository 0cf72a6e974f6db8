// Measures the window on a made-up library of a million articles: node tests/renderer/harness/measure.mjs [articles]
// Key press to painted results, and the tasks and frames while the list is scrolled to anywhere. Lit's development
// build, no bundle: the application itself is faster.
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const articles = Number(process.argv[2] ?? 1_000_000);
/** What the archive takes for an answer, in milliseconds; it takes ten times as long to count. */
const delay = 10;

const server = await createServer({ root, logLevel: 'error', server: { port: 0 } });
await server.listen();
const base = `${server.resolvedUrls?.local[0] ?? ''}tests/renderer/harness/index.html`;
const browser = await chromium.launch({
  executablePath: process.env.CUTTINGS_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
  ignoreDefaultArgs: ['--hide-scrollbars'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on('pageerror', (error) => process.stderr.write(`${String(error)}\n`));
await page.goto(`${base}?million=${String(articles)}&delay=${String(delay)}&completes&query=talks`);
await page.waitForSelector('[data-ready]', { state: 'attached' });

/** Watches tasks and frames from now on. */
await page.evaluate(() => {
  const app = document.querySelector('ct-app');
  window.watched = { tasks: [], frames: [], last: performance.now() };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.watched.tasks.push(duration);
  }).observe({ type: 'longtask' });
  const frame = (now) => {
    window.watched.frames.push(now - window.watched.last);
    window.watched.last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.list = () => app.shadowRoot.querySelector('ct-result-list');
  window.scroller = () => window.list().shadowRoot.querySelector('.scroller');
  /** What is at the top of the view, whether its hit has come, and whether the items follow each other. */
  window.seen = () => {
    const { top, bottom } = window.scroller().getBoundingClientRect();
    const boxes = [...window.list().shadowRoot.querySelectorAll('[role=option]')]
      .map((option) => ({ option, box: option.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > top && box.top < bottom);
    const gaps = boxes.slice(1).map(({ box }, at) => Math.round(box.top - boxes[at].box.bottom));
    return {
      first: Number(boxes[0]?.option.ariaPosInSet ?? 0),
      missing: boxes.filter(({ option }) => option.classList.contains('missing')).length,
      covered: boxes.length > 0 && boxes[0].box.top <= top + 10 && boxes.at(-1).box.bottom >= bottom - 10,
      gaps: [...new Set(gaps)].join(),
      drawn: window.list().shadowRoot.querySelectorAll('[role=option]').length,
      held: app.room.search.hits.size,
      scrollTop: Math.round(window.scroller().scrollTop),
    };
  };
});

async function watch(name, act) {
  await page.evaluate(() =>
    Object.assign(window.watched, { tasks: [], frames: [], last: performance.now() }),
  );
  await act();
  const shown = await page.waitForFunction(() => window.seen().missing === 0 && window.seen());
  await page.waitForTimeout(250);
  const { tasks, frames } = await page.evaluate(() => window.watched);
  const longest = (numbers) => Math.round(Math.max(0, ...numbers));
  const { first, covered, gaps, drawn, held, scrollTop } = await shown.jsonValue();
  const where = `at ${String(first)}, ${String(drawn)} drawn, ${String(held)} held, gaps ${gaps}, scrollTop ${String(scrollTop)}`;
  process.stdout.write(
    `${name.padEnd(34)} tasks over 50 ms: ${String(tasks.length)} (longest ${String(longest(tasks))}), ` +
      `longest frame ${String(longest(frames))} ms; ${where}${covered ? '' : ' NOT COVERED'}\n`,
  );
}

const box = await page.evaluate(() => window.scroller().getBoundingClientRect().toJSON());
const bar = { x: box.right - 6, top: box.top, height: box.height };
const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };

await watch('Down into the list, End', async () => {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.waitForFunction((total) => window.seen().first > total - 12, articles);
});
await watch('Home', async () => {
  await page.keyboard.press('Home');
  await page.waitForFunction(() => window.seen().first === 1);
});
await watch('PageDown held, 60 times', async () => {
  for (let times = 0; times < 60; times += 1) await page.keyboard.press('PageDown');
});
await watch('wheel, 60 turns', async () => {
  await page.mouse.move(middle.x, middle.y);
  for (let times = 0; times < 60; times += 1) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
});
await watch('the bar dragged to the middle', async () => {
  const thumb = await page.evaluate(() => {
    const { scrollTop, scrollHeight, clientHeight } = window.scroller();
    return (scrollTop / scrollHeight) * clientHeight;
  });
  await page.mouse.move(bar.x, bar.top + thumb + 8);
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) {
    await page.mouse.move(bar.x, bar.top + thumb + 8 + (step / 60) * (bar.height / 2));
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
});
await watch('wheel in the middle, 60 turns', async () => {
  await page.mouse.move(middle.x, middle.y);
  for (let times = 0; times < 60; times += 1) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
});
await watch('wheel back, 60 turns', async () => {
  for (let times = 0; times < 60; times += 1) {
    await page.mouse.wheel(0, -240);
    await page.waitForTimeout(16);
  }
});

/** From the key's own time to the frame after the one that painted its results, less what the archive took. */
const typing = [];
await page.keyboard.press('/');
await page.evaluate(() => {
  window.keys = [];
  window.addEventListener('keydown', ({ timeStamp }) => (window.pressed = timeStamp), true);
  const { search } = document.querySelector('ct-app').room;
  let last = search.answered;
  const look = () => {
    if (search.answered !== last) {
      last = search.answered;
      const began = window.pressed;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.keys.push(performance.now() - began);
        port2.postMessage(0);
      });
    }
    setTimeout(look, 0);
  };
  look();
});
for (const key of 'the talks on the final status of kosovo ended in failure and the mediators left') {
  await page.keyboard.press(key);
  await page.waitForTimeout(90 + Math.random() * 120);
}
typing.push(...(await page.evaluate(() => window.keys)));
typing.sort((a, b) => a - b);
const at = (share) => Math.round(typing[Math.floor((typing.length - 1) * share)] ?? 0);
process.stdout.write(
  `${String(typing.length)} keys, the archive taking ${String(delay)} ms: median ${String(at(0.5))} ms, ` +
    `p95 ${String(at(0.95))} ms, longest ${String(at(1))} ms to painted results\n`,
);
await browser.close();
await server.close();
