import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ImportProgress } from '../../../archive/model/import-report.ts';
import { PaceMeter, shareDone } from '../../../renderer/controllers/import-pace.ts';
import { progressFacts, timeLeft } from '../../../renderer/format/import-words.ts';
import { deepAll, until, violations } from '../reading/support/page.ts';
import { Screen } from '../support/app.ts';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

const total = { files: 40, bytes: 2_400_000_000 };
const step = (more: Partial<ImportProgress>): ImportProgress => ({
  ...{ files: 10, articles: 1_204, bytes: 600_000_000, path: '/news/Косово/један.html' },
  ...more,
});
const totals = {
  ...{ added: 3, duplicates: 0, kept: 0, failed: 0, skipped: 0 },
  ...{ tookMs: 9, cancelled: false },
};

async function running(progress: ImportProgress, waiting = 0): Promise<Screen> {
  const screen = await Screen.open();
  screen.bridge.imports.emit({ state: 'running', progress, waiting });
  await until(() => screen.words('ct-import-progress') !== '');
  return screen;
}

test('how far it is: bytes of bytes, files, articles and the file, once it is known how much there is', async () => {
  const screen = await running(step({}));
  expect(screen.words('ct-import-progress .facts')).toBe('600 MB read 10 files 1,204 articles');
  expect(deepAll<HTMLProgressElement>(screen.root, 'ct-import-progress progress')[0]?.position).toBe(-1);
  screen.bridge.imports.emit({ state: 'running', progress: step({ total }), waiting: 2 });
  await until(() => screen.words('ct-import-progress .percent') === '25 %');
  expect(screen.words('ct-import-progress .facts')).toBe(
    '600 MB of 2.4 GB 10 of 40 files 1,204 articles 2 more imports waiting',
  );
  expect(screen.words('ct-import-progress .file')).toBe('један.html');
  const file = { stage: 'copying', done: 1_000_000, total: 5_000_000_000 } as const;
  screen.bridge.imports.emit({ state: 'running', progress: step({ total, file }) });
  await until(
    () => screen.words('ct-import-progress .file') === 'Copying the original, 1 MB of 5 GB: један.html',
  );
});

test('it is hidden while it goes on, shown small in the header, and comes back with the focus', async () => {
  const screen = await running(step({ total }));
  screen.click('ct-import-progress button', 'Hide');
  await until(() => screen.words('ct-import-indicator').startsWith('Importing'));
  expect(screen.words('ct-import-progress')).toBe('');
  await until(() => Screen.focused?.getAttribute('title') === 'Show the import');
  screen.bridge.imports.emit({ state: 'running', progress: step({ total, bytes: 1_230_000_000 }) });
  await until(() => screen.words('ct-import-indicator').includes('51 %'));
  expect(screen.words('ct-import-progress')).toBe('');
  await userEvent.keyboard('{Enter}');
  await until(() => screen.words('ct-import-progress .percent') === '51 %');
  await until(() => Screen.focused?.textContent?.trim() === 'Hide');
  screen.click('ct-import-progress button', 'Hide');
  await until(() => screen.words('ct-import-indicator') !== '');
  screen.bridge.imports.emit({ state: 'finished', run: 2, totals });
  await until(() => screen.words('ct-notice p') === 'Import finished: 3 articles added.');
  expect(screen.words('ct-import-indicator')).toBe('');
});

test('it is cancelled once, and it is said that what was added stays', async () => {
  const screen = await running(step({ total }));
  screen.click('ct-import-progress button', 'Cancel');
  await until(() => screen.words('ct-import-progress b') === 'Stopping');
  expect(screen.words('ct-import-progress .file')).toBe('What was added until now stays in the library.');
  expect(deepAll(screen.root, 'ct-import-progress button').length).toBe(1);
  expect(screen.bridge.importsCancelled).toBe(1);
  screen.bridge.imports.emit({ state: 'finished', run: 2, totals: { ...totals, cancelled: true } });
  await until(
    () => screen.words('ct-notice p') === 'Import cancelled: 3 articles added. What was added stays.',
  );
});

test('it is spoken of by quarters, not at each step', async () => {
  const screen = await running(step({ total, bytes: 0 }));
  const spoken = new Set<string>();
  for (let percent = 0; percent <= 100; percent += 1) {
    const bytes = total.bytes * (percent / 100);
    screen.bridge.imports.emit({ state: 'running', progress: step({ total, bytes }) });
    await screen.app.updateComplete;
    spoken.add(screen.app.imports.spoken);
  }
  expect([...spoken]).toEqual([
    'Importing',
    '25 percent imported',
    '50 percent imported',
    '75 percent imported',
  ]);
  expect(deepAll(screen.root, 'ct-import-progress [role=status]')).toEqual([]);
});

test('the pace is that of the last seconds, and copying is no slowness', () => {
  const meter = new PaceMeter();
  const at = (seconds: number, bytes: number, more: Partial<ImportProgress> = {}) =>
    meter.take(step({ total, bytes, ...more }), seconds * 1000);
  expect(at(0, 0)).toEqual({ bytesPerSecond: null, left: null });
  expect(at(1, 50_000_000)).toEqual({ bytesPerSecond: null, left: null });
  expect(at(4, 200_000_000)).toEqual({ bytesPerSecond: 50_000_000, left: 44_000 });
  for (let second = 5; second <= 40; second += 1) at(second, 200_000_000 + (second - 4) * 10_000_000);
  expect(at(41, 570_000_000).bytesPerSecond).toBeCloseTo(10_000_000, -3);
  const file = { stage: 'copying', done: 5, total: 10 } as const;
  expect(at(42, 570_000_000, { file })).toEqual({ bytesPerSecond: null, left: null });
  expect(at(90, 570_000_000).bytesPerSecond).toBe(null);
});

test('shares and times in words', () => {
  expect(shareDone(step({}))).toBe(null);
  expect(shareDone(step({ total: { files: 40, bytes: 0 } }))).toBe(0.25);
  expect(shareDone(step({ total: { files: 0, bytes: 0 } }))).toBe(null);
  // A file that grew meanwhile.
  expect(shareDone(step({ total, bytes: 9e9 }))).toBe(1);
  expect([20_000, 65_000, 5_000_000, 10_000_000].map(timeLeft)).toEqual([
    'less than a minute left',
    'about 1 min left',
    'about 83 min left',
    'about 3 h left',
  ]);
  expect(progressFacts(step({ total }), { bytesPerSecond: 8_234_567, left: 240_000 })).toEqual([
    '600 MB of 2.4 GB',
    '10 of 40 files',
    '1,204 articles',
    '8.2 MB/s',
    'about 4 min left',
  ]);
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the progress and its indicator, ${theme}`, async () => {
    document.documentElement.dataset['theme'] = theme;
    const screen = await running(step({ total }), 1);
    expect(await violations()).toEqual([]);
    screen.click('ct-import-progress button', 'Hide');
    await until(() => screen.words('ct-import-indicator') !== '');
    expect(await violations()).toEqual([]);
  });
}
