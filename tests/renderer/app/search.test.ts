import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { deep, until } from '../reading/support/page.ts';
import { Screen } from '../support/app.ts';
import { FakeArchive } from '../support/fake-archive.ts';

const final = 'Final Kosovo talks end in failure';

afterEach(() => {
  document.body.replaceChildren();
});

describe('typing', () => {
  test('goes into the box at once, finds as one types, and loses no key', async () => {
    const screen = await Screen.open();
    expect(Screen.focused?.getAttribute('aria-label')).toBe('Search the archive');
    await userEvent.keyboard('troika');
    await screen.answered('troika');
    expect(screen.archive.searched).toEqual(['t', 'tr', 'tro', 'troi', 'troik', 'troika']);
    expect(deep<HTMLInputElement>(screen.root, 'input').value).toBe('troika');
    expect(screen.app.room.search.answered?.question.typing).toBe(true);
    expect(screen.selected).toBe(screen.headlines[0]);
    await until(() => screen.article === screen.selected);
    expect(document.title).toBe('troika – Cuttings');
  });

  test('an answer that comes late never replaces a later one, and the list is never empty between', async () => {
    const archive = new FakeArchive();
    const screen = await Screen.open({ archive, start: { query: 'troika' } });
    const before = screen.headlines;
    const waiting: (() => void)[] = [];
    archive.gate = () => new Promise((resolve) => waiting.push(resolve));
    screen.box.focus({ select: true });
    await userEvent.keyboard('k');
    await until(() => waiting.length === 1);
    await userEvent.keyboard('f');
    await until(() => waiting.length === 2);
    expect(screen.headlines).toEqual(before);
    waiting[1]?.();
    await screen.answered('kf');
    const after = screen.headlines;
    expect(after).not.toEqual(before);
    waiting[0]?.();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.headlines).toEqual(after);
    expect(screen.bridge.cancelled).toBe(1);
  });

  test('Escape clears, then leaves; clearing leads back to the front page', async () => {
    const screen = await Screen.open();
    await userEvent.keyboard('troika');
    await screen.answered('troika');
    await userEvent.keyboard('{Escape}');
    await until(() => screen.words('ct-front-page h1') === 'Kosovo');
    expect(Screen.focused?.tagName).toBe('INPUT');
    await userEvent.keyboard('{Escape}');
    expect(Screen.focused).toBe(document.body);
    await userEvent.keyboard('/');
    expect(Screen.focused?.tagName).toBe('INPUT');
    expect(deep<HTMLInputElement>(screen.root, 'input').value).toBe('');
  });

  test('Enter ends the last word, unless only its beginning is found', async () => {
    const screen = await Screen.open();
    await userEvent.keyboard('troik');
    await screen.answered('troik');
    const { total } = screen.app.room.search;
    await userEvent.keyboard('{Enter}');
    await until(() => screen.archive.searched.length > 5);
    expect([screen.app.room.place.typing, screen.app.room.search.total]).toEqual([true, total]);
    await userEvent.keyboard('a{Enter}');
    await until(() => !screen.app.room.place.typing);
    expect(screen.app.room.search.total).toBe(total);
  });
});

describe('the keyboard alone', () => {
  test('Down goes into the results, Up at their top comes back, and letters go into the box', async () => {
    const screen = await Screen.open({ start: { query: 'talk' } });
    await userEvent.keyboard('{ArrowDown}');
    expect(Screen.focused?.getAttribute('aria-posinset')).toBe('1');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await until(() => Screen.focused?.getAttribute('aria-posinset') === '3');
    await until(() => screen.article === screen.selected);
    expect(screen.app.pane?.resultPlace).toEqual({
      index: 2,
      total: screen.app.room.search.total,
      exact: true,
    });
    await userEvent.keyboard('{End}');
    await until(() => screen.app.room.index === screen.app.room.search.total - 1);
    await until(() => Screen.focused?.getAttribute('aria-posinset') === String(screen.app.room.search.total));
    await userEvent.keyboard('{Home}');
    await until(() => Screen.focused?.getAttribute('aria-posinset') === '1');
    await userEvent.keyboard('{ArrowUp}');
    expect(Screen.focused?.tagName).toBe('INPUT');
    await userEvent.keyboard('{ArrowDown} vienna');
    await screen.answered('talk vienna');
    await userEvent.keyboard('{ArrowDown}{Backspace}');
    await screen.answered('talk vienn');
    await userEvent.keyboard('{ArrowDown}/');
    expect(Screen.focused?.tagName).toBe('INPUT');
    expect(screen.app.room.place.text).toBe('talk vienn');
  });

  test('Enter opens and moves the focus to the headline', async () => {
    const screen = await Screen.open({ start: { query: 'kosovo' } });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await until(() => Screen.focused?.tagName === 'H1');
    expect(Screen.focused?.textContent.trim()).toBe(screen.selected);
  });

  test('commands act by their shortcuts, and only when they can', async () => {
    const screen = await Screen.open();
    const state = () => screen.bridge.commandState;
    expect(state().enabled).not.toContain('next-result');
    expect(state().enabled).not.toContain('back');
    expect(state().checked).toEqual(['match-all', 'view-clean', 'theme-system', 'sort-relevance']);
    await userEvent.keyboard('troika');
    await screen.answered('troika');
    await until(() => screen.article !== '');
    await until(() => state().enabled.includes('next-mark'));
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
    expect(screen.app.room.index).toBe(1);
    await userEvent.keyboard('{Control>}e{/Control}');
    await until(() => state().checked.includes('exact-spelling'));
    expect(screen.bridge.settings.exactSpelling).toBe(true);
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await until(() => screen.words('ct-front-page h1') !== '');
    expect(state().enabled).toContain('forward');
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await screen.answered('troika');
    await userEvent.keyboard('{Control>}o{/Control}');
    expect(screen.bridge.ran).toEqual(['import-files']);
    await userEvent.keyboard('{F1}');
    await until(() => screen.words('ct-help').includes('Keyboard'));
  });
});

