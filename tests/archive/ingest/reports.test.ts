import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { HostApi } from '../../../archive/api/host-api.ts';
import type { ImportProgress, ImportReport } from '../../../archive/model/import-report.ts';
import type { Result } from '../../../archive/model/result.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

function valueOf<T, E extends { readonly code: string }>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function emptyArchive(): Promise<HostApi> {
  const library = path.join(temporaryFolder(), 'library');
  const archive = valueOf(await openArchive({ library, bundled: null }));
  onTestFinished(() => archive.close());
  return archive;
}

const page = (headline: string): string =>
  `${headline}\n3 March 2008\n\nIts text has one sentence of words.\n`;
const record = (at: number): string =>
  `${JSON.stringify({ headline: `Lajmi ${at}`, body: `Teksti ${at}.` })}\n`;

/** Something of each outcome. */
const material = {
  'a.txt': page('Преговори у Бечу'),
  'b copy.txt': page('Преговори у Бечу'),
  'c.jsonl': `${record(1)}${record(2)}not json\n${record(3)}${'{"x":\n'.repeat(1_500)}`,
  'd.txt': '',
  'e.txt': 'word',
  'f.png': '\x89PNG\r\n\x1a\n\0\0',
  'Thumbs.db': 'x',
};

async function imported(archive: HostApi, folder: string): Promise<ImportReport> {
  return valueOf(await archive.import([folder], { collection: null }));
}

test('an earlier import is what its own report said, and its lines are read part by part', async () => {
  const archive = await emptyArchive();
  const folder = folderWith(material);
  const report = await imported(archive, folder);
  await imported(archive, folder);
  const runs = valueOf(await archive.imports(10));
  expect(runs.map(({ run }) => run)).toEqual([2, 1]);
  const run = valueOf(await archive.importRun(1));
  expect(run).toEqual(runs[1]);
  const { lines, run: number, tookMs: _, ...totals } = report;
  expect([number, run.totals, run.firstPath]).toEqual([
    1,
    { ...totals, tookMs: run.totals.tookMs },
    lines[0]?.path,
  ]);
  expect([totals.added, totals.failed > 1_000, totals.skipped, totals.kept > 0]).toEqual([4, true, 1, true]);
  const whole = valueOf(await archive.keeping.importReport(1));
  expect(whole.lines).toEqual(lines);
  for (const outcome of ['added', 'duplicate', 'kept', 'failed', 'skipped', null] as const) {
    const parts = [];
    for (let offset = 0; ; offset += 400) {
      const part = valueOf(await archive.importLines({ run: 1, outcome, offset, limit: 400 }));
      if (part.length === 0) break;
      parts.push(...part);
    }
    const wanted = lines.flatMap((line, place) =>
      outcome === null || line.outcome === outcome ? [{ place, line }] : [],
    );
    expect(parts).toEqual(wanted);
    if (outcome !== null) expect(run.lines[outcome]).toBe(wanted.length);
  }
  expect(await archive.importRun(9)).toMatchObject({ ok: false, error: { code: 'import-not-found' } });
  const request = { run: 9, outcome: null, offset: 0, limit: 1 };
  expect(await archive.importLines(request)).toMatchObject({ error: { code: 'import-not-found' } });
});

test('a line leads to its file, and of what was kept to the original in the library', async () => {
  const archive = await emptyArchive();
  const folder = folderWith(material);
  const { lines } = await imported(archive, folder);
  const place = lines.findIndex(({ outcome }) => outcome === 'kept');
  const kept = valueOf(await archive.keeping.reportedPlace(1, place));
  expect(kept.path).toBe(lines[place]?.path);
  expect(fs.readFileSync(kept.original ?? '').equals(fs.readFileSync(kept.path))).toBe(true);
  expect(valueOf(await archive.keeping.reportedPlace(1, 0)).original).toBe(null);
  expect(await archive.keeping.reportedPlace(1, lines.length)).toMatchObject({ ok: false });
});

test('a report is saved as a table that spreadsheets read, whole or not at all', async () => {
  const archive = await emptyArchive();
  const { lines } = await imported(archive, folderWith(material));
  const folder = temporaryFolder();
  const file = path.join(folder, 'Извештај, увоз 1.csv');
  fs.writeFileSync(file, 'an earlier one');
  valueOf(await archive.keeping.saveImportReport(1, file));
  const table = fs.readFileSync(file, 'utf8');
  expect(table.startsWith('\uFEFFoutcome,path,count,code,message\r\n')).toBe(true);
  expect(table.split('\r\n').length).toBe(lines.length + 2);
  expect(fs.readdirSync(folder)).toEqual([path.basename(file)]);
  const nowhere = path.join(folder, 'missing', 'x.csv');
  expect(await archive.keeping.saveImportReport(1, nowhere)).toEqual({
    ok: false,
    error: { code: 'not-saved', params: { path: nowhere, detail: 'ENOENT' } },
  });
  expect(await archive.keeping.saveImportReport(7, file)).toMatchObject({
    error: { code: 'import-not-found' },
  });
});

test('how much there is is told while it is read, and in the end all of it is read', async () => {
  const archive = await emptyArchive();
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}.txt`, page(`Vest ${at}`)]));
  const folder = folderWith({ ...files, ...material });
  const told: ImportProgress[] = [];
  valueOf(
    await archive.import([folder, path.join(folder, 'missing')], {
      collection: null,
      onProgress: (progress) => void told.push(progress),
    }),
  );
  const names = fs.readdirSync(folder);
  const bytes = names
    .filter((name) => name !== 'Thumbs.db')
    .reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0);
  const last = told.at(-1);
  expect(last?.total).toEqual({ files: names.length + 1, bytes });
  // The last step begins the last input, which is the one that is missing.
  expect([last?.files, last?.bytes]).toEqual([names.length, bytes]);
  expect(told.every(({ total, bytes: read }) => total === undefined || read <= total.bytes)).toBe(true);
});
