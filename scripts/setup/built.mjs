import path from 'node:path';
import { runQuietly } from './run.mjs';
import { say, SetupError } from './say.mjs';
import { isUpToDate, stampOf, writeStamp } from './stamp.mjs';

/** Everything that what is built depends on. */
const inputs = [
  'archive',
  'main',
  'renderer',
  'assets/icon/png',
  'scripts/build',
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

const outputs = [
  'dist/main/main.cjs',
  'dist/main/archive-host.cjs',
  'dist/main/preload.cjs',
  'dist/renderer/index.html',
  'dist/cli/cuttings.mjs',
  'dist/collections/kosovo',
  'dist/main/icon.png',
  'dist/licenses.txt',
];

/** @param {string} root */
const stampFile = (root) => path.join(root, 'dist', '.build-stamp');

/**
 * Whether dist/ was made from the sources as they are now.
 * @param {string} root
 */
export function isBuilt(root) {
  const absolute = outputs.map((output) => path.join(root, output));
  return isUpToDate(stampFile(root), stampOf(root, inputs), absolute);
}

/**
 * Builds when something has changed. The stamp is taken before the build, so that a file saved meanwhile is built at
 * the next start.
 * @param {string} root
 * @param {{ force?: boolean }} [options]
 */
export async function ensureBuilt(root, { force = false } = {}) {
  if (!force && isBuilt(root)) return;
  say('building');
  const stamp = stampOf(root, inputs);
  const code = await runQuietly(process.execPath, [path.join(root, 'scripts/build/build-all.mjs')], {
    cwd: root,
  });
  if (code !== 0) throw new SetupError('the build failed; what it said is above.');
  writeStamp(stampFile(root), stamp);
}
