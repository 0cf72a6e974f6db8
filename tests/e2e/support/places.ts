import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/u, '');

/** What `electron PATH` is given; a folder with another build can be named in CUTTINGS_APPLICATION. */
export const applicationFolder = process.env['CUTTINGS_APPLICATION'] ?? projectRoot;

/** Where pictures for people go; ignored by git, kept by the continuous integration. */
export const screenshotFolder = path.join(projectRoot, 'artifacts', 'screenshots');

function officialIsThere(): boolean {
  const folder = path.join(projectRoot, 'node_modules', 'electron');
  return fs.existsSync(path.join(folder, 'path.txt')) && fs.existsSync(path.join(folder, 'dist', 'version'));
}

/** The Electron that set-up chose: `npm test` names it in ELECTRON_OVERRIDE_DIST_PATH when it is not the official one. */
export function electronExecutable(): string {
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH'] && !officialIsThere()) {
    throw new Error(
      'There is no Electron to test with. Run the tests by `npm test`, whose set-up finds one.',
    );
  }
  const executable: unknown = createRequire(import.meta.url)('electron');
  if (typeof executable !== 'string') throw new Error('The electron package did not name its executable.');
  return executable;
}

/** Switches that this machine needs: Chromium does not run as root with its sandbox on. */
export function machineSwitches(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
