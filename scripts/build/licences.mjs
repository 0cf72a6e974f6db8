import fs from 'node:fs';
import path from 'node:path';

/**
 * Folders of the packages of which something was bundled.
 * @typedef {Set<string>} Bundled
 */

/**
 * The folder of the package that a file belongs to, or null for our own files.
 * @param {string} file a module's id or an asset's path; a query and a leading NUL are ignored
 */
export function packageFolderOf(file) {
  const plain = file.replace(/^\0/u, '').replace(/\?.*$/u, '').replaceAll('\\', '/');
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(plain);
  return match?.[1] ?? null;
}

/**
 * A Vite plugin that notes which packages really are in the output: modules of which something is left after tree
 * shaking, and assets (fonts).
 * @param {string} root
 * @param {Bundled} bundled
 * @returns {import('vite').Plugin}
 */
export function licenceCollector(root, bundled) {
  /** @param {string} file */
  const note = (file) => {
    const folder = packageFolderOf(path.isAbsolute(file) ? file : path.resolve(root, 'renderer', file));
    if (folder !== null) bundled.add(folder);
  };
  return {
    name: 'cuttings:licences',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') {
          for (const [id, part] of Object.entries(output.modules)) if (part.renderedLength > 0) note(id);
        } else {
          for (const name of output.originalFileNames) note(name);
        }
      }
    },
  };
}

/**
 * The packages that are shipped as they are: the externals and what they depend on.
 * @param {string} root
 * @param {readonly string[]} names
 * @returns {string[]} folders
 */
export function shippedFolders(root, names) {
  const folders = new Set();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const folder = path.join(root, 'node_modules', name);
    if (folders.has(folder)) continue;
    folders.add(folder);
    const { dependencies = {} } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    waiting.push(...Object.keys(dependencies));
  }
  return [...folders];
}

/**
 * One package's part of the licence file.
 * @param {string} folder
 * @returns {{ name: string, text: string }}
 * @throws {Error} when the package holds no licence text: it must not be shipped then
 */
export function licenceOf(folder) {
  const { name, version, license, homepage } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const files = fs.readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
  if (files.length === 0) throw new Error(`${name} is bundled but its package holds no licence text`);
  const texts = files.sort().map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim());
  const head = [`${name} ${version}`, `Licence: ${license ?? 'see below'}`, homepage ?? ''].filter(Boolean);
  return { name, text: `${head.join('\n')}\n\n${texts.join('\n\n')}` };
}

/**
 * The text of dist/licenses.txt.
 * @param {Iterable<string>} folders
 */
export function licenceText(folders) {
  const parts = [...folders].map(licenceOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  const line = '-'.repeat(80);
  const head =
    'Cuttings contains the following software and fonts of others. Electron and Chromium have files of their own\n' +
    'beside the application: LICENSE.electron.txt and LICENSES.chromium.html.';
  return `${[head, ...parts.map((part) => part.text)].join(`\n\n${line}\n\n`)}\n`;
}
