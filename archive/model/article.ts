import type { ReadValues } from './correction.ts';
import type { PartialDate } from './partial-date.ts';

/** 32 lower-case hexadecimal digits; see `article-id.ts` in archive/library for what it is a hash of. */
export type ArticleId = string & { readonly __brand: 'ArticleId' };

/** 64 lower-case hexadecimal digits. */
export type Sha256 = string & { readonly __brand: 'Sha256' };

/** A half-open range in the decoded original text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface Placed {
  /** Where this stands in the original, or null when the reader cannot say. */
  readonly place: TextRange | null;
}

export interface Paragraph extends Placed {
  readonly kind: 'paragraph';
  readonly text: string;
}
/** A heading inside the body. */
export interface Crosshead extends Placed {
  readonly kind: 'crosshead';
  readonly text: string;
}
/** A picture of which the saved page kept at least the words. */
export interface Image extends Placed {
  readonly kind: 'image';
  /** What the picture shows: the alternative text, or the only line there is. */
  readonly caption: string;
  /** The line printed under it, when there is one beside the caption. */
  readonly legend: string | null;
}
/** A quotation set apart from the running text. */
export interface Quote extends Placed {
  readonly kind: 'quote';
  readonly text: string;
  readonly attribution: string | null;
}
export interface List extends Placed {
  readonly kind: 'list';
  readonly items: readonly string[];
}
export type Block = Paragraph | Crosshead | Image | Quote | List;

/** Something the page points to: its own text may or may not be in the archive. */
export interface ListedLink {
  /** The listed item has an id of its own, so that it can be found and shown as "not in the archive". */
  readonly id: ArticleId;
  readonly headline: string;
  readonly url: string | null;
  /** The heading it stood under, as printed: `FEATURES, VIEWS, ANALYSIS`; null when it had none. */
  readonly heading: string | null;
  /** The archived article it names (same URL, else same headline), when the library holds it. */
  readonly article: ArticleId | null;
}

/** A half-open range of bytes in an original. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/** Where a member stands in its container. */
export interface MemberPlace {
  /** The reader that opens the container. */
  readonly reader: string;
  /** Its name there, as the container gives it: a path in a ZIP, an address in a web archive. */
  readonly name: string;
  /** The bytes of its record in the container, where a position is what leads to it. */
  readonly span: ByteSpan | null;
}

/** The bytes as they came. */
export interface Original {
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Sha256;
  /** The name of the file it came from, without folders. */
  readonly name: string;
  /** The encoding it was decoded from (WHATWG label, lower case: `utf-8`, `windows-1251`), null for binary formats. */
  readonly encoding: string | null;
  readonly reader: { readonly name: string; readonly version: number };
  /** The way into a container (a web archive, a ZIP), from the outside in; empty for a loose file. */
  readonly members: readonly MemberPlace[];
  /** Where the article stands in a file of many (a line of JSON Lines); null when the file is the article. */
  readonly span: ByteSpan | null;
  /** When a web archive captured it: ISO 8601 in UTC; null when it does not come from one. */
  readonly captured: string | null;
}

/** Something about an article that a careful person should know. */
export type ArticleWarning =
  /** The printed weekday is not that of the printed date. */
  | { readonly code: 'weekday-contradicts'; readonly printed: string; readonly actual: string }
  /** Words that look like a date but name none, such as 31 November. */
  | { readonly code: 'date-impossible'; readonly printed: string }
  /** Day and month could be exchanged; read as day first. */
  | { readonly code: 'date-ambiguous'; readonly printed: string }
  /** No date was found. */
  | { readonly code: 'undated' }
  /** The zone's abbreviation means several offsets or none; the time is kept without zone. */
  | { readonly code: 'zone-unknown'; readonly zone: string }
  /** The encoding was guessed from the bytes. `confidence` 0 to 100. */
  | { readonly code: 'encoding-guessed'; readonly encoding: string; readonly confidence: number }
  /** Bytes that the encoding has no character for were shown as U+FFFD. */
  | { readonly code: 'characters-lost'; readonly count: number }
  /** A headline had to be made from the first words. */
  | { readonly code: 'headline-made' }
  /** The date was found in the text or the address, because what describes the article gives none. */
  | { readonly code: 'date-from-text' }
  /** The bytes do not have the digest that their container gives. */
  | { readonly code: 'digest-mismatch'; readonly algorithm: string }
  /** The source ends before the article does. */
  | { readonly code: 'cut-off' }
  /** A part of the source could not be read and is missing from the text. `part` says which, in English. */
  | { readonly code: 'part-missing'; readonly part: string };

export interface Article {
  readonly id: ArticleId;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly blocks: readonly Block[];
  readonly byline: string | null;
  readonly source: string | null;
  readonly section: string | null;
  /** BCP 47: `en`, `sr-Cyrl`, `sr-Latn`, `sq`; null when unknown. */
  readonly language: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  /** Subjects, tags and codes that the source itself gives, as printed. */
  readonly keywords: readonly string[];
  readonly listed: readonly ListedLink[];
  /** What the source itself gave for the fields that a person has corrected; empty when none was. */
  readonly asRead: ReadValues;
  readonly collection: string;
  readonly original: Original;
  readonly warnings: readonly ArticleWarning[];
  /** Where headline, standfirst and date stand in the original. */
  readonly places: {
    readonly headline: TextRange | null;
    readonly standfirst: TextRange | null;
    readonly published: TextRange | null;
  };
}

/** What lists need of an article or of a listed item. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly source: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly published: PartialDate | null;
  readonly collection: string;
  /** False for an item that a page lists but the archive does not hold. */
  readonly archived: boolean;
  /** For a listed item: the page that lists it. */
  readonly listedOn: {
    readonly id: ArticleId;
    readonly headline: string;
    readonly source: string | null;
    readonly published: PartialDate | null;
  } | null;
}
