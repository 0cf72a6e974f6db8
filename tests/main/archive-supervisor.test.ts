import { beforeEach, describe, expect, test } from 'vitest';
import type { HostListener } from '../../main/archive-supervisor.ts';
import { ArchiveSupervisor, closeMilliseconds, healthyMilliseconds } from '../../main/archive-supervisor.ts';

const error = { code: 'library-broken', params: { path: '/l', detail: 'no' } } as const;
const progress = { files: 1, articles: 2, bytes: 3, path: '/a' };
const totals = {
  ...{ added: 1, duplicates: 0, kept: 0, failed: 0, skipped: 0 },
  ...{ tookMs: 5, cancelled: false },
};

let log: string[];
let listeners: HostListener[];
let timers: (() => void)[];
let now: number;
let supervisor: ArchiveSupervisor<string>;

const last = (): HostListener => listeners.at(-1) as HostListener;

beforeEach(() => {
  [log, listeners, timers, now] = [[], [], [], 0];
  supervisor = new ArchiveSupervisor<string>(
    { path: '/l', bundled: '/b' },
    {
      start: (listener) => {
        const number = listeners.push(listener);
        return {
          send: (request, port) => void log.push(`${number}< ${JSON.stringify(request)}${port ?? ''}`),
          kill: () => void log.push(`${number} killed`),
        };
      },
      now: () => now,
      after: (milliseconds, callback) => {
        timers.push(callback);
        log.push(`timer ${milliseconds}`);
        return () => void log.push('timer off');
      },
      archiveChanged: (state) => void log.push(`archive ${JSON.stringify(state)}`),
      importChanged: (state) => void log.push(`import ${JSON.stringify(state)}`),
      careReported: (id, told) => void log.push(`care ${id} ${JSON.stringify(told)}`),
      careLost: () => void log.push('care lost'),
      note: (sentence) => void log.push(sentence),
    },
  );
  supervisor.start();
});

const taken = (): string[] => log.splice(0);
const open = (number: number) => `${number}< {"type":"open","library":"/l","bundled":"/b"}`;

describe('the archive process', () => {
  test('is started, says when it is ready, and is given ports', () => {
    expect(supervisor.state).toEqual({ state: 'starting' });
    expect(supervisor.connect(' port')).toBe(true);
    last().message({ type: 'opened' });
    expect(taken()).toEqual([open(1), '1< {"type":"add-port"} port', 'archive {"state":"ready"}']);
  });

  test('that cannot open the library has failed, and goes on answering', () => {
    last().message({ type: 'open-failed', error });
    expect(supervisor.state).toEqual({ state: 'failed', error });
    expect(supervisor.connect(' port')).toBe(true);
    expect(supervisor.import(['/a'])).toBe(false);
  });

  test('is started again once, and then no more', () => {
    last().message({ type: 'opened' });
    taken();
    last().exit(1);
    last().message({ type: 'opened' });
    last().exit(9);
    expect(taken()).toEqual([
      'care lost',
      'The archive process ended unexpectedly (code 1).',
      'archive {"state":"restarting"}',
      open(2),
      'archive {"state":"ready"}',
      'care lost',
      'The archive process ended unexpectedly (code 9).',
      'archive {"state":"failed","error":{"code":"archive-stopped","params":{"method":"open"}}}',
    ]);
    expect([supervisor.connect(' port'), supervisor.import(['/a'])]).toEqual([false, false]);
  });

  test('is started again as often as it dies, when it was well for a minute in between', () => {
    for (let death = 0; death < 3; death += 1) {
      now += healthyMilliseconds;
      last().exit(1);
      expect(supervisor.state).toEqual({ state: 'restarting' });
    }
    now += healthyMilliseconds - 1;
    last().exit(1);
    expect(supervisor.state.state).toBe('failed');
  });

  test('of before is not listened to any more, and what is no message is noted', () => {
    const [former] = listeners as [HostListener];
    former.exit(1);
    taken();
    former.message({ type: 'opened' });
    former.exit(1);
    for (const message of [null, 'opened', { type: 'opening' }, { type: 'open-failed', error: 'x' }])
      last().message(message);
    const noted = 'The archive process sent a message that is none; it was ignored.';
    expect(taken()).toEqual([noted, noted, noted, noted]);
    expect(supervisor.state).toEqual({ state: 'restarting' });
  });
});

