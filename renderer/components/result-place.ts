/** Where an article stands among the results: `index` counts from 0. */
export interface ResultPlace {
  readonly index: number;
  readonly total: number;
  /** Whether the total is all, or what there is at least. */
  readonly exact: boolean;
}
