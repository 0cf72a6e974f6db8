import { hasProgram } from './run.mjs';
import { say } from './say.mjs';
import { installPackages } from './system-packages.mjs';

/** Room for the widest window that is tested. */
const screen = '-screen 0 2560x1600x24';

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {NodeJS.Platform} platform
 */
export function hasDisplay(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return true;
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
}

/**
 * What to put before a command that opens a window: nothing where there is a display, else xvfb-run, which is installed
 * when that is possible.
 * @returns {Promise<readonly string[]>}
 */
export async function ensureDisplay() {
  if (hasDisplay()) return [];
  const needed = [];
  if (!(await hasProgram('xvfb-run'))) needed.push('xvfb');
  if (!(await hasProgram('xauth'))) needed.push('xauth');
  if (needed.length > 0) await installPackages(needed, 'a virtual display, since there is none here');
  say('no display here: using a virtual one (xvfb-run)');
  return ['xvfb-run', '-a', '-s', screen];
}

/**
 * Switches for a session that has Wayland and no X server: Electron before 38 does not look for it by itself.
 * @param {NodeJS.ProcessEnv} environment
 * @param {NodeJS.Platform} platform
 * @returns {readonly string[]}
 */
export function displaySwitches(environment = process.env, platform = process.platform) {
  if (platform !== 'linux' || environment.DISPLAY || !environment.WAYLAND_DISPLAY) return [];
  return ['--ozone-platform-hint=auto'];
}
