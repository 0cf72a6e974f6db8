import type { HostApi } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import { isWhole } from '../model/library-report.ts';
import type {
  BackupReport,
  ExportReport,
  LibraryReport,
  OriginalFault,
  OriginalsProgress,
} from '../model/library-report.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { ParsedArguments } from './arguments.ts';
import { ProgressLine } from './progress-line.ts';
import { amount, counted, duration, percent, size } from './quantities.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;

function faultLine({ kind, sha256, name, articles, linked }: OriginalFault): string {
  if (linked !== undefined) {
    const what = kind === 'missing' ? 'is no longer there' : 'has changed since';
    return `${kind.padEnd(8)} ${name} was left at ${linked} and ${what} (${counted(articles, 'article')})`;
  }
  return `${kind.padEnd(8)} ${name} (originals/${sha256.slice(0, 2)}/${sha256}, ${counted(articles, 'article')})`;
}

function repairLines(report: LibraryReport): readonly string[] {
  const lines: string[] = [];
  if (report.database.length + report.references.length > 0)
    lines.push(
      'Restore library.sqlite from a backup; the originals are as they came and can be imported again.',
    );
  if (report.faults.some(({ linked }) => linked !== undefined))
    lines.push(
      'Put a file that was left outside of the library back in its place, or import it from where it is now.',
    );
  if (report.faults.some(({ linked }) => linked === undefined))
    lines.push(
      'The text of these articles is still in the library. Restore the files from a backup, or import them again.',
    );
  return lines;
}

function verifiedText(report: LibraryReport, took: number): string {
  const { database, references, faults, unnamed, originals, bytes, articles } = report;
  const what = `${counted(articles, 'article')}, ${counted(originals, 'original')}, ${size(bytes)}`;
  const lines = [
    ...database.map((sentence) => `database ${sentence}`),
    ...references.map(
      ({ table, rows }) => `database ${counted(rows, 'row')} of ${table} name what is not there`,
    ),
    ...faults.map(faultLine),
    ...repairLines(report),
    `${report.stopped ? 'Stopped: so far ' : ''}${isWhole(report) ? 'nothing is missing or damaged' : 'not all is well'}: ${what} read in ${duration(took)}.`,
  ];
  const left = `${counted(unnamed.files, 'file')} under originals (${size(unnamed.bytes)}) belong to no article: an import was interrupted. They do no harm.`;
  if (unnamed.files > 0) lines.push(left);
  return lines.map((line) => `${line.charAt(0).toUpperCase()}${line.slice(1)}\n`).join('');
}

function follow(surroundings: Surroundings, verb: string) {
  const line = new ProgressLine(surroundings.stderr);
  const signal = surroundings.listenForInterrupt();
  const onProgress = ({ done, total, bytes }: OriginalsProgress): void =>
    line.show(`${verb}: ${percent(done, total)} (${amount(done)} of ${amount(total)}, ${size(bytes)})`);
  return { line, options: { signal, onProgress } };
}

/** `cuttings verify`: every byte of the library. Exit 1 when something is missing or damaged, or it was stopped. */
export async function verifyCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  if (args.words.length > 0) throw new UsageError('verify takes no words, only options.');
  const started = performance.now();
  const { line, options } = follow(surroundings, 'Reading originals');
  const verified = await archive.keeping.verify(options);
  await line.end();
  if (!verified.ok) return verified;
  const report = verified.value;
  const took = performance.now() - started;
  const text = args.flag('json') ? `${JSON.stringify(report)}\n` : verifiedText(report, took);
  await surroundings.stdout.write(text);
  return ok(isWhole(report) && !report.stopped ? exitCodes.done : exitCodes.failed);
}

function backupText({ originals, copied, bytes, faults }: BackupReport, stopped: boolean): string {
  const lines = [
    ...faults.map(faultLine),
    stopped
      ? `Stopped. ${counted(copied, 'original')} were copied; the backup is not whole. Run it again to go on.`
      : `Backed up: the catalogue and ${counted(originals - faults.length, 'original')}, ${amount(copied)} of them new (${size(bytes)}).`,
  ];
  return lines.map((one) => `${one}\n`).join('');
}

/** `cuttings backup DIR`: copies the library. Exit 1 when an original is missing or damaged here, or it was stopped. */
export async function backupCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  const [folder, ...more] = args.words;
  if (folder === undefined || folder === '' || more.length > 0)
    throw new UsageError('backup needs exactly one folder: cuttings backup DIR.');
  const { line, options } = follow(surroundings, 'Copying originals');
  const done = await archive.keeping.backup(folder, options);
  await line.end();
  if (!done.ok) return done;
  const stopped = options.signal.aborted;
  const text = args.flag('json')
    ? `${JSON.stringify({ ...done.value, stopped })}\n`
    : backupText(done.value, stopped);
  await surroundings.stdout.write(text);
  return ok(done.value.faults.length === 0 && !stopped ? exitCodes.done : exitCodes.failed);
}

function exportText({ records, pages, bytes, faults }: ExportReport, file: string): string {
  const what = `${counted(pages, 'article')} from ${counted(records, 'file or captured page', 'files and captured pages')}`;
  return [...faults.map(faultLine), `Wrote ${what} to ${file} (${size(bytes)}).`]
    .map((one) => `${one}\n`)
    .join('');
}

/** `cuttings export --wacz FILE`. Exit 1 when an original is missing or damaged here, or it was stopped. */
export async function exportCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  const file = args.text('wacz');
  if (file === null || file === '' || args.words.length > 0)
    throw new UsageError('export needs the name of a file: cuttings export --wacz FILE.');
  const { line, options } = follow(surroundings, 'Writing');
  const software = `Cuttings ${surroundings.version}`;
  const done = await archive.keeping.exportWacz(file, { ...options, software });
  await line.end();
  if (!done.ok) return done;
  const report = done.value;
  if (report === null) {
    await surroundings.stderr.write('Stopped. Nothing was written.\n');
    return ok(exitCodes.failed);
  }
  await surroundings.stdout.write(
    args.flag('json') ? `${JSON.stringify(report)}\n` : exportText(report, file),
  );
  return ok(report.faults.length === 0 ? exitCodes.done : exitCodes.failed);
}
