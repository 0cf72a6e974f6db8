/** A part of the search index. */
export interface IndexPart {
  /** The name of its file. */
  readonly name: string;
  readonly documents: number;
  /** Of the documents, those that were removed or replaced since. */
  readonly removed: number;
  readonly bytes: number;
  /** Distinct forms of words. */
  readonly words: number;
}

/** What the search index consists of. */
export interface IndexReport {
  /** How many articles and listed items are searched. */
  readonly documents: number;
  readonly bytes: number;
  /** The library's last change that is covered, and the last there is. */
  readonly covered: number;
  readonly last: number;
  readonly parts: readonly IndexPart[];
  /** What is damaged, and how; only found when it was looked for, or met. */
  readonly damaged: readonly { readonly name: string; readonly detail: string }[];
}
