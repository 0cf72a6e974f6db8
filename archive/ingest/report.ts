import { countOf } from '../model/import-report.ts';
import type { ImportLine, ImportReport } from '../model/import-report.ts';

/** Adds the lines of an import up. */
export function reportOf(lines: readonly ImportLine[], cancelled: boolean, tookMs: number): ImportReport {
  const count = (outcome: ImportLine['outcome']): number =>
    lines.reduce((sum, line) => sum + (line.outcome === outcome ? countOf(line) : 0), 0);
  return {
    added: count('added'),
    duplicates: count('duplicate'),
    kept: count('kept'),
    failed: count('failed'),
    skipped: count('skipped'),
    tookMs: Math.round(tookMs),
    cancelled,
    lines,
  };
}
