import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../scripts/setup/paths.mjs';

/** What one import took. */
export interface MeasuredImport {
  readonly milliseconds: number;
  /** The most memory the process held, in bytes. */
  readonly resident: number;
  readonly added: number;
  readonly kept: number;
  readonly failed: number;
  readonly skipped: number;
  readonly duplicates: number;
}

const measured = path.join(projectRoot, 'tests/bench/import/measured.mjs');
const commandLine = path.join(projectRoot, 'dist/cli/cuttings.mjs');

/** Imports a file or folder into a library by the built command line, in a process of its own; its start is in the time. */
export function runImport(source: string, library: string): MeasuredImport {
  const note = `${library}.resident`;
  const began = performance.now();
  const ran = spawnSync(
    process.execPath,
    [measured, note, commandLine, 'import', source, '--library', library, '--json'],
    { maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  const milliseconds = performance.now() - began;
  if (ran.stdout === '') throw new Error(`The import of ${source} gave no report: ${ran.stderr}`);
  const report = JSON.parse(ran.stdout) as Omit<MeasuredImport, 'milliseconds' | 'resident'>;
  const resident = Number(fs.readFileSync(note, 'utf8'));
  fs.rmSync(note);
  const { added, kept, failed, skipped, duplicates } = report;
  return { milliseconds, resident, added, kept, failed, skipped, duplicates };
}
