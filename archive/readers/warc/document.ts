import { partOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ArticleWarning } from '../../model/article.ts';
import type { Capture } from '../reader.ts';
import { ByteCursor, restOf } from './byte-cursor.ts';
import type { Feed } from './byte-cursor.ts';
import { ChunkedBody } from './chunked.ts';
import { decodeBody, largestDocument } from './content-coding.ts';
import type { DecodingMeans } from './content-coding.ts';
import { DigestCheck, readDigest } from './digests.ts';
import { isCarriedFile, isOtherAddress, kindOfMedia, otherMediaIn } from './document-media.ts';
import type { MediaKind } from './document-media.ts';
import { beginsResponse, codingsOf, readHttpHead, readMediaType } from './http-head.ts';
import type { HttpHead } from './http-head.ts';
import type { RecordBlock } from './records.ts';
import { BrokenBytes } from './web-record.ts';
import type { RecordHeader } from './web-record.ts';

/** What a record holds. */
export type RecordContent =
  | {
      readonly kind: 'document';
      readonly media: MediaKind;
      readonly capture: Capture;
      readonly content: ByteSource;
      readonly warnings: readonly ArticleWarning[];
      /** Whether it is as long as the server said. */
      readonly hasStatedLength: boolean;
    }
  /** Something that can be no article: by its media type, or because the server answered otherwise. */
  | { readonly kind: 'other'; readonly mediaType: string; readonly leadsTo: string | null }
  /** Says that the same came before. */
  | { readonly kind: 'revisit' }
  /** Nothing that was captured: what was asked for, what is told of it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly detail: string };

/** What reading the content of records needs. */
export interface DocumentMeans extends DecodingMeans {
  /** The file, to read documents from that are not packed in it. */
  readonly file: ByteSource;
}

const none: RecordContent = { kind: 'none' };
const captured: readonly string[] = ['response', 'resource', 'conversion'];

function other(mediaType: string, leadsTo: string | null = null): RecordContent {
  return { kind: 'other', mediaType, leadsTo };
}

/** The block, and what is to be checked of it. */
class Block {
  readonly cursor: ByteCursor;
  private check = new DigestCheck(null);
  private readonly header: RecordHeader;
  private readonly feed: Feed;
  /** What came by before it was known that it is to be checked: no more than the head. Null afterwards. */
  private before: Uint8Array[] | null = [];

  constructor(header: RecordHeader, feed: Feed) {
    this.header = header;
    this.feed = feed;
    this.cursor = new ByteCursor({ next: () => this.next() });
  }

  /** From here on the block is a document's. */
  beginCheck(): void {
    this.check = new DigestCheck(readDigest(this.header.blockDigest));
    for (const piece of this.before ?? []) this.check.update(piece);
    this.before = null;
  }

  async digestHolds(): Promise<boolean> {
    await this.cursor.skip(Infinity);
    return this.check.holds();
  }

  get algorithm(): string {
    return this.check.stated?.algorithm ?? '';
  }

  private async next(): Promise<Uint8Array | null> {
    const piece = await this.feed.next();
    if (piece !== null && this.before !== null) this.before.push(piece);
    else if (piece !== null) this.check.update(piece);
    return piece;
  }
}

/** A piece of a part of a document (RFC 9110, 14.4) that is all of it, or begins it; null when it does not begin it. */
function partOfWhole(field: string | undefined): 'whole' | 'cut' | null {
  const range = /bytes\s+(\d+)-(\d+)\/(\d+|\*)/iu.exec(field ?? '');
  if (range === null || range[1] !== '0') return null;
  return Number(range[2]) + 1 === Number(range[3]) ? 'whole' : 'cut';
}

/** Why a response holds no document; null when it may. */
function refused({ status, fields }: HttpHead, isRevisit: boolean): RecordContent | null {
  // A page that was not modified is a revisit of what came before.
  if (isRevisit && status === 304) return null;
  if (status === 206) return partOfWhole(fields.get('content-range')) === null ? other('HTTP 206') : null;
  if (status >= 200 && status < 300 && status !== 204 && status !== 205) return null;
  const isRedirect = status >= 300 && status < 400;
  return other(`HTTP ${status}`, isRedirect ? (fields.get('location') ?? null) : null);
}

interface Payload {
  readonly block: Block;
  readonly header: RecordHeader;
  readonly head: HttpHead | null;
  readonly offset: number | null;
}

interface Read {
  readonly encoded: ByteSource;
  readonly isCut: boolean;
  readonly digestHolds: boolean;
}

