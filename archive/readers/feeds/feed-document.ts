/** A text of a feed before it is made blocks: HTML, or words without markup. */
export interface FeedText {
  readonly kind: 'html' | 'plain';
  readonly value: string;
}

/** One entry of a feed, whatever the format, before it is made an article. */
export interface FeedEntry {
  /** What it calls itself, for messages; never shown. */
  readonly id: string | null;
  readonly title: FeedText | null;
  /** What the format means for the text itself; there may be several versions. */
  readonly contents: readonly FeedText[];
  /** Summaries and descriptions, which may be all the text there is. */
  readonly summaries: readonly FeedText[];
  /** What is said of its pictures, with who is named for each. */
  readonly captions: readonly FeedCaption[];
  /** Absolute where a base is known. */
  readonly link: string | null;
  readonly authors: readonly string[];
  /** Dates as they stand, the likeliest first: of publication, then of changes. */
  readonly dates: readonly string[];
  readonly language: string | null;
  readonly keywords: readonly string[];
  /** The publisher, when the entry names its own. */
  readonly source: string | null;
  readonly section: string | null;
}

export interface FeedCaption {
  readonly text: string;
  readonly credit: string | null;
}

/** A feed, whatever the format. */
export interface FeedDocument {
  readonly mediaType: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  /** Who wrote the entries that name nobody. */
  readonly authors: readonly string[];
  readonly entries: readonly FeedEntry[];
  /** The file stops before the feed does. */
  readonly isCutOff: boolean;
}
