import type { ImportsApi } from '../../../archive/api/imports.ts';
import { archiveError, type ArchiveError } from '../../../archive/model/errors.ts';
import { reportOf, type ImportLine, type ImportOutcome } from '../../../archive/model/import-report.ts';
import type { ImportLinesRequest, ImportRun, PlacedLine } from '../../../archive/model/import-runs.ts';
import { fail, ok, type Result } from '../../../archive/model/result.ts';

type Answer<T> = Promise<Result<T, ArchiveError>>;

/** An import with its lines, as a test makes it up. */
export interface FakeImport {
  readonly started: string;
  readonly finished?: string | null;
  readonly cancelled?: boolean;
  readonly lines: readonly ImportLine[];
}

const outcomes: readonly ImportOutcome[] = ['added', 'duplicate', 'kept', 'failed', 'skipped'];

/** The imports of a library in memory, numbered from 1. */
export class FakeImports implements ImportsApi {
  made: readonly FakeImport[];
  /** The parts of reports that were asked for, in order. */
  readonly asked: ImportLinesRequest[] = [];

  constructor(made: readonly FakeImport[] = []) {
    this.made = made;
  }

  private runOf(index: number): ImportRun | null {
    const one = this.made[index];
    if (one === undefined) return null;
    const { started, finished = started, cancelled = false, lines } = one;
    const { lines: _, run, ...totals } = reportOf(index + 1, lines, cancelled, 1423);
    const count = (outcome: ImportOutcome): number => lines.filter((line) => line.outcome === outcome).length;
    return {
      ...{ run, started, finished, totals },
      firstPath: lines[0]?.path ?? null,
      lines: Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) as ImportRun['lines'],
    };
  }

  async imports(limit: number): Answer<readonly ImportRun[]> {
    const runs = this.made.flatMap((_, index) => this.runOf(index) ?? []);
    return ok(runs.reverse().slice(0, limit));
  }

  async importRun(run: number): Answer<ImportRun> {
    const found = this.runOf(run - 1);
    return found === null ? fail(archiveError('import-not-found', { run })) : ok(found);
  }

  async importLines(request: ImportLinesRequest): Answer<readonly PlacedLine[]> {
    this.asked.push(request);
    const { run, outcome, offset, limit } = request;
    const lines = this.made[run - 1]?.lines;
    if (lines === undefined) return fail(archiveError('import-not-found', { run }));
    const placed = lines.map((line, place) => ({ place, line }));
    const wanted = placed.filter(({ line }) => outcome === null || line.outcome === outcome);
    return ok(wanted.slice(offset, offset + limit));
  }
}
