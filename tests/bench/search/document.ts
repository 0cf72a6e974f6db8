/** An article as every engine of the benchmark gets it: one line of the prepared file. */
export interface BenchDocument {
  /** Its number in the corpus, from 0. */
  readonly id: number;
  readonly title: string;
  /** Paragraphs are separated by empty lines. */
  readonly body: string;
  /** An ISO date, or null. */
  readonly date: string | null;
  readonly source: string;
  /** BCP 47. */
  readonly language: string;
}
