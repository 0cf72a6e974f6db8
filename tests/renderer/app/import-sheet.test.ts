import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { archiveError } from '../../../archive/model/errors.ts';
import type { Recognised } from '../../../archive/model/import-runs.ts';
import { deepAll, until, violations } from '../reading/support/page.ts';
import { Screen } from '../support/app.ts';

const token = '11111111-2222-4333-8444-555555555555';
const recognised: Recognised = {
  formats: [
    { reader: 'html', files: 1204, bytes: 96_000_000 },
    { reader: 'warc', files: 1, bytes: 2_400_000_000 },
    { reader: 'teletext', files: 3, bytes: 120 },
  ],
  others: [
    { path: '/news/Gazeta e Përditshme/foto.png', reason: 'foto.png is not text' },
    { path: '/news/empty.txt', reason: 'empty.txt is empty' },
  ],
  otherFiles: 5,
  systemFiles: 0,
  collections: ['Gazeta e Përditshme e Prishtinës'],
  complete: true,
};

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

/** A window over which files were dropped that are these. */
async function offered(what: Partial<Recognised> = {}): Promise<Screen> {
  const screen = await Screen.open();
  screen.bridge.offers.emit({ state: 'looking', token, files: 0 });
  await until(() => screen.words('ct-import-sheet').includes('Looking what these files are'));
  screen.bridge.offers.emit({ state: 'looking', token, files: 250 });
  await until(() => screen.words('ct-import-sheet').includes('250 files'));
  expect(Screen.focused?.textContent?.trim()).toBe('Cancel');
  screen.bridge.offers.emit({ state: 'recognised', token, recognised: { ...recognised, ...what } });
  await until(() => deepAll(screen.root, 'ct-import-sheet .looking').length === 0);
  await screen.app.updateComplete;
  return screen;
}

const imports = (screen: Screen): readonly string[] =>
  deepAll(screen.root, 'ct-import-sheet .first').map(String);
const input = (screen: Screen): HTMLInputElement =>
  deepAll<HTMLInputElement>(screen.root, 'ct-import-sheet input')[0] as HTMLInputElement;
const isOpen = (screen: Screen): boolean =>
  deepAll<HTMLDialogElement>(screen.root, 'ct-import-sheet dialog').some((dialog) => dialog.open);

test('what came is said in words people know; Enter imports it into the folder’s collection', async () => {
  const screen = await offered();
  expect(
    deepAll(screen.root, 'ct-import-sheet tbody tr').map((row) =>
      row.textContent?.replace(/\s+/gu, ' ').trim(),
    ),
  ).toEqual(['Web page 1,204 96 MB', 'Web archive (WARC) 1 2.4 GB', 'teletext 3 120 bytes']);
  expect(screen.words('ct-import-sheet .sum')).toBe('1,208 files can be read, 2.5 GB in all.');
  expect(screen.words('ct-import-sheet summary')).toBe('5 files cannot be read; the report will name them');
  expect(screen.words('ct-import-sheet .others li')).toContain('foto.png is not text');
  expect(screen.words('ct-import-sheet .others')).toContain('and 3 more');
  expect(input(screen).value).toBe('Gazeta e Përditshme e Prishtinës');
  await until(() => Screen.focused?.textContent?.trim() === 'Import');
  await userEvent.keyboard('{Enter}');
  expect(screen.bridge.begun).toEqual([[token, 'Gazeta e Përditshme e Prishtinës']]);
  await until(() => !isOpen(screen));
  expect(screen.bridge.forgotten).toEqual([]);
});

test('another collection is typed or chosen, and it is said whether it is there already', async () => {
  const screen = await offered();
  expect(screen.words('ct-import-sheet .hint')).toBe('A new collection.');
  expect(
    deepAll(screen.root, 'ct-import-sheet option').map((option) => option.getAttribute('value')),
  ).toEqual(['Kosovo']);
  input(screen).focus();
  await userEvent.keyboard('{Control>}a{/Control}Kosovo');
  await until(
    () => screen.words('ct-import-sheet .hint') === 'It holds 34 articles already; these join them.',
  );
  await userEvent.keyboard('{Enter}');
  expect(screen.bridge.begun).toEqual([[token, 'Kosovo']]);
});

test('of several folders each is a collection of its own, unless one is named', async () => {
  const screen = await offered({ collections: ['Danas', 'Politika', 'Koha Ditore', 'Zëri', 'Vreme'] });
  expect(input(screen).value).toBe('');
  expect(screen.words('ct-import-sheet .hint')).toBe(
    'Left empty, each folder is a collection of its own: Danas, Politika, Koha Ditore, Zëri and 1 more.',
  );
  screen.click('ct-import-sheet .first', 'Import');
  expect(screen.bridge.begun).toEqual([[token, null]]);
});

