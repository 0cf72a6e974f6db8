import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { archiveError } from '../../../archive/model/errors.ts';
import { deep, deepAll, until, violations, words } from '../reading/support/page.ts';
import { Screen, type Given } from '../support/app.ts';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

async function open(given: Given = {}): Promise<Screen> {
  const screen = await Screen.open({ start: { query: 'kosovo' }, ...given });
  await until(() => screen.article !== '');
  return screen;
}

const field = <E extends HTMLInputElement>(screen: Screen, name: string): E =>
  deep<E>(screen.root, `ct-correction-dialog #${name}`);
const type = (screen: Screen, name: string, text: string): void => {
  const input = field(screen, name);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
async function correcting(screen: Screen): Promise<void> {
  screen.app.run('correct-article');
  await until(() => Screen.focused instanceof HTMLTextAreaElement);
}

test('a headline is put right: shown at once with what the source says, and taken back by Ctrl+Z', async () => {
  const screen = await open();
  const before = screen.article;
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
  await until(() => Screen.focused instanceof HTMLTextAreaElement);
  expect(field(screen, 'headline').value).toBe(before);
  type(screen, 'headline', 'A better headline');
  type(screen, 'published', '2009-02');
  type(screen, 'language', 'Albanian');
  await until(() => screen.words('ct-correction-dialog .hint').includes('February 2009'));
  expect(await violations()).toEqual([]);
  screen.click('ct-correction-dialog .primary', 'Save');
  await until(() => screen.words('ct-notice').includes('Corrected “A better headline”.'));
  expect(screen.archive.corrections).toMatchObject([
    [
      { headline: 'A better headline', language: 'sq', published: { value: '2009-02', precision: 'month' } },
      [],
    ],
  ]);
  screen.bridge.libraryChanged();
  await until(() => screen.article === 'A better headline');
  expect(screen.words('ct-article-corrections')).toContain(`the source says headline “${before}”, date “`);
  await until(() => screen.headlines.includes('A better headline'));
  screen.app.blurBox();
  await userEvent.keyboard('{Control>}z{/Control}');
  await until(() => screen.words('ct-notice').includes('was taken back'));
  screen.bridge.libraryChanged();
  await until(() => screen.article === before);
  expect(screen.words('ct-article-corrections')).toBe('');
});

test('what cannot be read is told at its field, and nothing is saved', async () => {
  const screen = await open();
  await correcting(screen);
  type(screen, 'published', '28.11.2007');
  type(screen, 'language', 'Klingonish');
  type(screen, 'headline', ' ');
  screen.click('ct-correction-dialog .primary', 'Save');
  await until(() => deepAll(screen.root, 'ct-correction-dialog [role=alert]').length === 3);
  expect(deepAll(screen.root, 'ct-correction-dialog [role=alert]').map(words)).toEqual([
    'An article needs a headline.',
    '“28.11.2007” cannot be read as a date. Write 2007, 2007-11, 2007-11-28, or with a time 2007-11-28 11:49 GMT.',
    'No language is known as “Klingonish”. Choose one of the list, or write its code, such as sr-Cyrl.',
  ]);
  expect([Screen.focused?.id, screen.archive.corrections]).toEqual(['headline', []]);
  expect(await violations()).toEqual([]);
  screen.click('ct-correction-dialog .all', 'All as the source has it');
  await until(() => deepAll(screen.root, 'ct-correction-dialog [role=alert]').length === 0);
});

test('one field goes back to what the source has', async () => {
  const screen = await open();
  await correcting(screen);
  const before = field(screen, 'headline').value;
  type(screen, 'source', 'The Harbour');
  type(screen, 'headline', 'Another');
  screen.click('ct-correction-dialog .primary', 'Save');
  await until(() => screen.archive.corrections.length === 1);
  screen.bridge.libraryChanged();
  await until(() => screen.article === 'Another');
  await correcting(screen);
  deep(screen.root, 'ct-correction-dialog .source button').click();
  await until(() => field(screen, 'headline').value === before);
  screen.click('ct-correction-dialog .primary', 'Save');
  await until(() => screen.archive.corrections.length === 2);
  expect(screen.archive.corrections[1]).toEqual([{}, ['headline']]);
});

test('deleting asks with the focus on Cancel, says what goes, and shows the next article', async () => {
  const screen = await open();
  const [first, second] = screen.headlines;
  screen.app.run('delete-article');
  await until(() => words(Screen.focused as HTMLElement) === 'Cancel');
  expect(screen.words('ct-delete-dialog li')).toMatch(
    /goes from the library’s folder.*Backups.*not touched/u,
  );
  expect(screen.words('ct-delete-dialog .final')).toBe('This cannot be undone.');
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await until(() => screen.app.editing.question === null);
  expect(screen.archive.articles.some(({ headline }) => headline === first)).toBe(true);
  screen.app.run('delete-article');
  await until(() => words(Screen.focused as HTMLElement) === 'Cancel');
  screen.click('ct-delete-dialog .primary', 'Delete article and original');
  await until(() => screen.words('ct-notice').includes('The article was deleted.'));
  screen.bridge.libraryChanged();
  await until(() => screen.article === second && !screen.headlines.includes(first ?? ''));
  expect(screen.words('ct-notice')).not.toContain('Undo');
});

test('what others were read from stays, and a library that is held says so', async () => {
  const screen = await open();
  screen.archive.originalChange = { others: 2 };
  screen.app.run('delete-article');
  await until(() =>
    screen.words('ct-delete-dialog li').includes('2 other articles were read from the same file'),
  );
  screen.archive.editingError = archiveError('indexing-running', { path: '/l' });
  screen.click('ct-delete-dialog .primary', 'Delete the article');
  await until(() => screen.words('ct-notice').includes('is being written by another window or command'));
  expect(screen.article).not.toBe('');
});

test('the menu of the article offers all three', async () => {
  const screen = await Screen.open({ start: { query: 'kosovo' }, width: 700 });
  deepAll(screen.root, '[role=option]')[0]?.click();
  await until(() => screen.article !== '');
  deep(screen.root, 'ct-article-menu button').click();
  await until(() => deepAll(screen.root, 'ct-article-menu [role=menuitem]').length === 3);
  expect(await violations()).toEqual([]);
  screen.click('ct-article-menu [role=menuitem]', 'Correct…');
  await until(() => Screen.focused instanceof HTMLTextAreaElement);
});

async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext('2d')?.fillRect(5, 5, 20, 10);
  return canvas.convertToBlob({ type: 'image/png' });
}

