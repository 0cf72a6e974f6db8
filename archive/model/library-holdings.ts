/** How many articles have a language. */
export interface LanguageCount {
  /** As articles have it: a tag such as `sr-Cyrl`. */
  readonly language: string;
  readonly articles: number;
}

/** A month with articles. */
export interface MonthHoldings {
  /** `2007-11`. */
  readonly month: string;
  readonly articles: number;
  /** Its days with an article that is dated to the day, from 1, ascending. */
  readonly days: readonly number[];
}

/** When the library was last looked through, and what was found. */
export interface VerifiedNote {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Whatever was missing or damaged; 0 when all was whole. */
  readonly faults: number;
}

/** When the library was last copied, and where to. */
export interface BackupNote {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly folder: string;
  /** Originals that could not be copied. */
  readonly faults: number;
}

/** What the library does not have, or could not make sense of. */
export interface LibraryGaps {
  readonly undated: number;
  /** Dated to a month or a year only. */
  readonly imprecise: number;
  /** Inputs of all imports that could not be read. */
  readonly failed: number;
  /** Articles that imports met again. */
  readonly duplicates: number;
  /** Originals that are kept and gave no article. */
  readonly withoutArticle: number;
}

/** What a library holds and lacks, and how it is kept. */
export interface LibraryHoldings {
  readonly created: string | null;
  readonly articles: number;
  readonly listed: number;
  readonly originals: number;
  readonly collections: number;
  readonly sources: number;
  /** The most frequent first. */
  readonly languages: readonly LanguageCount[];
  /** The months that have articles, ascending: those between have none. */
  readonly months: readonly MonthHoldings[];
  /** The first and last day of an article that is dated to the day; null when there is none. */
  readonly span: { readonly first: string; readonly last: string } | null;
  /** Days from the first to the last, and those of them without an article. */
  readonly days: { readonly total: number; readonly without: number };
  /** Sizes on the disk, in bytes. */
  readonly disk: { readonly originals: number; readonly catalogue: number; readonly index: number };
  readonly imports: number;
  readonly gaps: LibraryGaps;
  readonly verified: VerifiedNote | null;
  readonly backedUp: BackupNote | null;
}