describe('an import', () => {
  test('is the only one, is followed, can be cancelled, and ends', () => {
    last().message({ type: 'opened' });
    taken();
    expect([supervisor.import([]), supervisor.import(['/a']), supervisor.import(['/b'])]).toEqual([
      false,
      true,
      false,
    ]);
    last().message({ type: 'import-progress', id: 1, progress });
    expect(supervisor.importState).toEqual({ state: 'running', progress });
    supervisor.cancelImport();
    last().message({ type: 'import-finished', id: 7, run: 2, totals });
    last().message({ type: 'import-finished', id: 1, run: 2, totals });
    supervisor.cancelImport();
    expect(taken()).toEqual([
      '1< {"type":"import","id":1,"paths":["/a"],"collection":null}',
      `import ${JSON.stringify({ state: 'running', progress })}`,
      '1< {"type":"cancel-import","id":1}',
      `import ${JSON.stringify({ state: 'finished', run: 2, totals })}`,
    ]);
    expect([supervisor.isImporting, supervisor.importState]).toEqual([false, null]);
    last().message({ type: 'import-failed', id: 1, error });
    expect([taken(), supervisor.import(['/c'])]).toEqual([[], true]);
  });

  test('fails when the process dies, and is not begun again', () => {
    last().message({ type: 'opened' });
    supervisor.import(['/a']);
    taken();
    last().exit(1);
    expect(taken()).toEqual([
      'care lost',
      'The archive process ended unexpectedly (code 1).',
      'import {"state":"failed","error":{"code":"archive-stopped","params":{"method":"import"}}}',
      'archive {"state":"restarting"}',
      open(2),
    ]);
  });
});

describe('at the end', () => {
  test('the process is asked to close, and its exit is no death', async () => {
    const closing = supervisor.close();
    expect(supervisor.close()).toBe(closing);
    last().exit(0);
    await closing;
    expect(taken()).toEqual([open(1), `timer ${closeMilliseconds}`, '1< {"type":"close"}', 'timer off']);
  });

  test('a process that does not close in time is killed', async () => {
    const closing = supervisor.close();
    timers[0]?.();
    await closing;
    expect(taken()).toContain('1 killed');
  });

  test('there may be no process left to close', async () => {
    last().exit(1);
    last().exit(1);
    await supervisor.close();
    expect(log.filter((line) => line.includes('close'))).toEqual([]);
  });
});

describe('another library', () => {
  const other = { path: '/m', bundled: null, create: false };

  test('is opened in a new process when the former one has closed its own', async () => {
    last().message({ type: 'opened' });
    log.length = 0;
    const switched = supervisor.switchTo(other);
    last().exit(0);
    await switched;
    listeners[0]?.message({ type: 'open-failed', error });
    expect(log).toEqual([
      `timer ${String(closeMilliseconds)}`,
      '1< {"type":"close"}',
      'timer off',
      'archive {"state":"starting"}',
      '2< {"type":"open","library":"/m","bundled":null,"create":false}',
    ]);
    last().message({ type: 'opened' });
    expect(supervisor.state).toEqual({ state: 'ready' });
    // Its own death is its first again.
    log.length = 0;
    last().exit(1);
    expect(log.slice(-2)).toEqual([
      'archive {"state":"restarting"}',
      '3< {"type":"open","library":"/m","bundled":null,"create":false}',
    ]);
  });

  test('one that does not close in time is ended; when the application ends meanwhile, none is opened', async () => {
    const switched = supervisor.switchTo(other);
    timers.at(-1)?.();
    await switched;
    expect(log).toContain('1 killed');
    expect(listeners.length).toBe(2);
    const again = supervisor.switchTo(other);
    const closed = supervisor.close();
    last().exit(0);
    timers.at(-1)?.();
    await Promise.all([again, closed]);
    expect(listeners.length).toBe(2);
  });
});

test('a task is followed to its end, and fails with its process', () => {
  last().message({ type: 'opened' });
  taken();
  const listener = {
    progress: ({ done }: { readonly done: number }) => void log.push(`done ${done}`),
    done: ({ kind }: { readonly kind: string }) => void log.push(`${kind} ended`),
    failed: ({ code }: { readonly code: string }) => void log.push(code),
  };
  const recognised = {
    formats: [],
    others: [],
    otherFiles: 0,
    systemFiles: 0,
    collections: [],
    complete: true,
  };
  const stop = supervisor.run({ kind: 'recognise', paths: ['/a'] }, listener);
  supervisor.run({ kind: 'recognise', paths: ['/b'] }, listener);
  last().message({ type: 'task-progress', id: 1, progress: { done: 3, total: 0, bytes: 0 } });
  stop();
  last().message({ type: 'task-done', id: 1, outcome: { kind: 'recognise', recognised } });
  last().message({ type: 'task-done', id: 1, outcome: { kind: 'recognise', recognised } });
  stop();
  last().exit(1);
  expect(taken().filter((line) => !line.startsWith('import') && !line.includes('care'))).toEqual([
    '1< {"type":"task","id":1,"task":{"kind":"recognise","paths":["/a"]}}',
    '1< {"type":"task","id":2,"task":{"kind":"recognise","paths":["/b"]}}',
    'done 3',
    '1< {"type":"cancel-task","id":1}',
    'recognise ended',
    'The archive process ended unexpectedly (code 1).',
    'archive-stopped',
    'archive {"state":"restarting"}',
    open(2),
  ]);
});

test('a task for a process that is no more fails at once', () => {
  last().exit(1);
  last().exit(1);
  taken();
  const said: string[] = [];
  supervisor.run(
    { kind: 'recognise', paths: ['/a'] },
    {
      progress: () => undefined,
      done: () => undefined,
      failed: ({ code }) => void said.push(code),
    },
  )();
  expect([said, taken()]).toEqual([['archive-stopped'], []]);
});
