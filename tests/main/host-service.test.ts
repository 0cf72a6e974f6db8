import { methodArguments } from '../../archive/api/schemas.ts';
import { describe, expect, test } from 'vitest';
import type { HostApi, ImportOptions } from '../../archive/api/host-api.ts';
import type { ArchiveApi } from '../../archive/api/archive-api.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import { archiveError } from '../../archive/model/errors.ts';
import type { ImportReport } from '../../archive/model/import-report.ts';
import type { Result } from '../../archive/model/result.ts';
import { fail, ok } from '../../archive/model/result.ts';
import { HostService } from '../../main/host-service.ts';
import { brokenArchive } from '../../main/broken-archive.ts';

const error = archiveError('library-broken', { path: '/l', detail: 'no' });
const report: ImportReport = {
  run: 3,
  added: 0,
  duplicates: 0,
  kept: 0,
  failed: 0,
  skipped: 0,
  tookMs: 0,
  cancelled: true,
  lines: [],
};

const { run: _run, lines: _lines, ...totals } = report;

type Import = (
  paths: readonly string[],
  options: ImportOptions,
) => Promise<Result<ImportReport, ArchiveError>>;

/** An archive that answers nothing but imports and its closing, which are what the service does itself. */
function archiveWith(run: Import, log: string[]): HostApi {
  return {
    ...brokenArchive(error),
    import: run,
    originalBytes: async () => fail(error),
    inspectIndex: async () => fail(error),
    rebuildIndex: async ({ signal }) => {
      log.push(`rebuild ${String(signal?.aborted)}`);
      return { ok: true, value: null };
    },
    mergeIndex: async () => fail(error),
    keeping: {
      verify: async () => fail(error),
      exportWacz: async () => fail(error),
      recognise: async () => fail(error),
      preview: async () => fail(error),
      reportedPlace: async () => ok({ path: '/a/b', original: null }),
      saveImportReport: async () => fail(archiveError('not-saved', { path: '/c', detail: 'EACCES' })),
      importReport: async () => fail(error),
      backup: async () => fail(error),
      delete: async () => fail(error),
      correct: async () => fail(error),
    },
    watching: {
      folders: async () => fail(error),
      add: async () => fail(error),
      remove: async () => fail(error),
      look: async () => fail(error),
    },
    explain: async () => fail(error),
    onChange: () => () => undefined,
    onIndexing: () => () => undefined,
    close: async () => void log.push('archive closed'),
  };
}

function serviceWith(opening: Promise<Result<HostApi, ArchiveError>>, log: string[]) {
  const served: ArchiveApi[] = [];
  const service = new HostService<string>({
    open: (options) => {
      log.push(`open ${JSON.stringify(options)}`);
      return opening;
    },
    serve: (port, archive) => {
      log.push(`serve ${port}`);
      served.push(archive);
    },
    closePort: (port) => void log.push(`close ${port}`),
    report: (message) => void log.push(JSON.stringify(message)),
    note: (sentence) => void log.push(sentence),
    exit: () => void log.push('exit'),
  });
  return { service, served };
}

const openMessage = { type: 'open', library: '/l', bundled: null };
const opened = ['open {"library":"/l","bundled":null}', '{"type":"opened"}'];
const cancellable: Import = async (_paths, { onProgress, signal }) => {
  onProgress?.({ files: 1, articles: 0, bytes: 9, path: '/a' });
  for (let turn = 0; turn < 1000 && signal?.aborted !== true; turn += 1) await new Promise(setImmediate);
  return ok(report);
};

