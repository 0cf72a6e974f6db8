/*
 * A stand-in for fpm (https://fpm.readthedocs.io) that understands what electron-builder says to it for a deb, and lets
 * dpkg-deb build the package. It exists because fpm cannot be downloaded everywhere, so that our own configuration is
 * what gets tested. An argument it does not know is an error: silence would test less than it seems.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { controlFile } from './deb-control.mjs';
import { readFpmArguments } from './fpm-arguments.mjs';

/**
 * Carries out one mapping as fpm's `-s dir` does: `from/=/to` puts the contents of a folder into /to, `from=/to` puts a
 * file or folder at /to.
 * @param {{ from: string, to: string }} mapping
 * @param {string} tree
 */
function copyMapping({ from, to }, tree) {
  const contents = from.endsWith('/');
  const target = path.join(tree, to.endsWith('/') && !contents ? `${to}${path.basename(from)}` : to);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.cpSync(from, target, { recursive: true, verbatimSymlinks: true, mode: fs.constants.COPYFILE_FICLONE });
}

/**
 * Files get the modes a package should have whatever the builder's umask: folders 755, programs 755, others 644.
 * @param {string} folder
 */
function settleModes(folder) {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) settleModes(file);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** @param {string} tree @returns {{ bytes: number, sums: string }} what Installed-Size and md5sums are made of */
function survey(tree) {
  let bytes = 0;
  const lines = [];
  for (const name of fs.readdirSync(tree, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(tree, name);
    if (!fs.lstatSync(file).isFile()) continue;
    const content = fs.readFileSync(file);
    bytes += content.length;
    lines.push(`${createHash('md5').update(content).digest('hex')}  ${name}\n`);
  }
  return { bytes, sums: lines.join('') };
}

/** @param {ReturnType<typeof readFpmArguments>} request @param {string} tree */
function writeControl(request, tree) {
  const { bytes, sums } = survey(tree);
  const control = path.join(tree, 'DEBIAN');
  fs.mkdirSync(control);
  fs.writeFileSync(path.join(control, 'control'), controlFile(request, bytes));
  fs.writeFileSync(path.join(control, 'md5sums'), sums);
  const scripts = { postinst: request.afterInstall, postrm: request.afterRemove };
  for (const [name, script] of Object.entries(scripts)) {
    if (script === null) continue;
    fs.copyFileSync(script, path.join(control, name));
    fs.chmodSync(path.join(control, name), 0o755);
  }
}

/** fpm's names of compressions in dpkg-deb's words. @type {Readonly<Record<string, string>>} */
const compressions = { gz: 'gzip', zst: 'zstd', xz: 'xz', none: 'none' };

/** @param {readonly string[]} args @returns {number} exit code */
function main(args) {
  const request = readFpmArguments(args);
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-deb-'));
  try {
    for (const mapping of request.mappings) copyMapping(mapping, tree);
    settleModes(tree);
    writeControl(request, tree);
    const compression = compressions[request.compression] ?? request.compression;
    // It is made to be installed once: the lowest level, in a fraction of the time.
    const fast = compression === 'none' ? [] : ['-z1'];
    const options = ['--root-owner-group', `-Z${compression}`, ...fast, '--build', tree, request.output];
    return spawnSync('dpkg-deb', options, { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
  } finally {
    fs.rmSync(tree, { recursive: true, force: true });
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
