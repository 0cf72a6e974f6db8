import fs from 'node:fs';
import { familyOf, readOsRelease, resolveNames } from './debian-packages.mjs';
import { runQuietly } from './run.mjs';
import { say, SetupError } from './say.mjs';

/** Whether this process may install software. */
export const isRoot = () => process.getuid?.() === 0;

/** @returns {Record<string, string>} */
export function osRelease() {
  const file = ['/etc/os-release', '/usr/lib/os-release'].find((name) => fs.existsSync(name));
  return file === undefined ? {} : readOsRelease(fs.readFileSync(file, 'utf8'));
}

/**
 * The command that a person types to get packages.
 * @param {readonly string[]} names
 */
export function aptCommand(names) {
  return `sudo apt-get update && sudo apt-get install --no-install-recommends ${names.join(' ')}`;
}

/**
 * Installs Debian packages as root on Debian and what is derived from it; otherwise stops with the exact command.
 * @param {readonly string[]} packages possibly marked with `*`, see debian-packages.mjs
 * @param {string} purpose what they are for, as the end of a sentence
 */
export async function installPackages(packages, purpose) {
  const release = osRelease();
  const names = resolveNames(packages, release);
  if (familyOf(release) !== 'debian')
    throw new SetupError(`needed for ${purpose}: what Debian calls ${names.join(', ')}. Please install it.`);
  if (!isRoot()) throw new SetupError(`needed for ${purpose}. Please run:\n  ${aptCommand(names)}`);
  say(`installing for ${purpose}: ${names.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runQuietly('apt-get', ['-qq', 'update'], { env });
  const wait = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0'];
  const args = ['-qq', ...wait, 'install', '-y', '--no-install-recommends', ...names];
  const code = await runQuietly('apt-get', args, { env });
  if (code !== 0)
    throw new SetupError(
      `apt-get failed (update: exit code ${update}, install: ${code}). Try: ${aptCommand(names)}`,
    );
}
