import type { ArticleId } from './article.ts';
import type { ImageKind } from './image-kind.ts';

/** An article that a person types, pastes, or has on paper. */
export interface NewArticle {
  readonly headline: string;
  readonly source: string | null;
  readonly byline: string | null;
  /** As `readPartialDate` takes it. */
  readonly date: string | null;
  /** BCP 47; null is found out from the text. */
  readonly language: string | null;
  /** The collection it goes into; it is made when it is new. */
  readonly collection: string;
  /** Markdown, or plain text: paragraphs with blank lines between them, or one a line. */
  readonly text: string;
  /** The bytes of a picture of it (PNG, JPEG, GIF, WebP, TIFF), as they are. */
  readonly image: Uint8Array | null;
}

/** The most characters of a text that is typed or pasted. */
export const longestNewText = 5_000_000;

/** What became of a new article. */
export interface NewArticleKept {
  readonly id: ArticleId;
  /** False when the very same was in the library already. */
  readonly isNew: boolean;
}

/** The picture that an article is the text of. */
export interface Scan {
  readonly kind: ImageKind;
  /** Its name in the original. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
