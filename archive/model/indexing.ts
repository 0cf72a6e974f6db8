/** How far the search index has come in following the library. */
export interface IndexingProgress {
  /** Changes of the library that are covered, of all there are. */
  readonly done: number;
  readonly total: number;
}
