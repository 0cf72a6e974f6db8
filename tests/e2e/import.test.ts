import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dropPaths, importPaths, offerPaths } from './support/importing.ts';
import { keepScreenshot, launchApplication, temporaryFolder } from './support/launch.ts';
import type { Launched } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';

const headline =
  'Pregovori o sudbini devetnaest najstarijih knjižara u Prištini, Prizrenu i Đakovici završeni bez dogovora';

const page = `Koha Botërore | Kulturë
Last Updated: Wednesday, 31 October 2007, 09:30 GMT
${headline}
Tri dana razgovora nisu donela rešenje za knjižare koje rade od pre rata.

Vlasnici kažu da će ostati otvoreni dok mogu.
`;

const record = (at: number): string =>
  `${JSON.stringify({ headline: `Lajmi i ditës ${at}`, body: `Teksti i lajmit numër ${at}.`, date: '2008-02-17' })}\n`;

const material: Readonly<Record<string, string | Buffer>> = {
  'good.txt': page,
  'Преговори о будућем статусу Косова и Метохије у Бечу – завршна рунда, треће поподне.html':
    '<html lang="sr"><head><title>Преговори у Бечу</title><meta property="article:published_time" content="2007-11-28T11:49:00Z"></head><body><article><h1>Преговори у Бечу</h1><p>Трећег дана преговора делегације су се разишле без договора о статусу, саопштили су посредници.</p><p>Следећи састанак није заказан, а посредници ће известити Уједињене нације до десетог децембра.</p></article></body></html>',
  'Koha Ditore, arkivi i vitit 2008.jsonl':
    Array.from({ length: 24 }, (_, at) => record(at)).join('') + 'not json\n',
  'empty.txt': '',
  'Fotografi nga seanca e Kuvendit të Republikës së Kosovës më 17 shkurt 2008, Prishtinë.png': Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0,
  ]),
  'words.txt': 'word',
  'Thumbs.db': 'x',
};

const temporary = temporaryFolder();
const folder = path.join(temporary.folder, 'Gazeta e Përditshme');
let launched: Launched;

beforeAll(() => {
  fs.mkdirSync(folder);
  for (const [name, content] of Object.entries(material)) fs.writeFileSync(path.join(folder, name), content);
});
afterEach(() => launched?.close());
afterAll(() => temporary.remove());

/** Asks the main process where it was sent, and keeps it from going there. */
async function withoutFileManager({ application }: Launched): Promise<() => Promise<readonly string[]>> {
  await application.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.showItemInFolder = (file) => void shown.push(file);
  });
  return () => application.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
}

test('a folder is dropped, recognised, imported, reported, and its report filtered, reopened and saved', async () => {
  launched = await launchApplication({ args: ['--size', '1440x900', '--theme', 'light'] });
  const { application, page: window } = launched;
  await window.getByRole('heading', { level: 1 }).first().waitFor();
  await dropPaths(window, [folder]);
  const sheet = window.locator('ct-import-sheet');
  await sheet.getByText('can be read').waitFor();
  expect(await sheet.getByRole('row').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Articles as JSON Lines\s+1\s/u)]),
  );
  expect(await sheet.getByLabel('Collection').inputValue()).toBe('Gazeta e Përditshme');
  await sheet.getByText('2 files cannot be read').click();
  await sheet.getByText('It is of a kind that Cuttings does not read').waitFor();
  await keepScreenshot(window, 'import-sheet-light');
  await chooseCommand(application, 'theme-dark');
  await keepScreenshot(window, 'import-sheet-dark');
  await chooseCommand(application, 'theme-light');
  await sheet.getByRole('button', { name: 'Import', exact: true }).focus();
  await window.keyboard.press('Enter');
  await window.getByText(/^Import finished: \d+ articles added/u).waitFor();
  await window.getByRole('combobox', { name: 'Search the archive' }).pressSequentially('knjizara pristini');
  await expect.poll(() => window.locator('ct-article h1').textContent()).toContain('Đakovici');
  await keepScreenshot(window, 'imported-long-headline-light');

  await window.getByRole('button', { name: 'Report', exact: true }).click();
  const report = window.locator('ct-import-reports');
  await report.getByText('It is of a kind that Cuttings does not read (a picture (PNG)).').waitFor();
  await report.getByText('It is empty.').waitFor();
  await keepScreenshot(window, 'import-report-light');
  await chooseCommand(application, 'theme-dark');
  await keepScreenshot(window, 'import-report-dark');
  await chooseCommand(application, 'theme-light');
  await report.getByRole('radio', { name: /^Failed/u }).click();
  await expect.poll(() => report.locator('li.added').count()).toBe(0);
  const shown = await withoutFileManager(launched);
  await report.getByRole('button', { name: 'Show where it is: empty.txt' }).click();
  await expect.poll(shown).toEqual([path.join(folder, 'empty.txt')]);
  await report.getByRole('radio', { name: /^Kept/u }).click();
  await report
    .getByRole('button', { name: /^Show the original kept/u })
    .first()
    .click();
  await expect.poll(async () => (await shown()).at(-1)).toContain(path.join(launched.library, 'originals'));
  await report.getByRole('button', { name: 'All imports' }).click();
  await window.locator('ct-import-reports').getByText('Gazeta e Përditshme').waitFor();
  await keepScreenshot(window, 'import-history-light');
  await window.keyboard.press('Escape');
  // A command that comes before the dialog is gone opens nothing new.
  await report.waitFor({ state: 'detached' });

  await chooseCommand(application, 'show-imports');
  await report.getByRole('button', { name: /Gazeta e Përditshme/u }).click();
  await report.getByText('It is empty.').waitFor();
  const table = path.join(temporary.folder, 'Извештај.csv');
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, table);
  await report.getByRole('button', { name: 'Save as CSV…' }).click();
  await report.getByText('Saved as Извештај.csv').waitFor();
  expect(fs.readFileSync(table, 'utf8')).toContain('empty.txt,1,empty,');
  await report.getByRole('button', { name: 'Show them: Koha Ditore, arkivi i vitit 2008.jsonl' }).click();
  await report.getByRole('button', { name: 'Lajmi i ditës 7', exact: true }).click();
  await expect.poll(() => window.locator('ct-article h1').textContent()).toContain('Lajmi i ditës 7');
});

