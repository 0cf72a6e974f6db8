import type { KeepingApi } from '../archive/api/keeping-api.ts';
import { archiveError } from '../archive/model/errors.ts';
import type { OriginalsProgress } from '../archive/model/library-report.ts';
import type { Care, CareReport } from './care-messages.ts';

/** Progress is told no more often than this, in milliseconds: a library may have a hundred thousand small originals. */
const tellEvery = 100;

/** Looks through a library, or copies it, and tells how far it is and how it ended. Throws nothing. */
export async function carryOutCare(
  keeping: Pick<KeepingApi, 'verify' | 'backup'>,
  care: Care,
  signal: { readonly aborted: boolean },
  tell: (report: CareReport) => void,
): Promise<void> {
  let told = -Infinity;
  const onProgress = (progress: OriginalsProgress): void => {
    const now = performance.now();
    if (now - told < tellEvery) return;
    told = now;
    tell({ kind: 'progress', progress });
  };
  try {
    if (care.kind === 'verify') {
      const done = await keeping.verify({ signal, onProgress });
      tell(done.ok ? { kind: 'verified', report: done.value } : { kind: 'failed', error: done.error });
    } else {
      const done = await keeping.backup(care.folder, { signal, onProgress });
      const stopped = signal.aborted;
      tell(
        done.ok ? { kind: 'backed-up', report: done.value, stopped } : { kind: 'failed', error: done.error },
      );
    }
  } catch (error) {
    tell({ kind: 'failed', error: archiveError('internal', { detail: String(error) }) });
  }
}
