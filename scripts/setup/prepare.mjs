import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt, isBuilt } from './built.mjs';
import { areInstalled, ensureDependencies } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { checkNodeVersion } from './node-version.mjs';

/** @param {string} root */
function checkNode(root) {
  const { engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  checkNodeVersion(engines.node);
}

/**
 * Dependencies and build, as a clean clone needs them. Several processes may ask at once; one of them works.
 * @param {string} root
 */
export async function prepareBuild(root) {
  checkNode(root);
  if (areInstalled(root) && isBuilt(root)) return;
  await withLock(path.join(root, 'dist', '.setup.lock'), async () => {
    await ensureDependencies(root);
    await ensureBuilt(root);
  });
}

/**
 * Dependencies only, for scripts that build in their own way.
 * @param {string} root
 */
export async function prepareDependencies(root) {
  checkNode(root);
  if (areInstalled(root)) return;
  await withLock(path.join(root, 'dist', '.setup.lock'), () => ensureDependencies(root));
}
