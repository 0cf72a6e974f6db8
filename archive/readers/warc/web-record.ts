import type { ByteSpan } from '../../model/article.ts';

/** A record of a web archive, as its header describes it: WARC (ISO 28500) or ARC. */
export interface RecordHeader {
  /** In lower case: `response`, `resource`, `revisit`, `conversion`, or one that holds no document. */
  readonly type: string;
  /** Without the angle brackets some tools set around it; null when there is none. */
  readonly url: string | null;
  /** ISO 8601 in UTC with seconds; null when it is missing or not one. */
  readonly captured: string | null;
  /** That of the block, with its parameters. */
  readonly contentType: string;
  /** Of the block, in bytes. */
  readonly length: number;
  readonly id: string | null;
  readonly blockDigest: string | null;
  readonly payloadDigest: string | null;
  /** Whether the capture was cut short, or only its first part stands here. */
  readonly isCut: boolean;
  readonly refersTo: {
    readonly id: string | null;
    readonly url: string | null;
    readonly captured: string | null;
  };
}

/** Reading a record's header ended so. */
export type HeaderOutcome =
  { readonly header: RecordHeader } | { readonly broken: string; readonly url: string | null };

/** A record that was found, or why one cannot be read. */
export type FoundRecord<T> =
  | {
      readonly value: T;
      readonly span: ByteSpan;
      readonly header: RecordHeader;
      /** Whether the checksum of its packed bytes is theirs; absent where they have none of their own. */
      readonly checksumHolds?: () => Promise<boolean>;
    }
  /** `name` is its address or its place. */
  | { readonly broken: string; readonly name: string };

/** Bytes that are not what they should be. Caught where a record is read, and told as one that is broken. */
export class BrokenBytes extends Error {}

/** A file that unpacks to far more than it holds: caught where the file is read. */
export class UnsafeBytes extends Error {}
