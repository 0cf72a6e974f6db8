import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { ArchiveEvent } from './archive-api.ts';

/** What a window sends over its port. `id` is unique among the requests of that port. */
export type PortRequest =
  | {
      readonly type: 'request';
      readonly id: number;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  /** The answer is no longer wanted; the archive may leave it out. */
  | { readonly type: 'cancel'; readonly id: number };

/** What comes back over the port. Every request not cancelled gets exactly one reply. */
export type PortReply =
  | { readonly type: 'reply'; readonly id: number; readonly result: Result<unknown, ArchiveError> }
  | { readonly type: 'event'; readonly event: ArchiveEvent };
