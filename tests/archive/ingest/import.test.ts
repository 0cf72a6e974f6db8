import fs from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { HostApi } from '../../../archive/api/host-api.ts';
import { takeImportLease } from '../../../archive/library/import-lease.ts';
import type { ImportReport } from '../../../archive/model/import-report.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

const page = (headline: string) => `BBC News
Last Updated: Friday, 14 March 2008, 08:12 GMT
${headline}
Hundreds of people have left their homes after the Danube burst its banks.

Emergency services said the water had risen by two metres in a day.
`;

const serbian = `Последњи преговори о Косову и Метохији завршени
28. новембар 2007.
Срби и Албанци нису постигли договор о будућем статусу покрајине у завршној рунди преговора.

Преговори су завршени у Бадену код Беча, саопштили су посредници.
`;

async function emptyLibrary(): Promise<{ readonly archive: HostApi; readonly library: string }> {
  const library = path.join(temporaryFolder(), 'library');
  const opened = await openArchive({ library, bundled: null });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return { archive: opened.value, library };
}

async function importInto(archive: HostApi, paths: readonly string[]): Promise<ImportReport> {
  const report = await archive.import(paths, { collection: 'Test' });
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

function outcomes({ lines }: ImportReport, folder: string): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => [
      path.relative(folder, line.path),
      'error' in line ? `${line.outcome} ${line.error.code}` : line.outcome,
    ]),
  );
}

function mixedFolder(): string {
  const folder = folderWith({
    'a.txt': page('Floods cut off Danube villages'),
    'b.txt': page('Ferry sinks in harbour').replace(/\n/gu, '\r\n'),
    'binary.dat': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'empty.txt': '',
    'large.txt': `A large text\n\n${'Word after word after word.\n'.repeat(200_000)}`,
    'sub/.DS_Store': 'x',
    'sub/again.txt': page('Floods cut off Danube villages'),
    'utf-16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(serbian, 'utf16le')]),
    'windows-1251.txt': iconv.encode(`${serbian}\nТекст је у старом кодном распореду.\n`, 'windows-1251'),
  });
  fs.symlinkSync('nowhere', path.join(folder, 'dangling'));
  fs.symlinkSync('..', path.join(folder, 'sub', 'loop'));
  return folder;
}

test('a folder of good and bad inputs: the readable are in, each other has its line', async () => {
  const { archive } = await emptyLibrary();
  const folder = mixedFolder();
  const first = await importInto(archive, [folder, path.join(folder, 'missing.txt')]);
  expect(outcomes(first, folder)).toEqual({
    'a.txt': 'added',
    'b.txt': 'added',
    'binary.dat': 'failed unsupported',
    dangling: 'failed dangling-link',
    'empty.txt': 'failed empty',
    'large.txt': 'kept too-large',
    'missing.txt': 'failed not-found',
    'sub/.DS_Store': 'skipped system-file',
    'sub/again.txt': 'duplicate',
    'sub/loop': 'failed link-loop',
    'utf-16.txt': 'added',
    'windows-1251.txt': 'added',
  });
  const listed = await archive.list({ offset: 0, limit: 10 });
  expect(listed.ok && listed.value.articles.map(({ headline }) => headline).sort()).toEqual([
    'Ferry sinks in harbour',
    'Floods cut off Danube villages',
    'Последњи преговори о Косову и Метохији завршени',
    'Последњи преговори о Косову и Метохији завршени',
  ]);
});

test('the same material again changes nothing, also from elsewhere and under other names', async () => {
  const { archive } = await emptyLibrary();
  const folder = folderWith({ 'one.txt': page('Ferry sinks in harbour') });
  const elsewhere = folderWith({ 'deep/other name.text': page('Ferry sinks in harbour') });
  const first = await importInto(archive, [folder]);
  const second = await importInto(archive, [elsewhere]);
  expect([first.added, second.added, second.duplicates]).toEqual([1, 0, 1]);
  const [added, again] = [first, second].map(({ lines }) =>
    lines.flatMap((line) => ('articles' in line ? line.articles : [])),
  );
  expect(again).toEqual(added);
});

test('originals are kept as they came, under their own hash', async () => {
  const { archive, library } = await emptyLibrary();
  const content = page('Ferry sinks in harbour').replace(/\n/gu, '\r\n');
  const report = await importInto(archive, [folderWith({ 'one.txt': content })]);
  const [id] = report.lines.flatMap((line) => ('articles' in line ? line.articles : []));
  const bytes = id === undefined ? undefined : await archive.originalBytes(id);
  expect(bytes?.ok === true && Buffer.from(bytes.value).toString()).toBe(content);
  const kept = fs.readdirSync(path.join(library, 'originals'), { recursive: true, encoding: 'utf8' });
  const file = kept.find((name) => /[0-9a-f]{64}$/u.test(name)) ?? '';
  fs.appendFileSync(path.join(library, 'originals', file), 'x');
  const damaged = id === undefined ? undefined : await archive.originalBytes(id);
  expect(damaged?.ok === false && damaged.error.code).toBe('original-damaged');
});

test('what an import brings is searched at once, also by another process that has the library open', async () => {
  const { archive, library } = await emptyLibrary();
  const other = await openArchive({ library, bundled: null });
  if (!other.ok) throw new Error(other.error.code);
  onTestFinished(() => other.value.close());
  const request = {
    text: 'ferry',
    match: 'all',
    exactSpelling: false,
    sort: 'relevance',
    typing: false,
    filter: { collection: null, section: null, dates: null },
    offset: 0,
    limit: 10,
  } as const;
  const before = await other.value.search(request);
  let told = 0;
  archive.onChange(() => (told += 1));
  await importInto(archive, [folderWith({ 'one.txt': page('Ferry sinks in harbour') })]);
  const after = await other.value.search(request);
  expect([before.ok && before.value.total, after.ok && after.value.total, told]).toEqual([0, 1, 1]);
});

test('one import at a time: a second one is refused and says so', async () => {
  const { archive, library } = await emptyLibrary();
  const lease = takeImportLease(library);
  const refused = await archive.import([temporaryFolder()], { collection: null });
  if (lease.ok) lease.value.release();
  const accepted = await archive.import([temporaryFolder()], { collection: null });
  expect([!refused.ok && refused.error.code, accepted.ok]).toEqual(['import-running', true]);
});

test('a cancelled import keeps what was committed', async () => {
  const { archive } = await emptyLibrary();
  const files = Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => [
      `${String(index).padStart(3, '0')}.txt`,
      page(`Headline number ${String(index)}`),
    ]),
  );
  const signal = { aborted: false };
  const report = await archive.import([folderWith(files)], {
    collection: null,
    signal,
    onProgress: ({ files: done }) => (signal.aborted = done >= 60),
  });
  const listed = await archive.list({ offset: 0, limit: 1 });
  const total = listed.ok ? listed.value.total : -1;
  expect(report.ok && [report.value.cancelled, report.value.added]).toEqual([true, total]);
  expect(total).toBeGreaterThanOrEqual(60);
  expect(total).toBeLessThan(120);
});
