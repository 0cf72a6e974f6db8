import fs from 'node:fs';
import path from 'node:path';
import { capture } from './run.mjs';
import { say, SetupError } from './say.mjs';
import { isRoot } from './system-packages.mjs';

/**
 * Whether chrome-sandbox may do its work: owned by root and mode 4755 (Chromium, docs/linux/suid_sandbox.md).
 * @param {{ uid: number, mode: number }} found
 */
export function isSetuidHelper({ uid, mode }) {
  return uid === 0 && (mode & 0o7777) === 0o4755;
}

/**
 * What Electron needs to be told about Chromium's sandbox on this machine. Root cannot have it; an ordinary user has it
 * by user namespaces or by the setuid helper.
 * @param {import('./electron.mjs').ElectronRuntime} runtime
 * @returns {Promise<readonly string[]>} switches
 * @throws {SetupError} when an ordinary user's sandbox cannot work, with the command that makes it work
 */
export async function sandboxSwitches({ folder }) {
  if (process.platform !== 'linux') return [];
  if (isRoot()) {
    say('running as root: Chromium’s sandbox is off (--no-sandbox)');
    return ['--no-sandbox'];
  }
  const helper = path.join(folder, 'chrome-sandbox');
  const found = fs.statSync(helper, { throwIfNoEntry: false });
  if (found !== undefined && isSetuidHelper(found)) return [];
  const namespaces = await capture('unshare', ['--user', 'true']);
  // 127: there is no unshare to ask with; Chromium itself will then say what is wrong.
  if (namespaces.code === 0 || namespaces.code === 127) return [];
  throw new SetupError(
    'Chromium’s sandbox cannot work here: this system does not let ordinary users make namespaces. Please run:\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}
