import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { deep, deepAll, until, violations, words } from '../reading/support/page.ts';
import { Screen, type Given } from '../support/app.ts';
import { FakeArchive } from '../support/fake-archive.ts';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

const long =
  'Pregovori o sudbini devetnaest najstarijih knjižara u Prištini, Prizrenu i Đakovici i sve što je o njima pisano';
const home = 'Kosovo';

/** The archive of the tests, with more collections: an empty one, a long name, one in Cyrillic. */
function archive(): FakeArchive {
  const made = new FakeArchive();
  made.articles = made.articles.map((one, at) =>
    at % 9 === 4 ? { ...one, collection: 'Разговори о статусу Косова и Метохије' } : one,
  );
  made.empty = ['Bisedimet e Vjenës', long];
  return made;
}

async function open(given: Given = {}): Promise<Screen> {
  const screen = await Screen.open({ archive: archive(), ...given });
  await until(() => screen.words('ct-collections').includes('Bisedimet'));
  return screen;
}

const entry = (screen: Screen, name: string): HTMLElement => {
  const found = deepAll(screen.root, 'ct-collections .entry').find((one) => words(one).startsWith(name));
  if (!found) throw new Error(`no collection ${name}`);
  return found;
};
const names = (screen: Screen): readonly string[] =>
  deepAll(screen.root, 'ct-collections .entry bdi').map(words);
const notice = (screen: Screen): string => screen.words('ct-notice');
const libraryChanged = async (screen: Screen): Promise<void> => screen.bridge.libraryChanged();

test('F2 renames in place; a name that is taken is told at once, and Escape leaves all as it was', async () => {
  const screen = await open();
  entry(screen, home).focus();
  await userEvent.keyboard('{F2}');
  await until(() => Screen.focused instanceof HTMLInputElement);
  await userEvent.keyboard('Bisedimet e Vjenës{Enter}');
  await until(() => screen.words('ct-collections [role=alert]').includes('Another collection has this name'));
  await userEvent.keyboard('{Escape}');
  await until(() => Screen.focused === entry(screen, home));
  await userEvent.keyboard('{F2}');
  await until(() => Screen.focused instanceof HTMLInputElement);
  await userEvent.keyboard(' Kosovë  1974–2013 {Enter}');
  await until(() => notice(screen).includes('Renamed “Kosovo” to “Kosovë 1974–2013”.'));
  expect(screen.archive.asked).toEqual([['rename', 'Kosovo', 'Kosovë 1974–2013']]);
  await libraryChanged(screen);
  await until(() => names(screen).includes('Kosovë 1974–2013'));
  await until(() => Screen.focused === entry(screen, 'Kosovë 1974–2013'));
});

test('the context menu is reached by its key, moved in by arrows, and gives the focus back', async () => {
  const screen = await open();
  const kosovo = entry(screen, home);
  kosovo.focus();
  kosovo.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, composed: true }));
  await until(() => words(Screen.focused ?? kosovo).startsWith('Rename'));
  await userEvent.keyboard('{ArrowUp}');
  expect(words(Screen.focused ?? kosovo)).toMatch(/^Delete…/u);
  await userEvent.keyboard('{Escape}');
  expect([Screen.focused, deepAll(screen.root, '[role=menu]')]).toEqual([kosovo, []]);
});

test('merging says into which, and is taken back by Ctrl+Z', async () => {
  const screen = await open();
  deep(screen.root, 'ct-collections .dots').click();
  await until(() => deepAll(screen.root, '[role=menuitem]').length === 3);
  screen.click('[role=menuitem]', 'Merge into…');
  const subject = names(screen)[0] ?? '';
  await until(() => screen.words('ct-collection-dialog h2') === 'Merge collections');
  const primary = deep<HTMLButtonElement>(screen.root, 'ct-collection-dialog [type=submit]');
  expect(primary.disabled).toBe(true);
  screen.click('ct-collection-dialog label', 'Разговори');
  await until(() => !primary.disabled);
  primary.click();
  await until(() => notice(screen).includes(`Merged “${subject}” into`));
  await libraryChanged(screen);
  await until(() => !names(screen).includes(subject));
  entry(screen, home).focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await until(() => notice(screen).includes('Undone'));
  await libraryChanged(screen);
  await until(() => names(screen).includes(subject));
});

