import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The fuse that came with Electron 29; setting a fuse that a binary does not have is an error. */
const newestFuse = { name: 'grantFileProtocolExtraPrivileges', since: 29 };

/**
 * @typedef {Record<string, unknown> & { electronFuses: Record<string, boolean> }} BuilderConfiguration
 */

/**
 * electron-builder.yml as electron-builder itself reads it.
 * @param {string} root
 * @returns {BuilderConfiguration}
 */
export function readConfiguration(root) {
  const require = createRequire(path.join(root, 'package.json'));
  const builder = createRequire(require.resolve('electron-builder/package.json'));
  const library = createRequire(builder.resolve('app-builder-lib/package.json'));
  return library('js-yaml').load(fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8'));
}

/**
 * The configuration for another Electron than package.json names: where it is, which version, and only the fuses that
 * it has.
 * @param {BuilderConfiguration} configuration
 * @param {{ folder: string, version: string }} electron
 * @returns {BuilderConfiguration}
 */
export function withElectron(configuration, { folder, version }) {
  const fuses = { ...configuration.electronFuses };
  if (Number.parseInt(version, 10) < newestFuse.since) delete fuses[newestFuse.name];
  return { ...configuration, electronDist: folder, electronVersion: version, electronFuses: fuses };
}

/**
 * A copy of a distribution without its application: `resources/` is empty. Made of hard links where the disk allows
 * it; electron-builder copies the files before it changes them.
 * @param {string} source
 * @param {string} target removed first
 */
export function copyWithoutApplication(source, target) {
  fs.rmSync(target, { recursive: true, force: true });
  copyFolder(source, target);
  fs.rmSync(path.join(target, 'resources'), { recursive: true, force: true });
  fs.mkdirSync(path.join(target, 'resources'));
}

/** @param {string} source @param {string} target */
function copyFolder(source, target) {
  fs.mkdirSync(target, { recursive: true });
  for (const entry of fs.readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [path.join(source, entry.name), path.join(target, entry.name)];
    if (entry.isDirectory()) copyFolder(from, to);
    else linkOrCopy(from, to);
  }
}

/** @param {string} from @param {string} to */
function linkOrCopy(from, to) {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'EMLINK') throw error;
    fs.copyFileSync(from, to);
  }
}
