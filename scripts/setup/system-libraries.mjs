import fs from 'node:fs';
import path from 'node:path';
import { familyOf, packagesFor } from './debian-packages.mjs';
import { capture } from './run.mjs';
import { SetupError } from './say.mjs';
import { installPackages, osRelease } from './system-packages.mjs';

/**
 * The libraries that ldd could not find, sorted and once each.
 * @param {string} output of `ldd FILE …`
 */
export function missingLibraries(output) {
  const names = [...output.matchAll(/^\s*(\S+) => not found/gmu)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

/** @param {import('./electron.mjs').ElectronRuntime} runtime @returns {Promise<string[]>} */
async function findMissing({ folder, executable }) {
  const own = fs.readdirSync(folder).filter((name) => /\.so(?:\.\d+)*$/u.test(name));
  const files = [executable, ...own.map((name) => path.join(folder, name))];
  // Electron finds its own libraries beside its executable, without being told; ldd has to be.
  const env = { ...process.env, LD_LIBRARY_PATH: folder };
  const outcomes = await Promise.all(files.map((file) => capture('ldd', [file], { env })));
  return missingLibraries(outcomes.map((outcome) => outcome.stdout).join('\n'));
}

/** @param {readonly string[]} missing @param {'rpm' | 'other'} family */
function howToInstall(missing, family) {
  const list = `Electron needs system libraries that are missing: ${missing.join(', ')}.`;
  if (family === 'other') return `${list} Please install them with your package manager.`;
  // rpm packages say which libraries they provide, so that both dnf and zypper can be asked for those.
  const names = missing.map((name) => `'${name}()(64bit)'`).join(' ');
  return `${list} Please run:\n  sudo dnf install ${names}\n(zypper takes the same names.)`;
}

/**
 * Makes sure that every shared library Electron links to is there (Linux only).
 * @param {import('./electron.mjs').ElectronRuntime} runtime
 */
export async function ensureSystemLibraries(runtime) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(runtime);
  if (missing.length === 0) return;
  const family = familyOf(osRelease());
  if (family !== 'debian') throw new SetupError(howToInstall(missing, family));
  const { packages, unknown } = packagesFor(missing);
  if (packages.length > 0) await installPackages(packages, `Electron (missing: ${missing.join(', ')})`);
  const still = packages.length > 0 ? await findMissing(runtime) : unknown;
  if (still.length > 0)
    throw new SetupError(`Electron needs ${still.join(', ')}, and no package we know holds it.`);
}
