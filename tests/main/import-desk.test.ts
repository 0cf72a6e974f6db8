import { beforeEach, expect, test } from 'vitest';
import { archiveError } from '../../archive/model/errors.ts';
import type { Recognised } from '../../archive/model/import-runs.ts';
import type { TaskListener } from '../../main/host-task-runs.ts';
import { ImportDesk } from '../../main/import-desk.ts';

const recognised: Recognised = {
  formats: [{ reader: 'html', files: 2, bytes: 9 }],
  others: [],
  otherFiles: 0,
  systemFiles: 0,
  collections: ['press'],
  complete: true,
};

let log: string[];
let listeners: TaskListener[];
let desk: ImportDesk;
const taken = (): string[] => log.splice(0);
const last = (): TaskListener => listeners.at(-1) as TaskListener;

beforeEach(() => {
  [log, listeners] = [[], []];
  let tokens = 0;
  desk = new ImportDesk({
    token: () => `t${String((tokens += 1))}`,
    recognise: (paths, listener) => {
      log.push(`look ${paths.join()}`);
      listeners.push(listener);
      return () => void log.push(`stop ${paths.join()}`);
    },
    import: (paths, collection) => void log.push(`import ${paths.join()} into ${String(collection)}`),
    tell: (offer) => void log.push(`${offer.token} ${offer.state}`),
  });
});

test('a token imports what it stands for once, and no earlier than it is known what that is', () => {
  desk.offer(['/a']);
  desk.begin('t1', null);
  last().progress({ done: 50, total: 0, bytes: 0 });
  last().done({ kind: 'recognise', recognised });
  desk.begin('t2', null);
  desk.begin('t1', 'Prishtinë');
  desk.begin('t1', 'Prishtinë');
  expect(taken()).toEqual([
    't1 looking',
    'look /a',
    't1 looking',
    't1 recognised',
    't1 gone',
    'import /a into Prishtinë',
  ]);
  expect(desk.current).toBe(null);
});

test('what comes meanwhile is looked at with what was there, under a new token', () => {
  desk.offer(['/a']);
  const [former] = listeners as [TaskListener];
  desk.offer(['/b', '/a']);
  former.done({ kind: 'recognise', recognised });
  last().done({ kind: 'recognise', recognised });
  desk.begin('t1', null);
  desk.begin('t2', null);
  expect(taken()).toEqual([
    't1 looking',
    'look /a',
    'stop /a',
    't1 gone',
    't2 looking',
    'look /a,/b',
    't2 recognised',
    't2 gone',
    'import /a,/b into null',
  ]);
});

test('what is forgotten is stopped and cannot be imported; what failed says so', () => {
  desk.offer(['/a']);
  desk.forget('t1');
  desk.begin('t1', null);
  expect(taken()).toEqual(['t1 looking', 'look /a', 'stop /a', 't1 gone']);
  desk.offer(['/b']);
  last().failed(archiveError('archive-stopped', { method: 'recognise' }));
  desk.begin('t2', null);
  expect(taken()).toEqual(['t2 looking', 'look /b', 't2 failed']);
  desk.offer([]);
  expect(taken()).toEqual(['t2 gone', 't3 looking', 'look /b']);
});

test('a desk that is cleared has nothing, and what it looked at is stopped', () => {
  desk.clear();
  desk.offer(['/a']);
  desk.clear();
  desk.begin('t1', null);
  expect([taken(), desk.current]).toEqual([['t1 looking', 'look /a', 'stop /a', 't1 gone'], null]);
});

test('a drop of nothing is said, and asks nobody', () => {
  desk.offer([]);
  desk.begin('t1', null);
  expect(taken()).toEqual(['t1 recognised', 't1 gone']);
});
