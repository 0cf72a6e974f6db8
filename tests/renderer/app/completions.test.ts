import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { isCompletable } from '../../../renderer/controllers/completions.ts';
import { deep, deepAll, until, violations, words } from '../reading/support/page.ts';
import { Screen } from '../support/app.ts';
import { FakeArchive } from '../support/fake-archive.ts';

afterEach(() => {
  document.body.replaceChildren();
});

/** The window, with an archive that completes; `text` is typed and its completions are there. */
async function typed(text: string, width = 1440): Promise<Screen> {
  const archive = new FakeArchive();
  archive.completes = true;
  const screen = await Screen.open({ archive, width });
  await userEvent.keyboard(text);
  await until(() => offered(screen).length > 0);
  return screen;
}

function offered(screen: Screen): readonly string[] {
  return deepAll(screen.root, '#completions [role=option]').map(words);
}

function box(screen: Screen): HTMLInputElement {
  return deep<HTMLInputElement>(screen.root, '[role=combobox]');
}

/** What a screen reader is told about the box. */
function told(screen: Screen): readonly (string | null)[] {
  const input = box(screen);
  const id = input.getAttribute('aria-activedescendant');
  const root = input.getRootNode() as ShadowRoot;
  return [input.ariaExpanded, id === null ? null : words(root.getElementById(id) ?? input)];
}

describe('completions', () => {
  test('are offered after a rest, said, and moved through with Up and Down', async () => {
    const screen = await typed('final koso');
    const [first = '', second = ''] = offered(screen);
    expect(first).toMatch(/^Kosovo name \d+ articles$/);
    expect(screen.words('ct-search-box [role=status]')).toBe(`${String(offered(screen).length)} completions`);
    expect(screen.archive.completed.at(-1)).toBe('final koso');
    expect(told(screen)).toEqual(['true', null]);
    const said = [];
    for (const key of ['{ArrowDown}', '{ArrowDown}', '{ArrowUp}', '{ArrowUp}', '{ArrowUp}']) {
      await userEvent.keyboard(key);
      await screen.box.updateComplete;
      said.push(told(screen)[1]);
    }
    expect(said).toEqual([first, second, first, null, offered(screen).at(-1)]);
    expect([Screen.focused, box(screen).value]).toEqual([box(screen), 'final koso']);
  });

  test.each(['{Enter}', '{Tab}'])('%s takes the one the keys stand on', async (key) => {
    const screen = await typed('final koso');
    await userEvent.keyboard(`{ArrowDown}${key}`);
    await screen.answered('final Kosovo');
    await until(() => !screen.app.room.place.typing);
    expect([box(screen).value, told(screen), Screen.focused]).toEqual([
      'final Kosovo',
      ['false', null],
      box(screen),
    ]);
  });

  test('a press takes one, and the caret stays in the box', async () => {
    const screen = await typed('vien');
    await userEvent.click(deep(screen.root, '#completions [role=option]'));
    await screen.answered('Vienna');
    expect([Screen.focused, offered(screen)]).toEqual([box(screen), []]);
  });

  test('Enter is a plain search as long as nobody moved to one, and Tab goes on', async () => {
    const screen = await typed('vienna ta');
    await userEvent.keyboard('{Enter}');
    expect([box(screen).value, offered(screen)]).toEqual(['vienna ta', []]);
    await userEvent.keyboard('l');
    await until(() => offered(screen).length > 0);
    await userEvent.keyboard('{Tab}');
    await until(() => offered(screen).length === 0);
    expect([box(screen).value, Screen.focused === box(screen)]).toEqual(['vienna tal', false]);
  });

  test('Escape closes them first and clears second; closed, Down goes into the results', async () => {
    const screen = await typed('vienn');
    await screen.answered('vienn');
    await userEvent.keyboard('{ArrowDown}{Escape}');
    await screen.box.updateComplete;
    expect([box(screen).value, told(screen)]).toEqual(['vienn', ['false', null]]);
    await userEvent.keyboard('{ArrowDown}');
    await until(() => Screen.focused?.getAttribute('aria-posinset') === '1');
    await userEvent.keyboard('{Escape}{Escape}');
    await until(() => box(screen).value === '');
  });

  test('close when the box is left, and do not open by themselves', async () => {
    const screen = await typed('vienn');
    await screen.answered('vienn');
    const asked = screen.archive.completed.length;
    box(screen).blur();
    await until(() => offered(screen).length === 0);
    screen.app.room.goTo({ text: 'kosovo', filter: screen.app.room.place.filter });
    await screen.answered('kosovo');
    screen.box.focus();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([offered(screen), screen.archive.completed.length]).toEqual([[], asked]);
  });

  test('are asked for the last text only, and not where there is nothing to complete', async () => {
    const screen = await typed('v');
    // All within one moment: how fast the keys of a test come depends on the machine.
    const press = (text: string): void => {
      box(screen).value = text;
      box(screen).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
    for (const text of ['vi', 'vie', 'vien', 'vienn']) press(text);
    await until(() => screen.archive.completed.length === 2);
    press('vienna');
    press('vienna ');
    await until(() => offered(screen).length === 0);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([screen.archive.completed, offered(screen)]).toEqual([['v', 'vienn'], []]);
  });

  test.each([1440, 480])('have no violation of level A or AA at a width of %i', async (width) => {
    const screen = await typed('koso', width);
    await userEvent.keyboard('{ArrowDown}');
    await screen.box.updateComplete;
    expect(await violations()).toEqual([]);
    const { left, right, height } = deep(screen.root, '#completions [role=option]').getBoundingClientRect();
    expect([left >= 0, right <= width, height >= 24]).toEqual([true, true, true]);
  });
});

test('there is nothing to complete after an operator', () => {
  const texts = ['kosovo', 'Тачи', 'a "b', 'x OR y', 'lang:sr', "o'brien"];
  const ended = [
    '',
    'a ',
    'a OR',
    'a AND',
    'NOT',
    'a -',
    '(',
    'a)',
    'source:',
    'a*',
    'a?',
    'a~',
    'a~1',
    'a^4',
  ];
  expect([texts.map(isCompletable), ended.map(isCompletable)]).toEqual([
    texts.map(() => true),
    ended.map(() => false),
  ]);
});
