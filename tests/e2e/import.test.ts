import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importPaths } from './support/archive-process.ts';
import { keepScreenshot, launchApplication, temporaryFolder } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';

const headline =
  'Pregovori o sudbini devetnaest najstarijih knjižara u Prištini, Prizrenu i Đakovici završeni bez dogovora';

const page = `Koha Botërore | Kulturë
Last Updated: Wednesday, 31 October 2007, 09:30 GMT
${headline}
Tri dana razgovora nisu donela rešenje za knjižare koje rade od pre rata.

Vlasnici kažu da će ostati otvoreni dok mogu.
`;

test('what is imported is searched at once, and every input that failed has its line in the report', async () => {
  const { folder, remove } = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'good.txt'), page);
  fs.writeFileSync(path.join(folder, 'empty.txt'), '');
  fs.writeFileSync(
    path.join(folder, 'picture.png'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
  );
  const launched = await launchApplication();
  try {
    const { application, page: window } = launched;
    await window.getByRole('heading', { level: 1 }).first().waitFor();
    const ended = await importPaths(application, window, [folder]);
    expect(ended.state === 'finished' && [ended.report.added, ended.report.failed]).toEqual([1, 2]);
    await window.getByRole('combobox', { name: 'Search the archive' }).pressSequentially('knjizara pristini');
    await expect.poll(() => window.locator('ct-article h1').textContent()).toContain('Đakovici');
    await keepScreenshot(window, 'imported-long-headline-light');
    await chooseCommand(application, 'show-report');
    await window.getByText('picture.png is of a kind that Cuttings does not read').waitFor();
    await window.getByText('empty.txt is empty').waitFor();
    await keepScreenshot(window, 'import-report-light');
  } finally {
    await launched.close();
    remove();
  }
});
