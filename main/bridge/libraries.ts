import type { ArchiveError } from '../../archive/model/errors.ts';
import type { LibraryRisk } from '../../archive/model/library-risk.ts';
import type { BackupReport, LibraryReport, OriginalsProgress } from '../../archive/model/library-report.ts';

/** A library that was open before. */
export interface RecentLibrary {
  /** The name of its folder. */
  readonly name: string;
  readonly path: string;
  /** It was there when last looked. */
  readonly there: boolean;
}

/** The library of this window, and those that were open before, the last first. */
export interface LibrariesState {
  readonly name: string;
  readonly path: string;
  /** It is the library that the application makes by itself. */
  readonly isDefault: boolean;
  /** Why its place is a danger to it, or null. */
  readonly risk: LibraryRisk | null;
  readonly recent: readonly RecentLibrary[];
}

/** Looking through the library, or copying it, as far as it is. */
export type CareState =
  | {
      readonly state: 'running';
      readonly what: 'verify' | 'backup';
      readonly progress: OriginalsProgress | null;
    }
  | { readonly state: 'verified'; readonly report: LibraryReport }
  | { readonly state: 'backed-up'; readonly report: BackupReport; readonly folder: string }
  /** A person stopped it. */
  | { readonly state: 'stopped'; readonly what: 'verify' | 'backup' }
  | { readonly state: 'failed'; readonly what: 'verify' | 'backup'; readonly error: ArchiveError };
