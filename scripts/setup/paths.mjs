import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project: where package.json is. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

/**
 * Where things are kept that are worth keeping between checkouts: the test runtime and what is known about
 * downloads. Never inside the project.
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheFolder(environment = process.env, platform = process.platform) {
  return path.join(userCacheFolder(environment, platform), 'cuttings-development');
}

/** @param {NodeJS.ProcessEnv} environment @param {NodeJS.Platform} platform */
function userCacheFolder(environment, platform) {
  const chosen = environment.XDG_CACHE_HOME;
  // The base directory specification: a relative path is to be ignored.
  if (chosen && path.isAbsolute(chosen)) return chosen;
  if (platform === 'win32') return environment.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  return path.join(os.homedir(), '.cache');
}

/**
 * Where the person is who typed the command: npm changes to the project's folder, but paths among the arguments are
 * meant from there.
 */
export function startingFolder() {
  const initial = process.env.INIT_CWD;
  return initial && process.cwd() === projectRoot ? initial : process.cwd();
}
