import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { HostApi } from '../../../archive/api/host-api.ts';
import { watchLoop } from '../../../archive/watching/watch-loop.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run } from './support.ts';

const text = (word: string): string =>
  `Headline ${word}\n28 November 2007\nA first paragraph with ${word}.\n\nAnd a second one.\n`;

async function archive(): Promise<HostApi> {
  const opened = await openArchive({ library: path.join(temporaryFolder(), 'library'), bundled: null });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** Writes a file that looks as if nobody had touched it for a minute. */
function old(file: string, content: string): void {
  fs.writeFileSync(file, content);
  const minuteAgo = new Date(Date.now() - 60_000);
  fs.utimesSync(file, minuteAgo, minuteAgo);
}

async function added(of: HostApi): Promise<readonly number[]> {
  const reports = await of.watching.look();
  if (!reports.ok) throw new Error(reports.error.code);
  return reports.value.map((report) => report.added);
}

test('what lies in a folder is imported with the first look, what arrives later with the next, each once', async () => {
  const [of, folder] = [await archive(), folderWith({ 'dir/a.txt': '' })];
  old(path.join(folder, 'dir/a.txt'), text('one'));
  expect((await of.watching.add(folder, 'Arrivals')).ok).toBe(true);
  expect([await added(of), await added(of)]).toEqual([[1], []]);
  old(path.join(folder, 'b.txt'), text('two'));
  old(path.join(folder, 'c.txt'), text('three'));
  expect([await added(of), await added(of)]).toEqual([[2], []]);
  // Rewritten: the new version comes in beside the old one.
  old(path.join(folder, 'b.txt'), text('four and five'));
  expect(await added(of)).toEqual([1]);
  const overview = await of.overview();
  expect(overview.ok && overview.value.collections.map(({ name, articles }) => [name, articles])).toEqual([
    ['Arrivals', 4],
  ]);
  const folders = await of.watching.folders();
  expect(folders.ok && folders.value).toMatchObject([{ path: folder, collection: 'Arrivals', files: 3 }]);
});

test('a file that may still be written to waits until it is the same at two looks; an empty one waits too', async () => {
  const [of, folder] = [await archive(), temporaryFolder()];
  await of.watching.add(folder, null);
  const file = path.join(folder, 'a.txt');
  fs.writeFileSync(file, '');
  expect(await added(of)).toEqual([]);
  fs.writeFileSync(file, text('half').slice(0, 20));
  expect(await added(of)).toEqual([]);
  fs.writeFileSync(file, text('whole'));
  expect([await added(of), await added(of), await added(of)]).toEqual([[], [1], []]);
});

test('what nobody reads is reported once, and tried again when it has changed', async () => {
  const [of, folder] = [await archive(), temporaryFolder()];
  await of.watching.add(folder, null);
  old(path.join(folder, 'a.txt'), '\u0000\u0001\u0002');
  const first = await of.watching.look();
  expect(first.ok && first.value.map(({ failed }) => failed)).toEqual([1]);
  expect(await added(of)).toEqual([]);
  old(path.join(folder, 'a.txt'), text('mended'));
  expect(await added(of)).toEqual([1]);
});

test('folders that cannot be watched are refused with the reason', async () => {
  const [of, folder] = [await archive(), folderWith({ 'a.txt': text('one'), 'in/b.txt': text('two') })];
  await of.watching.add(folder, null);
  const why = async (place: string): Promise<unknown> => {
    const refused = await of.watching.add(place, null);
    return refused.ok ? null : refused.error.params;
  };
  expect(await why(folder)).toMatchObject({ detail: 'it is watched already' });
  expect(await why(path.join(folder, 'in'))).toMatchObject({ detail: `${folder} is watched already` });
  expect(await why(path.join(folder, 'a.txt'))).toMatchObject({ detail: 'it is no folder' });
  expect(await why(path.join(folder, 'none'))).toMatchObject({ detail: 'there is no such folder' });
  expect((await of.watching.remove(folder)).ok).toBe(true);
  expect((await of.watching.remove(folder)).ok).toBe(false);
  expect(await added(of)).toEqual([]);
});

test('a loop imports what arrives until it is ended, and a folder that is gone does not stop it', async () => {
  const [of, folder, gone] = [await archive(), temporaryFolder(), temporaryFolder()];
  await of.watching.add(folder, null);
  await of.watching.add(gone, null);
  fs.rmSync(gone, { recursive: true });
  const folders = await of.watching.folders();
  expect(folders.ok && folders.value.map(({ path: at, isThere }) => [at, isThere])).toEqual(
    [
      [folder, true],
      [gone, false],
    ].sort(),
  );
  const signal = { aborted: false };
  const counts: number[] = [];
  const loop = watchLoop(of.watching, {
    signal,
    pause: 20,
    onImport: (report) => {
      counts.push(report.added);
      if (counts.length === 1) old(path.join(folder, 'b.txt'), text('two'));
      else signal.aborted = true;
    },
  });
  old(path.join(folder, 'a.txt'), text('one'));
  await loop;
  expect(counts).toEqual([1, 1]);
});

test('the command line names, lists and forgets folders', async () => {
  const [library, folder] = [temporaryFolder(), temporaryFolder()];
  const none = await run(library, 'watch');
  const first = await run(library, 'watch', 'add', folder, '--collection', 'Arrivals');
  const listed = await run(library, 'watch', 'list');
  const again = await run(library, 'watch', 'add', folder);
  const removed = await run(library, 'watch', 'remove', folder);
  const wrong = await run(library, 'watch', 'ad', folder);
  expect([none, first, listed].map(({ stdout }) => stdout.toString().replaceAll(folder, 'FOLDER'))).toEqual([
    'No folder is watched. To watch one: cuttings watch add FOLDER\n',
    'FOLDER (0 files imported, into Arrivals)\n',
    'FOLDER (0 files imported, into Arrivals)\n',
  ]);
  expect([again.code, again.stderr.replaceAll(folder, 'FOLDER'), removed.code]).toEqual([
    1,
    expect.stringContaining('FOLDER: it is watched already.'),
    0,
  ]);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean add?')]);
});
