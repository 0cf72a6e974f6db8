import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nextArchiveProcessId, archiveProcessId } from './support/archive-process.ts';
import {
  applicationEnvironment,
  keepScreenshot,
  launchApplication,
  temporaryFolder,
} from './support/launch.ts';
import { applicationFolder, electronExecutable, machineSwitches } from './support/places.ts';

test('when the archive process is killed it comes back, and the search goes on', async () => {
  const launched = await launchApplication();
  try {
    const { application, page } = launched;
    const box = page.getByRole('combobox', { name: 'Search the archive' });
    await box.waitFor();
    const former = await archiveProcessId(application);
    process.kill(Number(former), 'SIGKILL');
    const next = await nextArchiveProcessId(application, former);
    expect(next).not.toBe(former);
    await box.pressSequentially('troika');
    await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor();
  } finally {
    await launched.close();
  }
});

test('a second start hands its query to the first window and ends', async () => {
  const launched = await launchApplication();
  try {
    const { page, library, userData } = launched;
    await page.getByRole('combobox', { name: 'Search the archive' }).waitFor();
    const args = [...machineSwitches(), applicationFolder, '--query', 'rambouillet'];
    const second = spawn(electronExecutable(), args, {
      env: applicationEnvironment(library, userData),
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Search the archive' }).inputValue())
      .toBe('rambouillet');
  } finally {
    await launched.close();
  }
});

test('a library that cannot be opened says what, where and what to do', async () => {
  const { folder, remove } = temporaryFolder();
  const library = path.join(folder, 'broken library');
  fs.mkdirSync(library);
  fs.writeFileSync(path.join(library, 'library.sqlite'), 'this is no database\n'.repeat(500));
  const launched = await launchApplication({ library });
  try {
    const { page } = launched;
    await page.getByText(library).first().waitFor();
    await keepScreenshot(page, 'broken-library-light');
    expect(fs.readFileSync(path.join(library, 'library.sqlite'), 'utf8')).toMatch(/^this is no database/u);
  } finally {
    await launched.close();
    remove();
  }
});
