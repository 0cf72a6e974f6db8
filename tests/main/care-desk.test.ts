import { expect, test } from 'vitest';
import { archiveError } from '../../archive/model/errors.ts';
import { ok } from '../../archive/model/result.ts';
import { CareDesk } from '../../main/care-desk.ts';
import { carryOutCare } from '../../main/care-service.ts';
import type { CareReport } from '../../main/care-messages.ts';

const whole = {
  ...{ database: [], references: [], articles: 2, originals: 2, bytes: 9, faults: [] },
  ...{ unnamed: { files: 0, bytes: 0 }, stopped: false },
};
const copy = { originals: 2, copied: 1, bytes: 4, faults: [] };

function desk(possible = true) {
  const log: string[] = [];
  const made = new CareDesk({
    begin: (id, care) => {
      log.push(`begin ${String(id)} ${JSON.stringify(care)}`);
      return possible;
    },
    cancel: (id) => log.push(`cancel ${String(id)}`),
    tell: (state) => log.push(JSON.stringify(state).slice(0, 60)),
  });
  return { made, log };
}

test('one thing at a time, told as it goes; what comes late or from another is passed over', () => {
  const { made, log } = desk();
  made.begin({ kind: 'verify' });
  made.begin({ kind: 'backup', folder: '/b' });
  made.reported(1, { kind: 'progress', progress: { done: 1, total: 2, bytes: 5 } });
  made.reported(9, { kind: 'verified', report: whole });
  made.cancel();
  made.reported(1, { kind: 'verified', report: { ...whole, stopped: true } });
  made.reported(1, { kind: 'verified', report: whole });
  made.begin({ kind: 'backup', folder: '/b' });
  made.reported(2, { kind: 'backed-up', report: copy, stopped: false });
  expect([made.isBusy, made.current?.state]).toEqual([false, 'backed-up']);
  expect(log).toEqual([
    'begin 1 {"kind":"verify"}',
    '{"state":"running","what":"verify","progress":null}',
    '{"state":"running","what":"verify","progress":{"done":1,"tot',
    'cancel 1',
    '{"state":"stopped","what":"verify"}',
    'begin 2 {"kind":"backup","folder":"/b"}',
    '{"state":"running","what":"backup","progress":null}',
    '{"state":"backed-up","report":{"originals":2,"copied":1,"byt',
  ]);
});

test('without a process nothing begins, and with the process it ends', () => {
  const none = desk(false);
  none.made.begin({ kind: 'verify' });
  expect([none.made.current, none.made.isBusy]).toEqual([null, false]);
  const { made } = desk();
  made.begin({ kind: 'verify' });
  made.lost();
  expect(made.current).toEqual({
    ...{ state: 'failed', what: 'verify' },
    error: archiveError('archive-stopped', { method: 'verify' }),
  });
  made.forget();
  expect(made.current).toBe(null);
});

test('the archive process tells progress, how it ended, and its own bugs', async () => {
  const told: CareReport[] = [];
  const signal = { aborted: false };
  const keeping = {
    verify: async ({ onProgress }: { onProgress?: unknown }) => {
      (onProgress as (progress: unknown) => void)({ done: 1, total: 2, bytes: 3 });
      return ok(whole);
    },
    backup: async () => {
      throw new Error('a bug');
    },
  };
  await carryOutCare(keeping, { kind: 'verify' }, signal, (report) => told.push(report));
  await carryOutCare(keeping, { kind: 'backup', folder: '/b' }, signal, (report) => told.push(report));
  expect(told).toEqual([
    { kind: 'progress', progress: { done: 1, total: 2, bytes: 3 } },
    { kind: 'verified', report: whole },
    { kind: 'failed', error: archiveError('internal', { detail: 'Error: a bug' }) },
  ]);
});