test('more files than are looked at: that is said, and that all are imported', async () => {
  const screen = await offered({ complete: false, otherFiles: 18_792 });
  expect(screen.words('ct-import-sheet')).toContain(
    'There are more than 20,000 files: the others were not looked at yet. All of them are imported.',
  );
});

test('nothing that can be read offers no import, and names the files', async () => {
  const screen = await offered({ formats: [], collections: [] });
  expect(screen.words('ct-import-sheet .sum')).toBe(
    'Nothing here can be imported. No reader knows any of these 5 files.',
  );
  expect(imports(screen)).toEqual([]);
  expect(deepAll<HTMLDetailsElement>(screen.root, 'ct-import-sheet details').map(({ open }) => open)).toEqual(
    [true],
  );
  await userEvent.keyboard('{Enter}');
  await until(() => !isOpen(screen));
  expect([screen.bridge.begun, screen.bridge.forgotten]).toEqual([[], [token]]);
});

test('an empty drop says so', async () => {
  const screen = await offered({ formats: [], others: [], otherFiles: 0, collections: [] });
  expect(screen.words('ct-import-sheet .sum')).toBe('There are no files in it.');
  expect(imports(screen)).toEqual([]);
});

test('Escape lets it be, and while it is looked at too; what is gone goes', async () => {
  const screen = await offered();
  await userEvent.keyboard('{Escape}');
  await until(() => screen.bridge.forgotten.length === 1);
  screen.bridge.offers.emit({
    state: 'failed',
    token,
    error: archiveError('archive-stopped', { method: 'recognise' }),
  });
  await until(() => isOpen(screen) && screen.words('ct-import-sheet [role=alert]') !== '');
  screen.bridge.offers.emit({ state: 'gone', token: 'another' });
  screen.bridge.offers.emit({ state: 'gone', token });
  await until(() => !isOpen(screen));
  expect(screen.bridge.forgotten).toEqual([token]);
});

test('files held over the window are told that they can be dropped; words are not', async () => {
  const screen = await Screen.open();
  const drag = (type: string, file: boolean): DragEvent => {
    const dataTransfer = new DataTransfer();
    if (file) dataTransfer.items.add(new File(['x'], 'x.txt'));
    else dataTransfer.setData('text/plain', 'x');
    return new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true });
  };
  document.body.dispatchEvent(drag('dragover', false));
  await screen.app.updateComplete;
  expect(screen.words('.drop')).toBe('');
  const over = drag('dragover', true);
  document.body.dispatchEvent(over);
  expect(over.defaultPrevented).toBe(true);
  await until(() => screen.words('.drop').startsWith('Drop to import'));
  document.body.dispatchEvent(drag('drop', true));
  await until(() => screen.words('.drop') === '');
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the sheet, ${theme}`, async () => {
    document.documentElement.dataset['theme'] = theme;
    const screen = await offered();
    deepAll<HTMLDetailsElement>(screen.root, 'ct-import-sheet details').forEach(
      (details) => (details.open = true),
    );
    expect(await violations()).toEqual([]);
  });
}

test('what to import is asked for when nothing was given yet', async () => {
  const screen = await Screen.open();
  screen.click('.import', 'Import');
  await until(() => Screen.focused?.textContent?.trim() === 'Choose files…');
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Enter}{Tab}{Enter}');
  expect(screen.bridge.ran).toEqual(['import-files', 'import-folder']);
  screen.bridge.offers.emit({ state: 'looking', token, files: 0 });
  screen.bridge.offers.emit({ state: 'recognised', token, recognised });
  await until(() => Screen.focused?.textContent?.trim() === 'Import');
  await userEvent.keyboard('{Enter}');
  await until(() => !isOpen(screen));
  expect(screen.bridge.begun.length).toBe(1);
  screen.click('.import', 'Import');
  await until(() => isOpen(screen));
  screen.click('ct-import-sheet .link', 'Earlier imports');
  await until(() => screen.words('ct-import-reports') !== '' && !isOpen(screen));
});

test('files of the operating system are said to be passed over', async () => {
  const screen = await offered({ systemFiles: 2 });
  expect(screen.words('ct-import-sheet')).toContain(
    '2 files of the operating system (such as .DS_Store or Thumbs.db) are passed over.',
  );
});
