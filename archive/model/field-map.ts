/** The parts of an article that the fields of a record can hold. */
export const recordParts = [
  'headline',
  'body',
  'standfirst',
  'date',
  'source',
  'section',
  'byline',
  'url',
  'language',
  'keywords',
] as const;

/** A part of an article, as a field map names it. */
export type RecordPart = (typeof recordParts)[number];

/** Which field of a record holds which part of an article; a name may be a path into objects: `fields.body`. */
export type FieldMap = Readonly<Partial<Record<RecordPart, string>>>;

/** An article as a file of records would give it. */
export interface PreviewedArticle {
  readonly headline: string;
  /** The beginning of its text. */
  readonly text: string;
  /** As printed; null without a date. */
  readonly published: string | null;
  readonly source: string | null;
}

/** What a file of records would give, for a person to say whether it is right. */
export interface RecordPreview {
  /** The reader that would take it; null when no field is known to hold a headline or a text. */
  readonly reader: string | null;
  /** The names of its fields, in their order. */
  readonly columns: readonly string[];
  /** Which field holds what: as given, else as guessed by their names. */
  readonly map: FieldMap;
  /** The first articles, five at most. */
  readonly articles: readonly PreviewedArticle[];
}
