import { beforeEach, expect, test } from 'vitest';
import type { ReportedPlace } from '../../archive/api/keeping-api.ts';
import { archiveError } from '../../archive/model/errors.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import { ReportDesk } from '../../main/report-desk.ts';

let log: string[];
let where: ReportedPlace;
let failure: ArchiveError | null;
let chosen: string | null;
let disk: Record<string, 'file' | 'folder'>;
let desk: ReportDesk;

beforeEach(() => {
  [log, failure, chosen] = [[], null, '/home/a/Report.csv'];
  where = { path: '/news/a.warc:17', original: null };
  disk = { '/news': 'folder', '/news/a.warc': 'file' };
  desk = new ReportDesk({
    run: (task, listener) => {
      log.push(JSON.stringify(task));
      if (failure !== null) listener.failed(failure);
      else if (task.kind === 'reported-place') listener.done({ kind: task.kind, where });
      else if (task.kind === 'save-report') listener.done({ kind: task.kind });
      return () => undefined;
    },
    kindOf: async (path) => disk[path] ?? null,
    show: (path) => void log.push(`show ${path}`),
    askWhere: async (name) => {
      log.push(`ask ${name}`);
      return chosen;
    },
    sayError: async (message, detail) => void log.push(`${message} ${detail}`),
  });
});

const taken = (): string[] => log.splice(0).filter((line) => !line.startsWith('{"kind":"reported'));

test('a file is shown, and of a part of a file the file', async () => {
  const paths = ['/news/a.warc:17', '/news/a.warc', '/news/a.warc:x/../b:c.html', '/news'];
  for (const path of paths) {
    where = { path, original: null };
    await desk.reveal(2, 5, 'source');
  }
  expect(log[0]).toBe('{"kind":"reported-place","run":2,"place":5}');
  expect(taken()).toEqual(
    ['/news/a.warc', '/news/a.warc', '/news/a.warc', '/news'].map((path) => `show ${path}`),
  );
});

test('what is gone, or was named from elsewhere, is said to be no longer there', async () => {
  for (const path of ['/news/b.html', '/away/a.html', 'news/a.warc', '(deleted)', '']) {
    where = { path, original: null };
    await desk.reveal(2, 5, 'source');
  }
  expect(taken()).toEqual(
    ['/news/b.html', '/away/a.html', 'news/a.warc', '(deleted)', ''].map(
      (path) => `It is no longer where it was imported from. ${path}`,
    ),
  );
});

test('the original that was kept is shown while there is one', async () => {
  disk['/library/originals/ab/abc'] = 'file';
  where = { path: '/news/scan.pdf', original: '/library/originals/ab/abc' };
  await desk.reveal(1, 0, 'original');
  disk = {};
  await desk.reveal(1, 0, 'original');
  where = { path: '/news/scan.pdf', original: null };
  await desk.reveal(1, 0, 'original');
  failure = archiveError('import-not-found', { run: 1 });
  await desk.reveal(1, 0, 'original');
  expect(taken()).toEqual([
    'show /library/originals/ab/abc',
    'The original is no longer in the library. /news/scan.pdf',
    'The original is no longer in the library. /news/scan.pdf',
    'That could not be shown. This library has no import number 1.',
  ]);
});

test('a report is saved where a person says, or not at all', async () => {
  expect(await desk.save(3)).toBe('Report.csv');
  chosen = null;
  expect(await desk.save(3)).toBe(null);
  chosen = '/full/Report.csv';
  failure = archiveError('not-saved', { path: chosen, detail: 'ENOSPC' });
  expect(await desk.save(3)).toBe(null);
  expect(taken().map((line) => line.slice(0, 45))).toEqual([
    'ask Import 3.csv',
    '{"kind":"save-report","run":3,"file":"/home/a',
    'ask Import 3.csv',
    'ask Import 3.csv',
    '{"kind":"save-report","run":3,"file":"/full/R',
    'The report could not be saved. /full/Report.c',
  ]);
});
