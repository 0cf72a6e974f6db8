import fs from 'node:fs';
import path from 'node:path';
import { ensureOfficialElectron, findOfficialElectron } from './official-electron.mjs';
import { say, SetupError } from './say.mjs';
import { ensureTestRuntime, testRuntimeWarning } from './test-runtime.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder the unpacked distribution
 * @property {string} executable absolute path
 * @property {'override' | 'official' | 'test-runtime'} kind
 */

/** Where the executable is inside a distribution. @param {NodeJS.Platform} platform */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} folder @returns {ElectronRuntime} */
function overridden(folder) {
  const executable = path.join(path.resolve(folder), executableName());
  if (!fs.existsSync(executable))
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${executable}.`);
  return { folder: path.resolve(folder), executable, kind: 'override' };
}

/**
 * An Electron that can be started: the one ELECTRON_OVERRIDE_DIST_PATH names, else the official one of the version in
 * package.json, downloaded when need be, else (Linux on x64 only) the test runtime.
 * @param {string} root
 * @param {{ retry?: boolean }} [options] `retry`: ask for the official download again even if it failed a moment ago
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron(root, { retry = false } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return overridden(override);
  const official = findOfficialElectron(root) ?? (await ensureOfficialElectron(root, { retry }));
  if (official !== null) return { ...official, kind: 'official' };
  const folder = await ensureTestRuntime();
  say(testRuntimeWarning);
  return { folder, executable: path.join(folder, 'electron'), kind: 'test-runtime' };
}

/**
 * The environment in which the electron package, Playwright and our own scripts find the same Electron. Editors that
 * are Electron themselves leave ELECTRON_RUN_AS_NODE in their terminals; it would turn the window into a plain Node.
 * @param {ElectronRuntime} runtime
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnvironment(runtime, environment = process.env) {
  const { ELECTRON_RUN_AS_NODE: _left, ...rest } = environment;
  if (runtime.kind === 'official') return rest;
  return { ...rest, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder };
}
