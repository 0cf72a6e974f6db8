import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ingest } from '../../../archive/ingest/ingest.ts';
import type { IngestOptions } from '../../../archive/ingest/ingest.ts';
import { recordId } from '../../../archive/library/article-id.ts';
import { openLibrary } from '../../../archive/library/library.ts';
import type { Library } from '../../../archive/library/library.ts';
import { sha256Of } from '../../../archive/library/originals.ts';
import type { ImportLine, ImportProgress, ImportReport } from '../../../archive/model/import-report.ts';
import { chooseReader } from '../../../archive/readers/registry.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

async function emptyLibrary(): Promise<Library> {
  const opened = await openLibrary(path.join(temporaryFolder(), 'library'), {});
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

async function importInto(
  library: Library,
  paths: readonly string[],
  more: Partial<IngestOptions> = {},
): Promise<ImportReport> {
  const report = await ingest(library, paths, { collection: 'Test', chooseReader, ...more });
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

function line(at: number, length = 40): string {
  return `${JSON.stringify({ title: `Headline ${at}`, body: 'Word after word. '.repeat(length / 16), date: '2007' })}\n`;
}

function file(count: number, length = 40): string {
  return Array.from({ length: count }, (_, at) => line(at, length)).join('');
}

function inShort(lines: readonly ImportLine[], folder: string): string[] {
  return lines.map((one) => {
    const what =
      'error' in one ? one.error.code : `${one.articles.length} of ${one.count ?? one.articles.length}`;
    return `${path.relative(folder, one.path)}: ${one.outcome} ${what}`;
  });
}

/** The report as the library keeps it. */
function keptLines(library: Library): unknown[] {
  const rows = library.database.all(
    'SELECT line FROM import_lines WHERE run = (SELECT max(id) FROM import_runs) ORDER BY ordinal',
  );
  return rows.map((row) => JSON.parse(String(row['line'])) as unknown);
}

test('good lines are in, each bad one and each file has its line, and the same again adds nothing', async () => {
  const library = await emptyLibrary();
  const folder = folderWith({
    'a.jsonl': `${line(1)}{"title":\n${line(2)}\n${line(1)}[]\n`,
    'b.jsonl': `${line(2)}${line(3)}`,
    'bad.jsonl': `{"title":"Later", "body": 1}\n`.replace('Later', '\\ud800'),
    'page.txt': 'A headline\n\nA paragraph of the page, which is long enough to be one.\n',
    'wide.jsonl': Buffer.from(`\ufeff${line(9)}`, 'utf16le'),
  });
  const first = await importInto(library, [folder]);
  expect(inShort(first.lines, folder)).toEqual([
    'a.jsonl: added 2 of 2',
    'a.jsonl: duplicate 1 of 1',
    'a.jsonl:2: failed line-not-json',
    'a.jsonl:6: failed line-not-object',
    'b.jsonl: added 1 of 1',
    'b.jsonl: duplicate 1 of 1',
    'bad.jsonl: added 1 of 1',
    'page.txt: added 1 of 1',
    'wide.jsonl: failed json-lines-encoding',
  ]);
  expect(keptLines(library)).toEqual(first.lines);
  const again = await importInto(library, [folder]);
  expect([first, again].map(({ added, duplicates, failed }) => [added, duplicates, failed])).toEqual([
    [5, 2, 3],
    [0, 7, 3],
  ]);
  expect(library.catalogue.count()).toBe(5);
});

test('each article points to its own bytes of the one original', async () => {
  const library = await emptyLibrary();
  const content = `\ufeff${line(1)}\r\n${line(2).replace('\n', '\r\n')}${line(3).trim()}`;
  await importInto(library, [folderWith({ 'news.jsonl': content })]);
  const found = [];
  for (const article of library.catalogue.articles()) {
    const { sha256, span, bytes } = article.original;
    const read = span === null ? null : await library.originals.readSpan(sha256, span);
    if (read?.ok !== true) throw new Error('no bytes');
    expect(recordId(sha256Of(read.value))).toBe(article.id);
    found.push([Buffer.from(read.value).toString(), bytes]);
  }
  expect(found).toEqual([1, 2, 3].map((at) => [line(at).trim(), Buffer.byteLength(content)]));
  const [one] = library.catalogue.articles();
  const sha256 = one?.original.sha256 ?? sha256Of(new Uint8Array());
  const beyond = await library.originals.readSpan(sha256, { start: 0, end: content.length + 9 });
  expect(!beyond.ok && beyond.error.code).toBe('original-damaged');
});

test('a file larger than memory may hold is read in batches, each followed by the hook', async () => {
  const library = await emptyLibrary();
  const content = file(4_000, 3_200);
  const counts: number[] = [];
  const progress: ImportProgress[] = [];
  const report = await importInto(library, [folderWith({ 'large.jsonl': content })], {
    afterCommit: async () => void counts.push(library.catalogue.count()),
    onProgress: (one) => void progress.push(one),
  });
  expect([report.added, library.catalogue.count()]).toEqual([4_000, 4_000]);
  expect(inShort(report.lines, '.').map((text) => text.replace(/^.*: /u, ''))).toEqual([
    'added 1000 of 4000',
  ]);
  expect(counts.length).toBeGreaterThan(3);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  const stages = progress.map(({ file: part }) => [part?.stage, (part?.done ?? 0) <= (part?.total ?? 0)]);
  expect(new Set(stages.map(String))).toEqual(new Set([',true', 'copying,true', 'reading,true']));
  expect(progress.at(-1)?.file?.total).toBe(Buffer.byteLength(content));
});

test('thousands of bad lines: the first are named, the others counted', async () => {
  const library = await emptyLibrary();
  const folder = folderWith({ 'bad.jsonl': `${line(1)}${'{"title":\n'.repeat(2_500)}${line(2)}` });
  const report = await importInto(library, [folder]);
  const short = inShort(report.lines, folder);
  expect([report.added, report.failed, short.length]).toEqual([2, 2_500, 1_002]);
  expect([short[0], short[1], short.at(-1)]).toEqual([
    'bad.jsonl: added 2 of 2',
    'bad.jsonl:2: failed line-not-json',
    'bad.jsonl: failed more-failures',
  ]);
  expect(report.lines.at(-1)).toMatchObject({ error: { params: { count: 1_500 } } });
});

test('cancelled while it is copied, nothing stays; cancelled while it is read, what was committed', async () => {
  const library = await emptyLibrary();
  const folder = folderWith({ 'large.jsonl': file(4_000, 3_200) });
  const cancelAt = (stage: string): Partial<IngestOptions> => {
    const signal = { aborted: false };
    const onProgress = ({ file: part, articles }: ImportProgress): void => {
      if (part?.stage === stage && (stage === 'copying' || articles > 0)) signal.aborted = true;
    };
    return { signal, onProgress };
  };
  const copying = await importInto(library, [folder], cancelAt('copying'));
  const originals = fs.readdirSync(path.join(library.folder, 'originals'), { recursive: true });
  expect([copying.cancelled, copying.lines, originals]).toEqual([true, [], ['partial']]);
  const reading = await importInto(library, [folder], cancelAt('reading'));
  const there = library.catalogue.count();
  expect([reading.cancelled, reading.added]).toEqual([true, there]);
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(4_000);
  const rest = await importInto(library, [folder]);
  expect([rest.added, rest.duplicates, rest.cancelled]).toEqual([4_000 - there, there, false]);
});
