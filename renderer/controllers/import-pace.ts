import type { ImportProgress } from '../../archive/model/import-report.ts';

/** The pace is that of this last stretch, in milliseconds: a mean over all of it would lag behind what goes on now. */
const stretch = 20_000;
/** Before so much is known nothing is said of the pace: the first files tell little. */
const least = 2_000;

/** How fast an import goes. */
export interface Pace {
  /** Bytes of the sources a second; null while it is not known. */
  readonly bytesPerSecond: number | null;
  /** Milliseconds until the end at this pace; null while that is not known. */
  readonly left: number | null;
}

/** The bytes that were read until now, of the files done with and of the one being read. */
export function bytesRead({ bytes, file }: ImportProgress): number {
  return bytes + (file?.stage === 'reading' ? file.done : 0);
}

/** How much of an import is done, from 0 to 1; null while it is not known how much there is. */
export function shareDone(progress: ImportProgress): number | null {
  const { total, files } = progress;
  if (total === undefined) return null;
  if (total.bytes > 0) return Math.min(1, bytesRead(progress) / total.bytes);
  return total.files > 0 ? Math.min(1, files / total.files) : null;
}

/** Measures an import by the steps that it tells. */
export class PaceMeter {
  private samples: readonly { readonly at: number; readonly bytes: number }[] = [];

  /** Takes a step into account; `now` in milliseconds, never before the last. */
  take(progress: ImportProgress, now: number): Pace {
    // While a large file is copied nothing of it is read: that is no slowness.
    if (progress.file?.stage === 'copying') {
      this.samples = [];
      return { bytesPerSecond: null, left: null };
    }
    const bytes = bytesRead(progress);
    const recent = this.samples.filter(({ at }) => now - at <= stretch);
    this.samples = [...recent, { at: now, bytes }];
    const [first] = this.samples;
    if (first === undefined || now - first.at < least) return { bytesPerSecond: null, left: null };
    const bytesPerSecond = ((bytes - first.bytes) / (now - first.at)) * 1000;
    const { total } = progress;
    const left =
      total === undefined || bytesPerSecond <= 0
        ? null
        : (Math.max(0, total.bytes - bytes) / bytesPerSecond) * 1000;
    return { bytesPerSecond, left };
  }
}
