import type { HostApi } from '../api/host-api.ts';
import { reportCsvHead, reportCsvLine } from '../export/report-csv.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';
import type { ImportRun } from '../model/import-runs.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { ParsedArguments } from './arguments.ts';
import { lineAsJson, lineAsText, totals } from './import-command.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;

/** The last of them that are listed. */
const mostListed = 1_000;

function runAsText({ run, started, finished, totals: sums }: ImportRun): string {
  const end = finished === null ? ' It did not end; what it had committed is in the library.' : '';
  const stopped = sums.cancelled ? ' It was stopped.' : '';
  return `${String(run).padStart(4)}  ${started.slice(0, 16).replace('T', ' ')}  ${totals(sums)}${stopped}${end}\n`;
}

async function printReport(
  report: ImportReport,
  args: ParsedArguments,
  { stdout }: Surroundings,
): Promise<void> {
  if (args.flag('csv')) {
    await stdout.write(reportCsvHead);
    for (const line of report.lines) await stdout.write(reportCsvLine(line));
  } else if (args.flag('json')) {
    await stdout.write(`${JSON.stringify({ ...report, lines: report.lines.map(lineAsJson) })}\n`);
  } else {
    for (const line of report.lines) await stdout.write(`${lineAsText(line)}\n`);
    await stdout.write(`${totals(report)}\n`);
  }
}

/** `cuttings imports`: the imports made until now, or the report of one, also as CSV. */
export async function importsCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  const [given, ...more] = args.words;
  if (more.length > 0 || (given !== undefined && !/^\d{1,9}$/u.test(given)))
    throw new UsageError('imports takes the number of one import at most: cuttings imports 3.');
  if (args.flag('csv') && (given === undefined || args.flag('json')))
    throw new UsageError('--csv prints the lines of one import: cuttings imports 3 --csv.');
  if (given === undefined) {
    const runs = await archive.imports(mostListed);
    if (!runs.ok) return runs;
    const text = args.flag('json') ? `${JSON.stringify(runs.value)}\n` : runs.value.map(runAsText).join('');
    await surroundings.stdout.write(text);
    return ok(exitCodes.done);
  }
  const report = await archive.keeping.importReport(Number(given));
  if (!report.ok) return report;
  await printReport(report.value, args, surroundings);
  return ok(exitCodes.done);
}
