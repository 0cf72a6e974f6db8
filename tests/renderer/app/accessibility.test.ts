import { afterEach, describe, expect, test } from 'vitest';
import { archiveError } from '../../../archive/model/errors.ts';
import { deepAll, until, violations } from '../reading/support/page.ts';
import { Screen, type Given } from '../support/app.ts';
import { FakeArchive } from '../support/fake-archive.ts';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

type Step = (screen: Screen) => Promise<void>;

const nothing: Step = () => Promise.resolve();
const screens: readonly (readonly [string, Given, Step])[] = [
  ['front page', {}, nothing],
  ['results and article', { start: { query: 'kosovo thaci' } }, nothing],
  [
    'filters and a notice',
    { start: { query: 'troika zebra' } },
    async (screen) => {
      screen.app.room.filter({ section: 'People', dates: { from: '2008', to: '2008' } });
      await until(() => screen.words('.chip').includes('People'));
    },
  ],
  ['nothing found', { start: { query: '+zebra vienna' } }, nothing],
  ['a listed item', { start: { query: 'bubble' } }, nothing],
  ['an empty library', { archive: new FakeArchive([]) }, nothing],
  [
    'bands',
    { start: { query: 'troika' } },
    async (screen) => {
      const totals = {
        added: 1,
        duplicates: 0,
        kept: 0,
        failed: 1,
        skipped: 0,
        tookMs: 9,
        cancelled: false,
      };
      screen.bridge.imports.emit({ state: 'finished', run: 2, totals });
      screen.bridge.die();
      await until(() => deepAll(screen.root, 'ct-notice').length === 2);
    },
  ],
  [
    'a broken library',
    {},
    async (screen) => {
      const error = archiveError('library-broken', { path: '/l', detail: 'x' });
      screen.bridge.archiveState.emit({ state: 'failed', error });
      await until(() => screen.words('ct-failure') !== '');
    },
  ],
  ['a narrow window', { width: 480, start: { query: 'kosovo' } }, nothing],
  [
    'the drawer of a narrow window',
    { width: 480 },
    async (screen) => {
      screen.click('.library', 'Library');
      await until(() => screen.words('ct-sidebar') !== '');
    },
  ],
];

describe.each(['light', 'dark'] as const)('no violation of level A or AA in the %s theme', (theme) => {
  test.each(screens)('%s', async (_, given, step) => {
    const screen = await Screen.open({ ...given, settings: { theme } });
    await step(screen);
    expect(await violations()).toEqual([]);
  });
});

test('every control is at least 24 pixels high and wide', async () => {
  const screen = await Screen.open({ start: { query: 'kosovo thaci' } });
  // The reading pane's own links stand in lines of text.
  const inPane = new Set(deepAll(screen.root, 'ct-reading-pane button'));
  const small = deepAll(screen.root, ':is(button,select,input,[role=option],[role=slider])')
    .filter((element) => element.checkVisibility() && !inPane.has(element))
    .flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return Math.min(width, height) < 23.5
        ? [`${element.outerHTML.slice(0, 90)} ${String(width)}x${String(height)}`]
        : [];
    });
  expect(small).toEqual([]);
});