describe('what was found', () => {
  test('is counted, explained and narrowed, and each filter is taken away again', async () => {
    const screen = await Screen.open({ start: { query: 'kosovo thaci' } });
    expect(screen.words('ct-result-summary')).toMatch(
      /^\d+ articles in 3 ms, by relevance ?newest first ?oldest first ?\. Also matched: .*Thaçi/,
    );
    const all = screen.app.room.search.total;
    screen.click('ct-sidebar button', 'People');
    await until(() => screen.app.room.search.total < all);
    expect(screen.words('.chip')).toBe('People×');
    screen.app.room.filter({ dates: { from: '2008-01', to: '2008-12' } });
    await until(() => screen.words('.chip') === 'People× | Jan – Dec 2008×');
    expect(screen.headlines).toEqual(
      ['Boris Tadić', 'Hashim Thaçi'].filter((name) => screen.headlines.includes(name)),
    );
    deep(screen.root, '.chip').focus();
    await userEvent.keyboard('{Enter}');
    await until(() => screen.words('.chip') === 'Jan – Dec 2008×');
    deep(screen.root, '.chip').focus();
    await userEvent.keyboard('{Delete}');
    await until(() => screen.app.room.search.total === all);
    expect(screen.words('.chip')).toBe('');
  });

  test('notices are said in words', async () => {
    const screen = await Screen.open({ start: { query: 'troika zebra' } });
    expect(screen.words('.notice')).not.toBe('');
    expect(screen.app.room.search.answered?.answer.notices).toEqual([{ code: 'any-instead-of-all' }]);
  });

  test('the order can be chosen, and without words there is no relevance', async () => {
    const screen = await Screen.open({ start: { query: 'troika' } });
    const select = deep<HTMLSelectElement>(screen.root, 'select');
    select.value = 'oldest';
    select.dispatchEvent(new Event('change'));
    await until(() => screen.app.room.search.answered?.question.sort === 'oldest');
    expect(screen.bridge.settings.sort).toBe('oldest');
    screen.app.settings.change({ sort: 'relevance' });
    screen.click('ct-sidebar button', 'All articles');
    await screen.answered('');
    await screen.app.updateComplete;
    expect([...deep<HTMLSelectElement>(screen.root, 'select').options].map(({ value }) => value)).toEqual([
      'newest',
      'oldest',
    ]);
    expect(screen.app.room.search.answered?.question.sort).toBe('newest');
  });

  test('an item that is only listed says so, and is shown as what it is', async () => {
    const screen = await Screen.open({ start: { query: 'bubble' } });
    expect(screen.words('[role=option]')).toBe(
      "Has China's housing bubble burst? Listed on the page of 28 November 2007, not in the archive",
    );
    await until(() => screen.article === "Has China's housing bubble burst?");
    expect(screen.bridge.commandState.enabled).not.toContain('view-side');
  });

  test('nothing: what was understood, what each word finds, and what to try', async () => {
    const screen = await Screen.open({
      start: { query: '+zebra headline:vienna' },
      settings: { exactSpelling: true, match: 'all' },
    });
    screen.app.room.filter({ section: 'Place' });
    await until(() => screen.words('ct-empty-state').includes('Remove the filters'));
    await until(() => screen.words('ct-empty-state li').includes('in no article'));
    expect(screen.words('ct-empty-state')).toMatch(
      /^Nothing found What was looked for “zebra”, which must be there in no article “vienna” in the headline .*What to try Find other spellings too Search for any of the words Remove the filters Show all articles$/,
    );
    screen.click('ct-empty-state button', 'Find other spellings');
    expect(screen.bridge.settings.exactSpelling).toBe(false);
    screen.click('ct-empty-state button', 'Remove the filters');
    await until(() => screen.words('.chip') === '');
    await until(() => /“vienna” in the headline \d+ article/.test(screen.words('ct-empty-state')));
    screen.click('ct-empty-state li button', 'article');
    await screen.answered('headline:vienna');
  });

  test('opening another article of the page keeps the results', async () => {
    const screen = await Screen.open({ start: { query: 'troika', open: final } });
    expect(screen.article).toBe(final);
    const { headlines } = screen;
    screen.click('ct-article-list button', 'Hashim Thaçi');
    await until(() => screen.article === 'Hashim Thaçi');
    expect(screen.headlines).toEqual(headlines);
    await until(() => Screen.focused?.tagName === 'H1');
    screen.app.room.back();
    await until(() => screen.article === final);
  });
});
