import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './run.mjs';
import { say, SetupError } from './say.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] may be absent: made for another platform
 * @property {boolean} [link]
 */

/**
 * Whether what npm says it installed is what the lock file asks for. Packages marked optional may be absent, since
 * npm leaves out those of other platforms.
 * @param {Readonly<Record<string, LockedPackage>>} wanted `packages` of package-lock.json
 * @param {Readonly<Record<string, LockedPackage>>} installed `packages` of node_modules/.package-lock.json
 */
export function matchesLock(wanted, installed) {
  const same = Object.entries(installed).every(
    ([name, entry]) => wanted[name]?.version === entry.version && wanted[name]?.integrity === entry.integrity,
  );
  const whole = Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional === true || installed[name] !== undefined,
  );
  return same && whole;
}

/** @param {string} file @returns {Record<string, LockedPackage> | null} null when there is no such file, or not whole */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT')
      return null;
    throw error;
  }
}

/**
 * Whether node_modules holds what package-lock.json names.
 * @param {string} root
 */
export function areInstalled(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || installed === null || !matchesLock(wanted, installed)) return false;
  return Object.keys(installed).every((name) => fs.existsSync(path.join(root, name, 'package.json')));
}

/**
 * How to start npm: as the script that is running us when there is one, else by name.
 * @param {NodeJS.ProcessEnv} environment
 * @param {NodeJS.Platform} platform
 * @returns {{ command: string, args: readonly string[], shell: boolean }}
 */
export function npmCommand(environment = process.env, platform = process.platform) {
  const script = environment.npm_execpath;
  if (script && /^npm-cli\.[cm]?js$/u.test(path.basename(script)))
    return { command: process.execPath, args: [script], shell: false };
  // A .cmd file can only be started by a shell; the arguments given to it are our own constants.
  if (platform === 'win32') return { command: 'npm.cmd', args: [], shell: true };
  return { command: 'npm', args: [], shell: false };
}

/**
 * Installs exactly what package-lock.json names when node_modules holds anything else. Binaries of Electron and of
 * browsers are left out here: the former has a step of its own, the latter is the system's.
 * @param {string} root
 */
export async function ensureDependencies(root) {
  if (areInstalled(root)) return;
  say('installing dependencies (npm ci)');
  const npm = npmCommand();
  const args = [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'];
  const code = await runQuietly(npm.command, [...args, '--loglevel=error'], {
    cwd: root,
    shell: npm.shell,
    env: {
      ...process.env,
      ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    },
  });
  if (code !== 0) throw new SetupError(`npm ci failed (exit code ${code}); what it said is above.`);
}
