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
  added: 0,
  duplicates: 0,
  kept: 0,
  failed: 0,
  skipped: 0,
  tookMs: 0,
  cancelled: true,
  lines: [],
};

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
      imports: async () => fail(error),
      importReport: async () => fail(error),
      backup: async () => fail(error),
      delete: async () => fail(error),
      correct: async () => fail(error),
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
    await service.receive({ type: 'import', id: 1, paths: ['/a'] }, []);
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
    const importing = service.receive({ type: 'import', id: 4, paths: ['/a'] }, []);
    await new Promise(setImmediate);
    await service.receive({ type: 'cancel-import', id: 3 }, []);
    await service.receive({ type: 'cancel-import', id: 4 }, []);
    await importing;
    expect(log.slice(2)).toEqual([
      '{"type":"import-progress","id":4,"progress":{"files":1,"articles":0,"bytes":9,"path":"/a"}}',
      JSON.stringify({ type: 'import-finished', id: 4, report }),
    ]);
  });

  test('reports an import that throws as a bug', async () => {
    const log: string[] = [];
    const broken: Import = async () => {
      throw new Error('oh');
    };
    const { service } = serviceWith(Promise.resolve(ok(archiveWith(broken, log))), log);
    await service.receive(openMessage, []);
    await service.receive({ type: 'import', id: 1, paths: ['/a'] }, []);
    expect(log[2]).toContain('"type":"import-failed","id":1,"error":{"code":"internal"');
  });

  test('stops an import and closes the library before it exits', async () => {
    const log: string[] = [];
    const { service } = serviceWith(Promise.resolve(ok(archiveWith(cancellable, log))), log);
    await service.receive(openMessage, []);
    const importing = service.receive({ type: 'import', id: 1, paths: ['/a'] }, []);
    await new Promise(setImmediate);
    await service.receive({ type: 'close' }, []);
    await importing;
    expect(log.slice(3)).toEqual([
      JSON.stringify({ type: 'import-finished', id: 1, report }),
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
    { type: 'import', id: 1.5, paths: ['/a'] },
    { type: 'erase' },
  ])('leaves %j alone', async (message) => {
    const log: string[] = [];
    const { service } = serviceWith(Promise.resolve(fail(error)), log);
    await service.receive(message, []);
    expect(log).toEqual(['A control message that is none was ignored.']);
  });
});
