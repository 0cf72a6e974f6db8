import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * A hash over the paths, sizes and modification times of files and of everything in folders. Cheap (no content is
 * read), and different whenever an editor, a checkout or a deletion changed something. What does not exist counts as
 * absent, so that its coming changes the stamp. Folders named `node_modules` and names with a leading dot are left out.
 * @param {string} root
 * @param {readonly string[]} inputs paths relative to the root
 * @returns {string} hexadecimal
 */
export function stampOf(root, inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) addPath(hash, root, input);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} root @param {string} relative */
function addPath(hash, root, relative) {
  const found = fs.statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (found === undefined) {
    hash.update(`${relative}\0absent\n`);
  } else if (found.isDirectory()) {
    const names = fs.readdirSync(path.join(root, relative)).sort();
    for (const name of names)
      if (name !== 'node_modules' && !name.startsWith('.')) addPath(hash, root, `${relative}/${name}`);
  } else {
    hash.update(`${relative}\0${found.size}\0${found.mtimeMs}\n`);
  }
}

/**
 * Whether a step's outputs are all there and were made from inputs with this stamp.
 * @param {string} file where `writeStamp` wrote
 * @param {string} stamp
 * @param {readonly string[]} outputs absolute paths
 */
export function isUpToDate(file, stamp, outputs) {
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== stamp) return false;
  return outputs.every((output) => fs.existsSync(output));
}

/** @param {string} file @param {string} stamp */
export function writeStamp(file, stamp) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.tmp`, stamp);
  fs.renameSync(`${file}.tmp`, file);
}
