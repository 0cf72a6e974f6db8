import type { ArchiveError } from './errors.ts';
import type { ArticleId } from './article.ts';

/** What became of one input, in the order the inputs were met. */
export type ImportLine =
  | { readonly outcome: 'added'; readonly path: string; readonly articles: readonly ArticleId[] }
  /** Everything in it was in the library already. */
  | { readonly outcome: 'duplicate'; readonly path: string; readonly articles: readonly ArticleId[] }
  /** The original is kept, but no article could be made of it. */
  | { readonly outcome: 'kept'; readonly path: string; readonly error: ArchiveError }
  | { readonly outcome: 'failed'; readonly path: string; readonly error: ArchiveError }
  /** Nothing of the person's: a file the operating system left there. */
  | { readonly outcome: 'skipped'; readonly path: string; readonly error: ArchiveError };

export interface ImportReport {
  readonly added: number;
  readonly duplicates: number;
  readonly kept: number;
  readonly failed: number;
  readonly skipped: number;
  readonly tookMs: number;
  /** True when it was cancelled; what had been committed stays. */
  readonly cancelled: boolean;
  readonly lines: readonly ImportLine[];
}

export interface ImportProgress {
  readonly files: number;
  readonly articles: number;
  readonly bytes: number;
  /** The file being read. */
  readonly path: string;
}