function paste(fill: (data: DataTransfer) => void): void {
  const clipboardData = new DataTransfer();
  fill(clipboardData);
  document.body.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

test('what is pasted into the window becomes a new article; what is missing is told, the draft stays until it is added', async () => {
  const screen = await open();
  const dialog = 'ct-new-article-dialog';
  const input = (name: string) => deep<HTMLInputElement>(screen.root, `${dialog} #${name}`);
  const fill = (name: string, text: string): void => {
    input(name).value = text;
    input(name).dispatchEvent(new Event('input', { bubbles: true }));
  };
  screen.app.blurBox();
  paste((data) => data.setData('text/plain', 'short'));
  expect(screen.app.editing.question).toBe(null);
  paste((data) => data.setData('text/plain', `${'A long text about a wombat. '.repeat(5)}`));
  await until(() => deepAll(screen.root, `${dialog} #text`).length === 1 && input('text').value !== '');
  screen.click(`${dialog} .primary`, 'Add');
  await until(() => screen.words(`${dialog} [role=alert]`) === 'An article needs a headline.');
  expect(await violations()).toEqual([]);
  fill('headline', 'Wombats');
  fill('published', '2007-11');
  screen.click(`${dialog} button`, 'Keep as draft');
  await until(() => screen.app.editing.question === null);
  const png = await picture();
  paste((data) => data.items.add(new File([png], 'scan.png', { type: 'image/png' })));
  await until(() => deepAll(screen.root, `${dialog} canvas`).length === 1);
  expect(input('headline').value).toBe('Wombats');
  screen.archive.editingError = archiveError('import-running', { path: '/l' });
  screen.click(`${dialog} .primary`, 'Add');
  await until(() => screen.words(`${dialog} [role=alert]`).includes('Another import'));
  screen.archive.editingError = null;
  screen.archive.added.length = 0;
  screen.click(`${dialog} .primary`, 'Add');
  await until(() => screen.words('ct-notice').includes('Added “Wombats”.'));
  expect(screen.archive.added).toMatchObject([
    {
      headline: 'Wombats',
      date: '2007-11',
      language: null,
      source: null,
      collection: 'Clippings',
      image: { length: png.size },
    },
  ]);
});
