import type { ArticleId } from './article.ts';

/** What one word, phrase or pattern of the query gave a hit. */
export interface ExplainedPart {
  /** As typed. */
  readonly label: string;
  /** In how many articles it stands, and how much that is worth. */
  readonly documents: number;
  readonly rarity: number;
  /** The forms met in this article, with what each counts: occurrences weighted by field and by closeness. */
  readonly forms: readonly {
    readonly written: string;
    readonly closeness: string;
    readonly weight: number;
  }[];
  readonly score: number;
}

/** How a hit got its score. */
export interface Explanation {
  readonly id: ArticleId;
  readonly score: number;
  /** Words of the article, as its length byte has them, and their mean over the archive. */
  readonly words: number;
  readonly meanWords: number;
  readonly parts: readonly ExplainedPart[];
  /** What words that stand near each other added. */
  readonly nearness: number;
}
