import type { NewArticle, Origin } from '../library/recorder.ts';
import type { ArticleId } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { Draft } from '../readers/reader.ts';

/** An article that reading a file gave. */
export interface FoundArticle {
  readonly id: ArticleId;
  readonly draft: Draft;
  readonly origin: Origin;
  readonly reader: { readonly name: string; readonly version: number };
  /** Bytes it was read from, about: how large its rows may be. */
  readonly weight: number;
}

/** An article, or why there is none at a place. */
export type Found = Result<FoundArticle, ArchiveError>;

/** What was found as an article to record: the `ordinal`-th of its original. */
export function newArticle(
  { id, draft, origin, reader }: FoundArticle,
  ordinal: number,
  collection: string,
): NewArticle {
  return { id, ordinal, origin, draft, collection, reader };
}