describe('deleting says what becomes of the articles', () => {
  const ask = async (screen: Screen, name: string): Promise<void> => {
    entry(screen, name).focus();
    await userEvent.keyboard('{Delete}');
    await until(() => screen.words('ct-collection-dialog h2') === 'Delete a collection');
  };
  const primary = (screen: Screen) =>
    deep<HTMLButtonElement>(screen.root, 'ct-collection-dialog [type=submit]');

  test('they move into another one, new if need be, and the Undo of the notice brings them back', async () => {
    const screen = await open({ start: { query: 'kosovo' } });
    screen.app.room.filter({ collection: home });
    await until(() => screen.words('.chip').includes(home));
    await ask(screen, home);
    screen.click('ct-collection-dialog .fresh', 'A new collection');
    await until(() => deepAll(screen.root, '.fresh [type=text]').length === 1);
    expect(primary(screen).disabled).toBe(true);
    await userEvent.fill(deep(screen.root, '.fresh [type=text]'), 'Косово');
    await until(() => !primary(screen).disabled);
    primary(screen).click();
    await until(() =>
      /Removed the collection “Kosovo”; its \d+ articles are in “Косово” now\./u.test(notice(screen)),
    );
    expect(screen.app.room.place.filter.collection).toBe('Косово');
    screen.click('ct-notice button', 'Undo');
    await until(() => /Undone: “Kosovo” is back, with \d+ articles\./u.test(notice(screen)));
    expect(screen.archive.asked.map(([act]) => act)).toEqual(['remove', 'undo']);
  });

  test('or they are deleted too, which is said to be for good and offers no way back', async () => {
    const screen = await open();
    await ask(screen, 'Разговори');
    expect(screen.words('ct-collection-dialog form')).toContain('This cannot be undone.');
    screen.click('ct-collection-dialog .fate', 'Delete');
    await until(() => /^Delete with \d+ articles?$/u.test(words(primary(screen))));
    primary(screen).click();
    await until(() => notice(screen).includes('Deleted “Разговори'));
    expect([
      deepAll(screen.root, 'ct-notice button').map(words),
      screen.archive.asked.map(([act]) => act),
    ]).toEqual([['Dismiss'], ['delete']]);
  });

  test('an empty one is just removed', async () => {
    const screen = await open();
    await ask(screen, 'Bisedimet');
    expect(words(primary(screen))).toBe('Delete the collection');
    primary(screen).click();
    await until(() => notice(screen).includes('Removed the collection “Bisedimet e Vjenës”.'));
    expect(screen.archive.asked).toEqual([['remove', 'Bisedimet e Vjenës', null]]);
  });
});

test('the open article is moved from its facts or by its key; Ctrl+Z in the search box stays the box’s', async () => {
  const screen = await open({ start: { query: 'kosovo thaci' } });
  const id = screen.app.room.shown.article;
  screen.click('ct-article-facts button', 'Move…');
  await until(() => screen.words('ct-collection-dialog h2') === 'Move to a collection');
  await userEvent.keyboard('{Escape}');
  await until(() => screen.app.collections.question === null);
  await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
  await until(() => screen.words('ct-collection-dialog h2') === 'Move to a collection');
  screen.click('ct-collection-dialog label', 'Bisedimet');
  await until(() => !deep<HTMLButtonElement>(screen.root, 'ct-collection-dialog [type=submit]').disabled);
  await userEvent.keyboard('{Enter}');
  await until(() => notice(screen).includes('Moved 1 article into “Bisedimet e Vjenës”.'));
  expect(screen.archive.asked).toEqual([['move', [id], 'Bisedimet e Vjenës']]);
  screen.app.focusBox(false);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(screen.archive.asked.length).toBe(1);
});

test('a new one is made from the column, and a name that is there already cannot be sent', async () => {
  const screen = await open();
  screen.click('ct-collections .new', 'New');
  await until(() => Screen.focused instanceof HTMLInputElement);
  await userEvent.keyboard('Kosovo{Enter}');
  expect(screen.words('ct-collection-dialog [role=alert]')).toBe(
    'A collection of this name is there already.',
  );
  expect(screen.archive.asked).toEqual([]);
  await userEvent.keyboard(' i Metohija{Enter}');
  await until(() => notice(screen).includes('Made the collection “Kosovo i Metohija”.'));
});

describe.each(['light', 'dark'] as const)('no violation of level A or AA in the %s theme', (theme) => {
  test.each([
    ['menu', '{ContextMenu}', '[role=menu]'],
    ['rename', '{F2}', 'ct-collections input'],
    ['delete', '{Delete}', 'ct-collection-dialog form'],
  ] as const)('%s', async (what, key, selector) => {
    const screen = await open({ settings: { theme } });
    const kosovo = entry(screen, home);
    kosovo.focus();
    if (what === 'menu')
      kosovo.dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, composed: true }),
      );
    else await userEvent.keyboard(key);
    await until(() => deepAll(screen.root, selector).length === 1);
    expect(await violations()).toEqual([]);
  });

  test.each([320, 900])('the dialogs fit a window %d wide', async (width) => {
    const screen = await open({ settings: { theme }, width: 1200 });
    for (const question of [
      { kind: 'create' },
      { kind: 'merge', name: long },
      { kind: 'delete', name: home },
    ] as const) {
      const { page } = await import('vitest/browser');
      await page.viewport(width, 700);
      screen.app.collections.ask(question);
      await until(() => deepAll(screen.root, 'ct-collection-dialog form').length === 1);
      const form = deep(screen.root, 'ct-collection-dialog form');
      expect(form.scrollWidth).toBeLessThanOrEqual(form.clientWidth);
      expect(await violations()).toEqual([]);
      screen.app.collections.ask(null);
      await screen.app.updateComplete;
    }
  });
});
