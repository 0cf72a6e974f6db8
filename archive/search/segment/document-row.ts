/** What the columns of a segment say of one document. */
export interface DocumentRow {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly listed: boolean;
  readonly norm: number;
  /** The fields it has words in, as bits. */
  readonly fields: number;
  /** The number of its stem language plus one; 0 for none. */
  readonly stemLanguage: number;
  /** `[start, end)` of its date in milliseconds since 1970, UTC; NaN when it has none. */
  readonly start: number;
  readonly end: number;
  readonly language: string | null;
  readonly source: string | null;
  readonly section: string | null;
  readonly collection: string | null;
  readonly tags: readonly string[];
}
