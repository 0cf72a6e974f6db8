import fs from 'node:fs';
import path from 'node:path';
import { familyOf } from './debian-packages.mjs';
import { SetupError } from './say.mjs';
import { installPackages, osRelease } from './system-packages.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns {string | null} */
function lookFor() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const inPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...inPath, ...places].find((file) => fs.existsSync(file)) ?? null;
}

/**
 * A Chromium for tests in a browser: the one CUTTINGS_CHROMIUM names, else the system's.
 * @returns {Promise<string>} absolute path
 */
export async function findChromium() {
  const chosen = process.env.CUTTINGS_CHROMIUM;
  if (chosen) {
    if (!fs.existsSync(chosen)) throw new SetupError(`CUTTINGS_CHROMIUM is ${chosen}, which does not exist.`);
    return chosen;
  }
  const found = lookFor();
  if (found !== null) return found;
  // Ubuntu's package of that name only installs a snap, which does not run everywhere; Debian's is a real one.
  if (familyOf(osRelease()) === 'debian') await installPackages(['chromium'], 'tests in a browser');
  const installed = lookFor();
  if (installed === null)
    throw new SetupError('tests in a browser need Chromium or Chrome; name it in CUTTINGS_CHROMIUM.');
  return installed;
}
