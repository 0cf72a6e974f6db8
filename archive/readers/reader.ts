import type { Member } from './member.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArticleWarning, Block, ByteSpan, Sha256, TextRange } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { PartialDate } from '../model/partial-date.ts';
import type { Result } from '../model/result.ts';

/** What the container of a file says of it: the headers of a web archive's record, a mail's date. */
export interface Capture {
  /** The address it was captured from. */
  readonly url: string | null;
  /** When it was captured: ISO 8601 in UTC with seconds, `2007-11-28T11:49:00Z`. */
  readonly captured: string | null;
  /** Without parameters and in lower case: `text/html`. */
  readonly mediaType: string | null;
  /** The `charset` of the media type, as given. */
  readonly charset: string | null;
}

/** A file as it came. */
export interface SourceFile {
  /** The name without folders. */
  readonly name: string;
  /** The path to show in messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Absent for a loose file. */
  readonly capture?: Capture;
}

export interface DraftLink {
  readonly headline: string;
  readonly url: string | null;
  readonly heading: string | null;
}

/** Which bytes of a file of many articles are one of them. */
export interface RecordPlace extends ByteSpan {
  /** Of these bytes. */
  readonly sha256: Sha256;
}

/** An article as a reader found it, before it has an id, a collection and a place in the library. */
export interface Draft {
  readonly headline: string;
  readonly standfirst: string | null;
  readonly blocks: readonly Block[];
  readonly byline: string | null;
  readonly source: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  readonly listed: readonly DraftLink[];
  readonly warnings: readonly ArticleWarning[];
  readonly places: {
    readonly headline: TextRange | null;
    readonly standfirst: TextRange | null;
    readonly published: TextRange | null;
  };
  readonly mediaType: string;
  readonly encoding: string | null;
  /** Subjects, tags and codes that the source itself gives, as printed, each once. */
  readonly keywords?: readonly string[];
  /** Only in files of many articles. */
  readonly record?: RecordPlace;
  /** What came with it and stands for itself: the attachments of a mail. */
  readonly attached?: readonly Member[];
}

/** One source format. A reader is pure: the same bytes give the same drafts, in the same order. */
export interface Reader {
  readonly name: string;
  /** The largest file it reads at one go, in bytes; `textLimit` when it does not say. */
  readonly limit?: number;
  /** Raised whenever its drafts may differ from those of the version before. */
  readonly version: number;
  /** Whether the content (never the name alone) is of this reader's format. */
  claims(source: SourceFile): boolean;
  /** Yields each article found, or the reason why there is none. */
  read(source: SourceFile, signal?: Cancellation): AsyncIterable<Result<Draft, ArchiveError>>;
}

/** A reader of files of many articles, which may be larger than memory. */
export interface RecordReader extends Reader {
  /** Why a file that it claims is not read, when its beginning says so; nothing of it is kept then. */
  refuses(source: SourceFile): ArchiveError | null;
  /** What `read` yields, of a file that comes in pieces. A bad record is an error among the others. */
  readPieces(
    pieces: AsyncIterable<Uint8Array>,
    path: string,
    signal?: Cancellation,
  ): AsyncIterable<Result<Draft, ArchiveError>>;
}

/** Whether a reader's files hold many articles. */
export function readsRecords(reader: Reader): reader is RecordReader {
  return 'readPieces' in reader;
}
