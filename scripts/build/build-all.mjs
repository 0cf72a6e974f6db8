import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { projectRoot } from '../setup/paths.mjs';
import {
  commandLineConfiguration,
  external,
  mainConfiguration,
  pageConfiguration,
  preloadConfiguration,
} from './configurations.mjs';
import { licenceText, shippedFolders } from './licences.mjs';

/** Files that are shipped as they are: the bundled collection, and the icon of windows on Linux. @param {string} root */
export function copyFiles(root) {
  const collections = path.join(root, 'dist', 'collections');
  fs.rmSync(collections, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'archive', 'collections'), collections, {
    recursive: true,
    // Code beside the articles is bundled, not copied.
    filter: (source) => !/\.[cm]?ts$/u.test(source),
  });
  fs.cpSync(path.join(root, 'assets/icon/png/512x512.png'), path.join(root, 'dist/main/icon.png'));
}

/** @param {string} root */
function emptyFolders(root) {
  for (const name of ['main', 'cli'])
    fs.rmSync(path.join(root, 'dist', name), { recursive: true, force: true });
}

/** Lets an npm tarball's `bin` be started by name. @param {string} file */
function makeExecutable(file) {
  const text = fs.readFileSync(file, 'utf8');
  if (!text.startsWith('#!')) fs.writeFileSync(file, `#!/usr/bin/env node\n${text}`);
  fs.chmodSync(file, 0o755);
}

/** Makes all of dist/ from the sources. @param {string} root */
export async function buildAll(root) {
  /** @type {import('./licences.mjs').Bundled} */
  const bundled = new Set();
  const options = { root, development: false, bundled };
  emptyFolders(root);
  await build(mainConfiguration(options));
  await build(preloadConfiguration(options));
  await build(pageConfiguration(options));
  await build(commandLineConfiguration(options));
  makeExecutable(path.join(root, 'dist/cli/cuttings.mjs'));
  copyFiles(root);
  const shipped = shippedFolders(
    root,
    external.filter((name) => name !== 'electron'),
  );
  fs.writeFileSync(path.join(root, 'dist/licenses.txt'), licenceText([...bundled, ...shipped]));
}

// This file is also the program that scripts/setup/built.mjs starts: before the dependencies are there it cannot be
// imported.
if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await buildAll(projectRoot);
