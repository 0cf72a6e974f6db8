import type { HostApi } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import { describeError } from '../model/error-sentences.ts';
import type { ImportLine, ImportReport } from '../model/import-report.ts';
import type { Result } from '../model/result.ts';
import type { ParsedArguments } from './arguments.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

function lineAsJson(line: ImportLine): unknown {
  return 'error' in line
    ? { outcome: line.outcome, path: line.path, code: line.error.code, message: describeError(line.error) }
    : line;
}

function lineAsText(line: ImportLine): string {
  const what = 'error' in line ? `[${line.error.code}] ${describeError(line.error)}` : line.path;
  return `${line.outcome.padEnd(9)}  ${what}`;
}

function totals({ added, duplicates, kept, failed, skipped, tookMs }: ImportReport): string {
  const counts = [
    `${String(added)} added`,
    `${String(duplicates)} already there`,
    `${String(kept)} kept without text`,
    `${String(failed)} failed`,
    `${String(skipped)} passed over`,
  ];
  return `${counts.join(', ')} in ${(tookMs / 1000).toFixed(1)} s.`;
}

/** `cuttings import`: a report line for every input. Exit 1 when one failed or could only be kept. */
export async function importCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout, stderr }: Surroundings,
): Promise<Result<number, ArchiveError>> {
  if (args.words.length === 0) throw new UsageError('import needs at least one file or folder.');
  const imported = await archive.import(args.words, { collection: args.text('collection') });
  if (!imported.ok) return imported;
  const report = imported.value;
  if (args.flag('json')) {
    await stdout.write(`${JSON.stringify({ ...report, lines: report.lines.map(lineAsJson) })}\n`);
  } else {
    for (const line of report.lines) await stderr.write(`${lineAsText(line)}\n`);
    await stderr.write(`${totals(report)}\n`);
  }
  return { ok: true, value: report.failed + report.kept > 0 ? exitCodes.failed : exitCodes.done };
}