/** The payload without its transfer coding. Its digest is meant of it with that coding, or without: tools differ. */
async function readPayload({ block, header, head, offset }: Payload, means: DocumentMeans): Promise<Read> {
  const stated = readDigest(header.payloadDigest);
  const raw = new DigestCheck(stated);
  const joined = new DigestCheck(stated);
  const isChunked = codingsOf(head?.fields.get('transfer-encoding')).includes('chunked');
  if (offset !== null && !isChunked) {
    const start = offset + block.cursor.position;
    for await (const piece of restOf(block.cursor)) raw.update(piece);
    const encoded = partOf(means.file, start, offset + header.length);
    return { encoded, isCut: false, digestHolds: raw.holds() };
  }
  const tapped = new ByteCursor({
    next: async () => {
      const piece = await block.cursor.take(Infinity);
      if (piece !== null) raw.update(piece);
      return piece;
    },
  });
  const body = new ChunkedBody(tapped);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of isChunked ? body.pieces() : restOf(tapped)) {
      joined.update(piece);
      yield piece;
    }
  }
  const encoded = await means.spool(pieces());
  await tapped.skip(Infinity);
  return { encoded, isCut: body.isCut, digestHolds: raw.holds() || joined.holds() };
}

function warningsOf(payload: Payload, digests: readonly string[], isCut: boolean): ArticleWarning[] {
  const { header, head } = payload;
  const partial = head?.status === 206 && partOfWhole(head.fields.get('content-range')) === 'cut';
  const cut: ArticleWarning[] = isCut || header.isCut || partial ? [{ code: 'cut-off' }] : [];
  const algorithms = [...new Set(digests)];
  return [...algorithms.map((algorithm) => ({ code: 'digest-mismatch' as const, algorithm })), ...cut];
}

/** By Content-Length; line ends that follow a record may stand behind it. */
function hasStatedLength(head: HttpHead | null, size: number): boolean {
  const stated = head?.fields.get('content-length') ?? '';
  return /^\d{1,12}$/u.test(stated) && size >= Number(stated) && size <= Number(stated) + 4;
}

async function readDocument(payload: Payload, field: string, means: DocumentMeans): Promise<RecordContent> {
  const { header, head, block } = payload;
  const { mediaType, charset } = readMediaType(field);
  const isCarried = isCarriedFile(header.url ?? '');
  const media = isCarried ? 'document' : kindOfMedia(mediaType);
  if (media === 'other') return other(mediaType ?? '');
  if (header.length > largestDocument && !isCarried)
    return { kind: 'broken', detail: 'it is larger than 512 MB' };
  block.beginCheck();
  const { encoded, isCut, digestHolds } = await readPayload(payload, means);
  const digests = [
    ...(digestHolds ? [] : [readDigest(header.payloadDigest)?.algorithm ?? '']),
    ...((await block.digestHolds()) ? [] : [block.algorithm]),
  ];
  const decoded = await decodeBody(encoded, codingsOf(head?.fields.get('content-encoding')), means);
  const sniffed = otherMediaIn(await decoded.content.read(0, 1_024), media, mediaType);
  if (sniffed !== null || decoded.content.size === 0) return other(sniffed ?? mediaType ?? 'nothing');
  return {
    kind: 'document',
    media,
    capture: { url: header.url, captured: header.captured, mediaType, charset },
    content: decoded.content,
    warnings: warningsOf(payload, digests, isCut || decoded.isCut),
    hasStatedLength: hasStatedLength(head, encoded.size),
  };
}

/** A response without head does not say what it is. */
function bareType(contentType: string): string {
  return /^application\/http\b/iu.test(contentType) ? '' : contentType;
}

async function contentOf(
  header: RecordHeader,
  { feed, offset }: RecordBlock,
  means: DocumentMeans,
): Promise<RecordContent> {
  const isRevisit = header.type === 'revisit';
  if (!isRevisit && !captured.includes(header.type)) return none;
  if (header.url === null) return { kind: 'broken', detail: 'it gives no address' };
  if (isOtherAddress(header.url)) return other(header.contentType);
  const block = new Block(header, feed);
  const isAnswer = isRevisit || header.type === 'response';
  const isHttp = isAnswer && (await beginsResponse(block.cursor));
  const head = isHttp ? await readHttpHead(block.cursor) : null;
  if (isHttp && head === null) return { kind: 'broken', detail: 'the head of the response does not end' };
  const field = head === null ? bareType(header.contentType) : (head.fields.get('content-type') ?? '');
  const refusal = head === null ? null : refused(head, isRevisit);
  if (refusal !== null) return refusal;
  if (!isRevisit) return readDocument({ block, header, head, offset }, field, means);
  const { mediaType } = readMediaType(head === null ? '' : field);
  return kindOfMedia(mediaType) === 'other' ? other(mediaType ?? '') : { kind: 'revisit' };
}

/**
 * What a record holds. What can be no article by its media type is not read further. Damage of its content is the
 * kind `broken`; damage of the record itself throws `BrokenBytes`.
 */
export async function readContent(
  header: RecordHeader,
  block: RecordBlock,
  means: DocumentMeans,
): Promise<RecordContent> {
  let isOver = false;
  const feed: Feed = {
    next: async () => {
      const piece = await block.feed.next();
      isOver ||= piece === null;
      return piece;
    },
  };
  try {
    return await contentOf(header, { ...block, feed }, means);
  } catch (error) {
    // Once the whole block was read, what is broken lies in the content alone.
    if (!(error instanceof BrokenBytes) || !isOver) throw error;
    return { kind: 'broken', detail: error.message };
  }
}
