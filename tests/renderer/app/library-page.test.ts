import { afterEach, describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../archive/model/article.ts';
import { archiveError } from '../../../archive/model/errors.ts';
import { deep, deepAll, until, violations, words } from '../reading/support/page.ts';
import { Screen, type Given } from '../support/app.ts';
import { FakeArchive } from '../support/fake-archive.ts';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

const progress = { done: 1, total: 4, bytes: 20_000 };
const whole = {
  ...{ database: [], references: [], articles: 34, originals: 34, bytes: 52_600, faults: [] },
  ...{ unnamed: { files: 0, bytes: 0 }, stopped: false },
};
const fault = {
  kind: 'missing',
  sha256: 'a'.repeat(64) as Sha256,
  name: 'Преговори.txt',
  articles: 2,
} as const;

async function open(given: Given = {}): Promise<Screen> {
  const screen = await Screen.open(given);
  screen.click('ct-sidebar button', 'The library');
  await until(() => screen.words('ct-library-page h1') === 'The library');
  return screen;
}

const text = (screen: Screen): string => screen.words('ct-library-page');

test('what is held, kept and lacking is counted, and numbers lead to what they stand for', async () => {
  const screen = await open();
  expect(document.title).toBe('The library – Cuttings');
  const said = text(screen);
  expect(said).toContain('Verified on 20 November 2026');
  expect(said).toContain('Never backed up');
  expect(said).toContain('4 files or records could not be read, in 2 imports.');
  expect(said).toMatch(/days from .* to .* have no article\./u);
  screen.click('ct-library-page .link', 'Serbian');
  await until(() => screen.app.room.place.text.startsWith('lang:sr'));
  screen.app.room.back();
  await until(() => text(screen).includes('What it lacks'));
  const month = deepAll(screen.root, 'ct-library-page td button')[0];
  const name = month?.getAttribute('aria-label') ?? '';
  expect(name).toMatch(/^\w+ \d{4}: \d+ articles?, /u);
  month?.click();
  await until(() => /^date:\d{4}-\d\d$/u.test(screen.app.room.place.text));
});

test('verifying: begun, shown as it goes, stopped, and told how it ended', async () => {
  const screen = await open();
  screen.click('ct-library-page button', 'Verify now');
  expect(screen.bridge.ran).toEqual(['verify-library']);
  screen.bridge.care.emit({ state: 'running', what: 'verify', progress });
  await until(() => text(screen).includes('1 of 4 originals, 20 KB'));
  expect(
    deepAll<HTMLButtonElement>(screen.root, 'ct-library-page .row .button').map(({ disabled }) => disabled),
  ).toEqual([false, true, true]);
  screen.click('ct-library-page .running button', 'Stop');
  screen.bridge.care.emit({ state: 'stopped', what: 'verify' });
  await until(() => text(screen).includes('Stopped. Nothing was changed.'));
  screen.bridge.care.emit({ state: 'verified', report: whole });
  await until(() => text(screen).includes('Everything is whole: 34 originals read, 52.6 KB.'));
  screen.bridge.care.emit({ state: 'verified', report: { ...whole, faults: [fault] } });
  await until(() => screen.words('ct-library-page .bad').includes('1 thing missing or damaged. Restore it'));
  expect(screen.words('ct-library-page .faults')).toBe('Преговори.txt is missing (2 articles)');
  const error = archiveError('backup-refused', { path: '/b', detail: 'it holds another library' });
  screen.bridge.care.emit({ state: 'failed', what: 'backup', error });
  await until(() => screen.words('ct-library-page .bad').includes('it holds another library'));
});

test('other libraries are opened by their place; one that is gone is said to be', async () => {
  const screen = await Screen.open();
  screen.bridge.libraries = {
    name: 'Архива новина и часописа Приштине, Призрена и Ђаковице',
    path: '/home/a/Dropbox/Архива новина и часописа Приштине, Призрена и Ђаковице',
    isDefault: false,
    risk: { kind: 'synchronised', service: 'Dropbox' },
    recent: [
      { name: 'Library', path: '/home/a/Library', there: true },
      { name: 'Arkivi', path: '/media/disk/Arkivi', there: false },
    ],
  };
  screen.app.keeping.hostDisconnected();
  screen.app.keeping.hostConnected();
  await until(() => screen.words('ct-notice').includes('a folder that Dropbox synchronises'));
  expect(document.title).toContain('Архива новина');
  screen.click('ct-notice button', 'The library');
  await until(() => text(screen).includes('Other libraries'));
  expect(screen.words('ct-notice')).toBe('');
  expect(text(screen)).toContain('It is not there now');
  const button = (name: string): HTMLButtonElement | undefined =>
    deepAll<HTMLButtonElement>(screen.root, 'ct-library-page .button').find(
      (one) => one.getAttribute('aria-label') === name,
    );
  button('Open Library')?.click();
  screen.click('ct-library-page .button', 'New library…');
  expect([screen.bridge.opened, screen.bridge.ran]).toEqual([[0], ['new-library']]);
  expect(button('Open Arkivi')?.disabled).toBe(true);
  expect(await violations()).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each([
    ['a library', 1440, undefined],
    ['a narrow window', 400, undefined],
    ['an empty library', 1000, new FakeArchive([])],
  ] as const)(
    'no violation of level A or AA, and nothing wider than the window: %s',
    async (_, width, archive) => {
      const screen = await Screen.open({ width, settings: { theme }, ...(archive && { archive }) });
      screen.app.room.goLibrary();
      await until(() => screen.words('ct-library-page h1') === 'The library');
      screen.bridge.care.emit({ state: 'running', what: 'backup', progress });
      await until(() => text(screen).includes('1 of 4'));
      const page = deep(screen.root, 'ct-library-page');
      expect(page.scrollWidth).toBeLessThanOrEqual(page.clientWidth);
      expect(words(page)).not.toContain('NaN');
      expect(await violations()).toEqual([]);
    },
  );
});
