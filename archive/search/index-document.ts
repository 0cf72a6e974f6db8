import type { ArticleId } from '../model/article.ts';
import type { IndexField } from './fields.ts';

/** A piece of text that is read, and marked, as one: a paragraph, a headline, a caption. */
export interface TextPart {
  readonly field: IndexField;
  readonly text: string;
}

/** What the index takes of an archived article or of an item that a page lists. */
export interface IndexDocument {
  readonly id: ArticleId;
  /** Listed items come after all articles in every order by relevance. */
  readonly listed: boolean;
  /** In reading order. No phrase reaches from one part into the next. */
  readonly parts: readonly TextPart[];
  /** BCP 47 or ISO 639-3; null when unknown. Decides the stems. */
  readonly language: string | null;
  /** A partial ISO date (`PartialDate.value`), or null. */
  readonly published: string | null;
  readonly source: string | null;
  readonly section: string | null;
  readonly collection: string;
  readonly tags: readonly string[];
}
