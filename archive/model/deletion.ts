import type { ArticleId } from './article.ts';

/** What would go, for good, if an article were deleted. */
export interface Deletion {
  readonly id: ArticleId;
  readonly headline: string;
  readonly collection: string;
  readonly original: {
    /** The name of the file it was read from. */
    readonly name: string;
    readonly bytes: number;
    /** Other articles that were read from the same file: while there are any, the file stays. */
    readonly others: number;
    /** It was left outside of the library (`import --link`): only the link goes, the file there stays. */
    readonly linked: boolean;
  };
}
