import type { ArticleWarning, MemberPlace } from '../model/article.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { ByteSource } from './access/byte-source.ts';
import type { Capture, SourceFile } from './reader.ts';

/** A file inside a container: a record of a web archive, an entry of a ZIP, an attachment. */
export interface Member {
  /** The name to go by, without folders. */
  readonly name: string;
  /** Where it stands, so that it can be opened again without what comes before it. */
  readonly place: MemberPlace;
  readonly capture: Capture;
  /** Its own bytes, unpacked. Good until the next member is asked for. */
  readonly content: ByteSource;
  /** What a careful person should know of it, added to those of its articles. */
  readonly warnings: readonly ArticleWarning[];
}

/** What a reader of containers is given beside the bytes. */
export interface ContainerVisit {
  /** The container's path, to begin those of its members with: `${path} › ${name}`. */
  readonly path: string;
  readonly signal?: Cancellation | undefined;
  /** Makes bytes that come in a stream readable anywhere: in memory, or in a temporary file when they are many. */
  readonly spool: (pieces: AsyncIterable<Uint8Array>) => Promise<ByteSource>;
}

/** Reads a format that holds other files. */
export interface ContainerReader {
  readonly name: string;
  readonly version: number;
  /** Whether a file is of this format; `bytes` are its first 64 KiB, or all of it. */
  claims(head: SourceFile): boolean;
  /**
   * The members in their order. A broken one is an error among them, and what follows it is still read. A member that can
   * be no article by the kind it says itself (an image) may be the error `other-media`, unread. Errors that end the
   * container: `encrypted`, `archive-unsafe`, `file-broken`, `unsupported`.
   */
  members(content: ByteSource, visit: ContainerVisit): AsyncIterable<Result<Member, ArchiveError>>;
  /** One member, by the place that `members` gave. Error: `file-broken` when it is not there. */
  open(
    content: ByteSource,
    place: MemberPlace,
    visit: ContainerVisit,
  ): Promise<Result<ByteSource, ArchiveError>>;
}

/** What leads back to the bytes of a member: every container reader, and a reader of articles with attachments. */
export type MemberOpener = Pick<ContainerReader, 'name' | 'open'>;
