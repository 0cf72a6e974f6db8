import { familyOf } from './debian-packages.mjs';
import { hasProgram } from './run.mjs';
import { installPackages, isRoot, osRelease } from './system-packages.mjs';

/** Programs that the tests of packages call, and Debian's packages of them. */
const tools = { 'dpkg-deb': 'dpkg', 'desktop-file-validate': 'desktop-file-utils', setpriv: 'util-linux' };

/**
 * Gets what the tests of packages need, where it can be had without asking: as root on Debian. Elsewhere those tests
 * say themselves what they miss.
 */
export async function ensurePackagingTools() {
  if (process.platform !== 'linux' || !isRoot() || familyOf(osRelease()) !== 'debian') return;
  const missing = [];
  for (const [program, name] of Object.entries(tools)) if (!(await hasProgram(program))) missing.push(name);
  if (missing.length > 0) await installPackages(missing, 'the tests of packages');
}