describe('the archive process', () => {
  test('serves one port at a time, and only the last that came while it opened', async () => {
    const log: string[] = [];
    let letOpen: (result: Result<HostApi, ArchiveError>) => void = () => undefined;
    const opening = new Promise<Result<HostApi, ArchiveError>>((resolve) => (letOpen = resolve));
    const { service } = serviceWith(opening, log);
    const first = [
      service.receive(openMessage, []),
      service.receive({ type: 'add-port' }, ['one']),
      service.receive({ type: 'add-port' }, ['two']),
    ];
    letOpen(ok(archiveWith(cancellable, log)));
    await Promise.all(first);
    await service.receive({ type: 'add-port' }, ['three']);
    expect(log).toEqual([opened[0], 'close one', opened[1], 'serve two', 'close two', 'serve three']);
  });

  test('whose library cannot be opened answers everything with why', async () => {
    const log: string[] = [];
    const { service, served } = serviceWith(Promise.resolve(fail(error)), log);
    await service.receive(openMessage, []);
    await service.receive({ type: 'add-port' }, ['one']);
    await service.receive({ type: 'import', id: 1, paths: ['/a'], collection: null }, []);
    expect(log.slice(1)).toEqual([
      JSON.stringify({ type: 'open-failed', error }),
      'serve one',
      JSON.stringify({ type: 'import-failed', id: 1, error }),
    ]);
    const methods = Object.values(served[0] ?? {}) as (() => Promise<unknown>)[];
    expect(await Promise.all(methods.map((ask) => ask()))).toEqual(
      Object.keys(methodArguments).map(() => fail(error)),
    );
  });

  test('whose opening throws reports a bug and lives on', async () => {
    const log: string[] = [];
    const { service } = serviceWith(Promise.reject(new Error('oh')), log);
    await service.receive(openMessage, []);
    expect(log[1]).toBe('{"type":"open-failed","error":{"code":"internal","params":{"detail":"Error: oh"}}}');
  });

  test('imports, can be told to stop, and reports both', async () => {
    const log: string[] = [];
    const { service } = serviceWith(Promise.resolve(ok(archiveWith(cancellable, log))), log);
    await service.receive(openMessage, []);
    const importing = service.receive({ type: 'import', id: 4, paths: ['/a'], collection: null }, []);
    await new Promise(setImmediate);
    await service.receive({ type: 'cancel-import', id: 3 }, []);
    await service.receive({ type: 'cancel-import', id: 4 }, []);
    await importing;
    expect(log.slice(2)).toEqual([
      '{"type":"import-progress","id":4,"progress":{"files":1,"articles":0,"bytes":9,"path":"/a"}}',
      JSON.stringify({ type: 'import-finished', id: 4, run: 3, totals }),
    ]);
  });

  test('says what files are, can be told to stop, and says no more after the end', async () => {
    const log: string[] = [];
    const recognised = {
      formats: [],
      others: [],
      otherFiles: 0,
      systemFiles: 0,
      collections: [],
      complete: false,
    };
    const archive = archiveWith(cancellable, log);
    const recognise: HostApi['keeping']['recognise'] = async (_paths, signal, onProgress) => {
      for (const files of [1, 50]) onProgress?.(files);
      for (let turn = 0; turn < 1000 && signal?.aborted !== true; turn += 1) await new Promise(setImmediate);
      return ok(recognised);
    };
    const keeping = { ...archive.keeping, recognise };
    const { service } = serviceWith(Promise.resolve(ok({ ...archive, keeping })), log);
    await service.receive(openMessage, []);
    const task = { kind: 'recognise', paths: ['/a'] };
    const looking = service.receive({ type: 'task', id: 7, task }, []);
    await new Promise(setImmediate);
    await service.receive({ type: 'cancel-task', id: 7 }, []);
    await looking;
    await service.receive({ type: 'cancel-task', id: 7 }, []);
    expect(log.slice(2)).toEqual([
      '{"type":"task-progress","id":7,"progress":{"done":50,"total":0,"bytes":0}}',
      JSON.stringify({ type: 'task-done', id: 7, outcome: { kind: 'recognise', recognised } }),
    ]);
  });

  test('reports an import that throws as a bug', async () => {
    const log: string[] = [];
    const broken: Import = async () => {
      throw new Error('oh');
    };
    const { service } = serviceWith(Promise.resolve(ok(archiveWith(broken, log))), log);
    await service.receive(openMessage, []);
    await service.receive({ type: 'import', id: 1, paths: ['/a'], collection: null }, []);
    expect(log[2]).toContain('"type":"import-failed","id":1,"error":{"code":"internal"');
  });

  test('stops an import and closes the library before it exits', async () => {
    const log: string[] = [];
    const { service } = serviceWith(Promise.resolve(ok(archiveWith(cancellable, log))), log);
    await service.receive(openMessage, []);
    const importing = service.receive({ type: 'import', id: 1, paths: ['/a'], collection: null }, []);
    await new Promise(setImmediate);
    await service.receive({ type: 'close' }, []);
    await importing;
    expect(log.slice(3)).toEqual([
      JSON.stringify({ type: 'import-finished', id: 1, run: 3, totals }),
      'archive closed',
      'exit',
    ]);
  });

  test.each([
    null,
    'open',
    { type: 'open' },
    { type: 'open', library: '', bundled: null },
    { type: 'open', library: '/l', bundled: null, more: 1 },
    { type: 'import', id: 1, paths: [] },
    { type: 'import', id: 1, paths: [7] },
    { type: 'import', id: 1.5, paths: ['/a'], collection: null },
    { type: 'import', id: 1, paths: ['/a'] },
    { type: 'import', id: 1, paths: ['/a'], collection: ' ' },
    { type: 'import', id: 1, paths: ['/a'], collection: 'x'.repeat(201) },
    { type: 'task', id: 1, task: { kind: 'erase' } },
    { type: 'task', id: 1, task: { kind: 'recognise', paths: [] } },
    { type: 'erase' },
  ])('leaves %j alone', async (message) => {
    const log: string[] = [];
    const { service } = serviceWith(Promise.resolve(fail(error)), log);
    await service.receive(message, []);
    expect(log).toEqual(['A control message that is none was ignored.']);
  });
});
