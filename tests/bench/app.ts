import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { launchApplication } from '../e2e/support/launch.ts';
import { projectRoot } from '../e2e/support/places.ts';

/*
 * `npm run bench -- app`: how long a person waits for the window, and for results after a key. The start is timed from
 * `npm start` to the end of the process that wrote a picture of the window with its content, so it includes what a person
 * does not wait for (the picture, the ending) and is an upper bound. A key is timed in the page, from its keydown event
 * to the first frame after the answer to exactly that text was drawn.
 *
 * `--library DIR --queries 'TEXT,TEXT'` measures the keys of other texts in another library, and no starts.
 */

const starts = 5;
const bundledQueries = [
  'kosovo thaci',
  'independence',
  'unilateral declaration',
  'rambouillet',
  'security council',
];
/** Nobody has written this. */
const nowhere = 'qxzzyqx';

const { values: options } = parseArgs({
  options: { library: { type: 'string' }, queries: { type: 'string' } },
});
const queries = options.queries?.split(',').map((text) => text.trim()) ?? bundledQueries;

interface Figures {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  readonly count: number;
}

function figures(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? Number.NaN, count: sorted.length };
}

function print(what: string, { median, p95, most, count }: Figures, goal: number): void {
  const verdict = median < goal ? 'met' : 'MISSED';
  const numbers = [median, p95, most].map((time) => `${time.toFixed(0).padStart(6)} ms`);
  process.stdout.write(
    `${what.padEnd(34)} ${numbers.join(' ')}   n=${String(count).padEnd(4)} goal: median < ${String(goal)} ms, ${verdict}\n`,
  );
}

/** One start by `npm start`, in milliseconds. */
async function timeStart(folder: string): Promise<number> {
  const picture = path.join(folder, 'start.png');
  fs.rmSync(picture, { force: true });
  const begun = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--screenshot', picture], {
    cwd: projectRoot,
    stdio: 'ignore',
    env: { ...process.env, CUTTINGS_LIBRARY: path.join(folder, 'library') },
    shell: process.platform === 'win32',
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const took = performance.now() - begun;
  if (code !== 0 || !fs.existsSync(picture))
    throw new Error(`npm start ended with ${String(code)} and no picture.`);
  return took;
}

async function measureStarts(): Promise<Figures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-bench-'));
  try {
    await timeStart(folder); // makes the library and warms the disk's cache
    const times: number[] = [];
    for (let start = 0; start < starts; start += 1) times.push(await timeStart(folder));
    return figures(times);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: measures every key from now on. */
function watchKeys(): void {
  interface Summary extends Element {
    readonly answered: { readonly question: { readonly text: string } } | null;
    readonly isUpdatePending: boolean;
  }
  const times: number[] = [];
  Object.assign(window, { keyTimes: times });
  const find = <E extends Element>(selector: string, root: Document | ShadowRoot = document): E | null => {
    const found = root.querySelector<E>(selector);
    if (found) return found;
    for (const element of root.querySelectorAll('*')) {
      const inside = element.shadowRoot ? find<E>(selector, element.shadowRoot) : null;
      if (inside) return inside;
    }
    return null;
  };
  const afterPaint = (begun: number) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => times.push(performance.now() - begun);
    requestAnimationFrame(() => channel.port2.postMessage(null));
  };
  window.addEventListener(
    'keydown',
    (event) => {
      const begun = event.timeStamp;
      const look = () => {
        const summary = find<Summary>('ct-result-summary');
        const text = find<HTMLInputElement>('input[role=combobox]')?.value;
        if (summary?.answered?.question.text === text && !summary?.isUpdatePending) afterPaint(begun);
        else setTimeout(look, 0);
      };
      setTimeout(look, 0);
    },
    true,
  );
}

async function typeAndWait(page: Page, text: string): Promise<void> {
  for (const letter of text) {
    const before = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.length);
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForFunction(
      (count) => (window as unknown as { keyTimes: number[] }).keyTimes.length > count,
      before,
    );
  }
}

async function measureKeys(): Promise<Figures> {
  const { library } = options;
  const launched = await launchApplication(library === undefined ? {} : { library: path.resolve(library) });
  try {
    const { page } = launched;
    const box = page.getByRole('combobox', { name: 'Search the archive' });
    // The very first start makes the library; a person types when the front page is there.
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await box.fill(nowhere);
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await page.evaluate(watchKeys);
    for (const query of queries) {
      await box.fill('');
      await typeAndWait(page, query);
    }
    return figures(await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes));
  } finally {
    await launched.close();
  }
}

process.stdout.write(
  `${''.padEnd(34)} ${['median', 'p95', 'most'].map((name) => name.padStart(9)).join(' ')}\n`,
);
if (options.library === undefined) {
  print('npm start to window with content', await measureStarts(), 2_500);
}
print('key press to painted results', await measureKeys(), 50);
