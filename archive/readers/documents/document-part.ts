/** A part of a document, as its own marks (a style, the size of the print) tell what it is. */
export type DocumentPart =
  | {
      readonly kind: 'title' | 'subtitle' | 'heading' | 'paragraph' | 'quote' | 'caption';
      readonly text: string;
    }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** A document before it is an article. */
export interface DocumentText {
  readonly parts: readonly DocumentPart[];
  /** What its metadata call it; `''` when nothing. Often the name of a file, or of another document. */
  readonly title: string;
  /** Who its metadata say wrote it: often whoever saved it. */
  readonly author: string;
  readonly keywords: readonly string[];
  /** The language it was set to. People seldom set it: what the words say goes before it. */
  readonly language: string;
  readonly url: string | null;
}

/** The words of a part. */
export function textOfPart(part: DocumentPart): string {
  return part.kind === 'list' ? part.items.join('\n') : part.text;
}
