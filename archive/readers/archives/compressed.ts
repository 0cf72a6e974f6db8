import type { ArticleWarning, MemberPlace } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ContainerReader, ContainerVisit, Member } from '../member.ts';
import { noCapture } from './entries.ts';
import { baseName, otherMedia } from './entry-kinds.ts';
import { mostUnpacked } from './safety.ts';
import { StreamTape } from './tape.ts';
import { blockSize, readTarHeader } from './tar-header.ts';
import { openInTar, tarMembers } from './tar-members.ts';
import type { UnpackFailure } from './unpacking.ts';

/** Bytes being unpacked: once `pieces` has ended, `failure` tells how it went. */
export interface Unpacked {
  readonly failure: UnpackFailure | null;
  pieces(): AsyncGenerator<Uint8Array>;
}

/** A format that packs one stream of bytes, which is a file or a tar of files. */
export interface Compression {
  readonly name: string;
  readonly version: number;
  claims: ContainerReader['claims'];
  unpack(content: ByteSource): Unpacked;
  /** The name that the file itself gives its content; null when it gives none. */
  ownName(content: ByteSource): Promise<string | null>;
  /** The ends of names that are left off for the name of the content, as `gz`. */
  readonly endings: RegExp;
}

/** The place of the one content of a file, when it gives itself no name: the file's own may change. */
const nameless = 'content';

const details: Readonly<Record<UnpackFailure, string>> = {
  damaged: 'its packed bytes are damaged',
  'cut-off': 'its end is missing',
  checksum: 'its checksum does not match',
  'too-long': 'it unpacks to more than it says',
  bomb: 'it would unpack to far more than it holds',
  dictionary: 'it was packed with a dictionary that is not in it',
  window: 'unpacking it takes too much memory',
};

function errorOf(failure: UnpackFailure, path: string): ArchiveError {
  const detail = details[failure];
  if (failure === 'bomb') return archiveError('archive-unsafe', { path, detail });
  if (failure === 'dictionary' || failure === 'window') return archiveError('unsupported', { path, detail });
  return archiveError('file-broken', { path, detail });
}

/** What to know of content that was unpacked until `failure`. */
function warningsOf(failure: UnpackFailure | null): readonly ArticleWarning[] {
  if (failure === null) return [];
  return failure === 'checksum' ? [{ code: 'digest-mismatch', algorithm: 'CRC-32' }] : [{ code: 'cut-off' }];
}

class CompressedFile {
  private readonly compression: Compression;
  private readonly content: ByteSource;
  private readonly visit: ContainerVisit;
  private readonly unpacked: Unpacked;
  private readonly tape: StreamTape;

  constructor(compression: Compression, content: ByteSource, visit: ContainerVisit) {
    this.compression = compression;
    this.content = content;
    this.visit = visit;
    this.unpacked = compression.unpack(content);
    this.tape = new StreamTape(this.unpacked.pieces(), visit.spool);
  }

  async *members(): AsyncGenerator<Result<Member, ArchiveError>> {
    try {
      const head = await this.tape.peek(blockSize);
      if (readTarHeader(head) === null) {
        yield await this.single();
        return;
      }
      yield* tarMembers(this.tape, this.compression.name, this.visit);
      const { failure } = this.unpacked;
      if (failure !== null) yield fail(errorOf(failure, this.visit.path));
    } finally {
      await this.tape.close();
    }
  }

  async open(place: MemberPlace): Promise<Result<ByteSource, ArchiveError>> {
    try {
      if (place.span !== null) {
        await this.tape.skip(place.span.start);
        return await openInTar(this.tape, place, this.visit);
      }
      const content = await this.tape.part(mostUnpacked);
      const { failure } = this.unpacked;
      const isLost = content.size === 0 || failure === 'bomb';
      return failure !== null && isLost ? fail(errorOf(failure, this.visit.path)) : ok(content);
    } finally {
      await this.tape.close();
    }
  }

  private async single(): Promise<Result<Member, ArchiveError>> {
    const { path } = this.visit;
    const given = await this.compression.ownName(this.content);
    const name = given ?? baseName(path.replaceAll('\\', '/')).replace(this.compression.endings, '');
    const mediaType = otherMedia(name);
    if (mediaType !== null)
      return fail(archiveError('other-media', { path: `${path} › ${name}`, mediaType }));
    const content = await this.tape.part(mostUnpacked);
    const { failure } = this.unpacked;
    if (failure !== null && (content.size === 0 || failure === 'bomb')) return fail(errorOf(failure, path));
    const place = { reader: this.compression.name, name: given ?? nameless, span: null };
    return ok({ name, place, capture: noCapture, content, warnings: warningsOf(failure) });
  }
}

/** The reader of a compression. Content that ends too early, or has another checksum, comes with a warning. */
export function compressedReader(compression: Compression): ContainerReader {
  return {
    name: compression.name,
    version: compression.version,
    claims: compression.claims,
    members: (content, visit) => new CompressedFile(compression, content, visit).members(),
    open: async (content, place, visit) => new CompressedFile(compression, content, visit).open(place),
  };
}