test('a long import shows how far it is, hides, comes back, and what was added stays when it is cancelled', async () => {
  const many = path.join(temporary.folder, 'Штампа 1999–2008');
  fs.mkdirSync(many);
  for (let at = 0; at < 4_000; at += 1) {
    fs.writeFileSync(path.join(many, `Вест број ${at}.txt`), page.replace(headline, `${headline} ${at}`));
  }
  launched = await launchApplication({ args: ['--size', '1440x900', '--theme', 'dark'] });
  const { application, page: window } = launched;
  await window.getByRole('heading', { level: 1 }).first().waitFor();
  await offerPaths(application, window, [many]);
  await window.locator('ct-import-sheet').getByRole('button', { name: 'Import', exact: true }).click();
  const progress = window.locator('ct-import-progress');
  await progress.getByText(/of 4,000 files/u).waitFor();
  await progress.getByText(/ [km]?b(ytes)?\/s/iu).waitFor();
  await keepScreenshot(window, 'import-progress-dark');
  await chooseCommand(application, 'theme-light');
  await keepScreenshot(window, 'import-progress-light');
  await chooseCommand(application, 'theme-dark');
  await progress.getByRole('button', { name: 'Hide' }).click();
  const indicator = window.getByRole('button', { name: /^Importing/u });
  await indicator.waitFor();
  await keepScreenshot(window, 'import-hidden-dark');
  // Searching goes on meanwhile.
  await window.getByRole('combobox', { name: 'Search the archive' }).fill('kosovo');
  await window.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor();
  await indicator.click();
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await window.getByText(/^Import cancelled: [\d,]+ articles added\. What was added stays\.$/u).waitFor();
  await window.getByRole('button', { name: 'Report', exact: true }).click();
  const report = window.locator('ct-import-reports');
  await report.getByText('It was cancelled; what was added stays.').waitFor();
  await keepScreenshot(window, 'import-report-cancelled-dark');
});

test('nothing that can be read is said before it begins; the dialogs of the system are asked for what to import', async () => {
  const pictures = path.join(temporary.folder, 'Fotografije sa sednice Skupštine');
  fs.mkdirSync(pictures);
  for (const at of [1, 2, 3]) {
    fs.copyFileSync(
      path.join(folder, Object.keys(material).find((name) => name.endsWith('.png')) ?? ''),
      path.join(pictures, `Skupština Republike Srbije u Beogradu, sednica o Kosovu i Metohiji, ${at}.png`),
    );
  }
  launched = await launchApplication({ args: ['--size', '480x900', '--theme', 'light'] });
  const { application, page: window } = launched;
  await window.getByRole('button', { name: 'Import…' }).click();
  const sheet = window.locator('ct-import-sheet');
  await sheet.getByRole('button', { name: 'Choose files…' }).waitFor();
  await keepScreenshot(window, 'import-choose-narrow-light');
  await application.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    [pictures],
  );
  await sheet.getByRole('button', { name: 'Choose a folder…' }).click();
  await sheet.getByText('Nothing here can be imported.').waitFor();
  await keepScreenshot(window, 'import-nothing-narrow-light');
  await window.keyboard.press('Escape');
  await sheet.locator('dialog').waitFor({ state: 'hidden' });
  const ended = await importPaths(application, window, [folder]);
  expect(ended.state === 'finished' && ended.totals.added).toBe(26);
  await window.getByRole('button', { name: 'Report', exact: true }).click();
  await window.getByText('It is empty.').waitFor();
  await keepScreenshot(window, 'import-report-narrow-light');
});
