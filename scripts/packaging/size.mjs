import fs from 'node:fs';
import path from 'node:path';

/** What the application may add to Electron's own files: 15 MB. */
export const addedBytesLimit = 15_000_000;

/**
 * All files of a folder with their sizes.
 * @param {string} folder
 * @returns {Map<string, number>} path relative to the folder, with `/`; bytes
 */
export function filesOf(folder) {
  const files = new Map();
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const found = fs.lstatSync(path.join(folder, name));
    if (found.isFile()) files.set(name.replaceAll(path.sep, '/'), found.size);
  }
  return files;
}

/**
 * The bytes of a packaged application that are not Electron's: files that its distribution does not have, and what
 * files that both have grew by. The executable is renamed, which the third parameter undoes.
 * @param {ReadonlyMap<string, number>} packaged
 * @param {ReadonlyMap<string, number>} electron
 * @param {{ readonly from: string, readonly to: string }} renamed
 */
export function addedBytes(packaged, electron, renamed) {
  let sum = 0;
  for (const [name, bytes] of packaged) {
    const own = electron.get(name === renamed.to ? renamed.from : name) ?? 0;
    sum += Math.max(0, bytes - own);
  }
  return sum;
}

/** @param {number} bytes */
export function inMegabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
