import type { WatchingApi } from '../api/watching-api.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';

/** So long passes between two looks at least, in milliseconds. */
const leastPause = 10_000;
/** Of a large folder each look takes long: no more than this share of the time goes into looking. */
const shareOfTime = 1 / 20;

/** What a loop tells of. */
export interface WatchLoopOptions {
  readonly signal: Cancellation;
  readonly onImport?: (report: ImportReport) => void;
  readonly onError?: (error: ArchiveError) => void;
  /** Of a test. */
  readonly pause?: number;
}

/** Looks at the watched folders until the signal is given. What could not be done is tried again with the next look. */
export async function watchLoop(watching: WatchingApi, options: WatchLoopOptions): Promise<void> {
  const { signal, onImport, onError, pause = leastPause } = options;
  while (!signal.aborted) {
    const begun = performance.now();
    const reports = await watching.look(signal);
    if (reports.ok) for (const report of reports.value) onImport?.(report);
    else if (reports.error.code !== 'import-running') onError?.(reports.error);
    await rest(Math.max(pause, (performance.now() - begun) / shareOfTime), signal);
  }
}

/** Waits, looking now and then whether it should end. */
async function rest(milliseconds: number, signal: Cancellation): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!signal.aborted && performance.now() < end) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, Math.min(500, Math.max(1, end - performance.now())));
    });
  }
}
