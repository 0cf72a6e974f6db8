import { basename } from 'node:path';
import type { HostApi } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import { describeError } from '../model/error-sentences.ts';
import { countOf } from '../model/import-report.ts';
import type { ImportLine, ImportProgress, ImportTotals } from '../model/import-report.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { ParsedArguments } from './arguments.ts';
import type { FieldMap } from '../model/field-map.ts';
import { parseFieldMap } from '../readers/records/field-map.ts';
import { previewCommand } from './preview-command.ts';
import { ProgressLine } from './progress-line.ts';
import { amount, counted, duration, percent, size } from './quantities.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

/** A line of a report as JSON: an error with its code and sentence. */
export function lineAsJson(line: ImportLine): unknown {
  return 'error' in line
    ? { outcome: line.outcome, path: line.path, code: line.error.code, message: describeError(line.error) }
    : line;
}

/** One line of a report for an input; how many articles it stands for is said when they are several. */
export function lineAsText(line: ImportLine): string {
  const start = line.outcome.padEnd(9);
  if ('error' in line) return `${start}  [${line.error.code}] ${describeError(line.error)}`;
  const count = countOf(line);
  return `${start}  ${line.path}${count === 1 ? '' : ` (${counted(count, 'article')})`}`;
}

/** What became of all inputs, in one line. */
export function totals(report: ImportTotals): string {
  const { added, duplicates, kept, failed, skipped, tookMs } = report;
  const counts = [
    `${amount(added)} added`,
    `${amount(duplicates)} already there`,
    `${amount(kept)} kept without text`,
    `${amount(failed)} failed`,
    `${amount(skipped)} passed over`,
  ];
  return `${counts.join(', ')} in ${duration(tookMs)}.`;
}

/** How far an import has come, in a line: large files tell how much of them is done. */
export function importProgressText({ files, articles, bytes, path, file }: ImportProgress): string {
  const read = bytes + (file?.stage === 'reading' ? file.done : 0);
  const counts = [
    files === 0 ? [] : counted(files, 'file'),
    articles === 0 ? [] : counted(articles, 'article'),
    read === 0 ? [] : size(read),
  ];
  const doing = file?.stage === 'copying' ? 'copying ' : '';
  const part = file === undefined ? '' : ` ${percent(file.done, file.total)}`;
  return [...counts.flat(), `${doing}${basename(path)}${part}`].join(' · ');
}

function mapOf(text: string | null): FieldMap | null {
  if (text === null) return null;
  const map = parseFieldMap(text);
  if (!map.ok)
    throw new UsageError(`--map: ${String('detail' in map.error.params ? map.error.params.detail : '')}.`);
  return map.value;
}

/** `cuttings import`: a report line for every input. Exit 1 when one failed or could only be kept, or it was stopped. */
export async function importCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Promise<Result<number, ArchiveError>> {
  if (args.words.length === 0) throw new UsageError('import needs at least one file or folder.');
  const { stdout, stderr } = surroundings;
  const map = mapOf(args.text('map'));
  if (args.flag('preview')) return previewCommand(archive, args, map, surroundings);
  const line = new ProgressLine(stderr);
  const imported = await archive.import(args.words, {
    collection: args.text('collection'),
    map,
    link: args.flag('link'),
    signal: surroundings.listenForInterrupt(),
    onProgress: (progress) => line.show(importProgressText(progress)),
  });
  await line.end();
  if (!imported.ok) return imported;
  const report = imported.value;
  if (args.flag('json')) {
    await stdout.write(`${JSON.stringify({ ...report, lines: report.lines.map(lineAsJson) })}\n`);
  } else {
    for (const one of report.lines) await stderr.write(`${lineAsText(one)}\n`);
    await stderr.write(`${totals(report)}\n`);
  }
  if (report.cancelled) {
    await stderr.write('Stopped. What was added stays; import the same again to go on.\n');
  }
  const isWhole = report.failed + report.kept === 0 && !report.cancelled;
  return ok(isWhole ? exitCodes.done : exitCodes.failed);
}
