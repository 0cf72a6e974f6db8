import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { walk } from '../../../archive/ingest/walk.ts';
import { folderWith } from '../support/temporary.ts';

/** What walking meets, in order, with the paths relative to the folder. */
async function met(folder: string, paths: readonly string[], excluded: readonly string[] = []) {
  const entries: string[] = [];
  for await (const entry of walk(paths, excluded)) {
    const what = entry.kind === 'file' ? 'file' : `${entry.kind} ${entry.error.code}`;
    entries.push(`${path.relative(folder, entry.path)}: ${what}`);
  }
  return entries;
}

test('folders are walked by name, and links lead to no folder twice', async () => {
  const folder = folderWith({ 'b/one.txt': '1', 'a/two.txt': '2', 'ö.txt': '3', 'B.txt': '4' });
  fs.symlinkSync('../a', path.join(folder, 'b', 'across'));
  fs.symlinkSync('..', path.join(folder, 'b', 'up'));
  fs.symlinkSync('itself', path.join(folder, 'itself'));
  fs.symlinkSync('B.txt', path.join(folder, 'c'));
  expect(await met(folder, [folder])).toEqual([
    'B.txt: file',
    'a/two.txt: file',
    'b/across: skipped link-loop',
    'b/one.txt: file',
    'b/up: failed link-loop',
    'c: file',
    'itself: failed link-loop',
    'ö.txt: file',
  ]);
});

test('folders that all link to each other are each walked once', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `f${String(index).padStart(2, '0')}`);
  const folder = folderWith(Object.fromEntries(names.map((name) => [`${name}/x.txt`, name])));
  for (const from of names)
    for (const to of names) if (from !== to) fs.symlinkSync(`../${to}`, path.join(folder, from, `to-${to}`));
  const entries = await met(folder, [folder]);
  expect(entries.filter((entry) => entry.endsWith(': file'))).toHaveLength(names.length);
});

test('what the system leaves is passed over, and the library itself is not walked', async () => {
  const folder = folderWith({
    '.DS_Store': 'x',
    '__MACOSX/a.txt': 'x',
    'library/originals/ab/abc': 'x',
    'a.txt': 'x',
  });
  expect(await met(folder, [folder], [path.join(folder, 'library')])).toEqual([
    '.DS_Store: skipped system-file',
    '__MACOSX: skipped system-file',
    'a.txt: file',
  ]);
});

test('the parts of a saved page are one line, in any language; folders of articles are walked', async () => {
  const saved = (parts: string): string => `<html><img src="./${parts}/lake.png"><p>Text.`;
  const folder = folderWith({
    'Lake.html': saved('Lake_files'),
    'Lake_files/lake.png': 'x',
    'Lake_files/frame.html': '<p>An advertisement.',
    'See.htm': saved('See-Dateien'),
    'See-Dateien/a.css': 'x',
    'Jezero danas.html': saved('Jezero%20danas_datoteke'),
    'Jezero danas_datoteke/a.js': 'x',
    'Liqeni.html': saved('Liqeni_skedarë').replace('skedarë', encodeURI('skedarë')),
    'Liqeni_skedarë/a.js': 'x',
    'Reports.html': '<p>A list of reports.',
    'Reports_files/report.html': '<p>A report.',
    'Frames.html': '<frameset><frame src="Frames_files/text.html">',
    'Frames_files/text.html': '<p>The text.',
    'alone_files/a.html': '<p>No page beside it.',
  });
  expect(await met(folder, [folder])).toEqual([
    'Frames.html: file',
    'Frames_files/text.html: file',
    'Jezero danas.html: file',
    'Jezero danas_datoteke: skipped page-parts',
    'Lake.html: file',
    'Lake_files: skipped page-parts',
    'Liqeni.html: file',
    'Liqeni_skedarë: skipped page-parts',
    'Reports.html: file',
    'Reports_files/report.html: file',
    'See-Dateien: skipped page-parts',
    'See.htm: file',
    'alone_files/a.html: file',
  ]);
  // Page and folder named together, and the folder named alone.
  const [lake, parts] = ['Lake.html', 'Lake_files'].map((name) => path.join(folder, name));
  expect(await met(folder, [lake!, parts!])).toEqual(['Lake.html: file', 'Lake_files: skipped page-parts']);
  expect(await met(folder, [parts!])).toEqual(['Lake_files/frame.html: file', 'Lake_files/lake.png: file']);
});

test.skipIf(process.platform !== 'linux')('pipes and names that are not UTF-8', async () => {
  const folder = folderWith({});
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  const name = Buffer.concat([Buffer.from(`${folder}/na`), Buffer.from([0xef]), Buffer.from('ve.txt')]);
  fs.writeFileSync(name, 'x');
  expect(await met(folder, [folder])).toEqual(['na\ufffdve.txt: file', 'pipe: failed not-a-file']);
});
