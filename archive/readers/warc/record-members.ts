import type { ArticleWarning, ByteSpan } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ContainerVisit, Member } from '../member.ts';
import { readDigest } from './digests.ts';
import { isOtherName } from './document-media.ts';
import { readContent } from './document.ts';
import type { DocumentMeans, RecordContent } from './document.ts';
import { KnownRecords } from './known-records.ts';
import type { KnownRecord } from './known-records.ts';
import { recordsAt, recordsOfFile } from './packed-records.ts';
import type { RecordFile } from './packed-records.ts';
import { pageListOf } from './page-list.ts';
import type { PageList } from './page-list.ts';
import type { FoundRecord, RecordHeader } from './web-record.ts';
import type { RecordHandler } from './records.ts';
import { nameOfUrl } from './url-name.ts';

type Found = FoundRecord<RecordContent>;
type Readable = Exclude<Found, { readonly broken: string }>;
type Document = RecordContent & { readonly kind: 'document' };
type Outcome = Result<Member, ArchiveError>;

const textAddress = /^urn:text:/u;
/** Revisits that come before what they repeat wait for it; no more of them. */
const mostWaiting = 100_000;
/** What is read once more for revisits: so many bytes in any case, and so many times the file. */
const readAgainAlways = 64 * 1024 * 1024;
const readAgainShare = 30;

/** Whether a record gives a digest that was looked at. */
function isChecked({ payloadDigest, blockDigest }: RecordHeader): boolean {
  return readDigest(payloadDigest) !== null || readDigest(blockDigest) !== null;
}

/** The documents of a file of records, as members. */
export class RecordMembers {
  private readonly file: RecordFile;
  private readonly visit: ContainerVisit;
  private readonly reader: string;
  private readonly pages: PageList | null;
  private readonly means: DocumentMeans;
  private readonly known = new KnownRecords();
  private readonly waiting: RecordHeader[] = [];
  private readAgain = 0;

  constructor(content: ByteSource, file: RecordFile, visit: ContainerVisit, reader: string) {
    this.file = file;
    this.visit = visit;
    this.reader = reader;
    this.pages = pageListOf(content);
    this.means = { spool: visit.spool, budget: file.budget, file: file.source };
  }

  /** All of them. Throws `UnsafeBytes`. */
  async *all(): AsyncGenerator<Outcome> {
    for await (const found of recordsOfFile(this.file, this.handler, this.visit.signal)) {
      if ('broken' in found) yield this.broken(found.name, found.broken);
      else yield* this.outcomesOf(found);
    }
    for (const header of this.waiting) {
      if (this.visit.signal?.aborted !== true) yield* this.repeated(header, true);
    }
  }

  /** The bytes of the document at a place; null when there is none. Throws `UnsafeBytes`. */
  async contentAt(span: ByteSpan, url: string): Promise<ByteSource | null> {
    return (await this.documentAt(span, url))?.content ?? null;
  }

  private readonly handler: RecordHandler<RecordContent> = {
    handle: (header, block) => readContent(header, block, this.means),
    isProven: (header, value) =>
      // Nothing is lost with a record that holds no document.
      value.kind === 'none' ||
      (value.kind === 'document' &&
        (isChecked(header) || value.hasStatedLength) &&
        value.warnings.every(({ code }) => code !== 'digest-mismatch')),
  };

  private async documentAt(span: ByteSpan, url: string): Promise<Document | null> {
    let first: Document | null = null;
    for await (const found of recordsAt(this.file, span.start, this.handler)) {
      const document = !('broken' in found) && found.value.kind === 'document' ? found.value : null;
      if (document?.capture.url === url) return document;
      first ??= document;
      // Only packed members can hold more than the one record.
      if (this.file.packing !== 'each') break;
    }
    return first;
  }

  private async *outcomesOf(found: Readable): AsyncGenerator<Outcome> {
    const { header, value, span } = found;
    const url = header.url ?? '';
    if (value.kind === 'broken') yield this.broken(url, value.detail);
    else if (value.kind === 'revisit') yield* this.repeated(header, false);
    else if (value.kind !== 'none') {
      if (value.kind === 'other' && value.leadsTo !== null) this.pages?.follow(url, value.leadsTo);
      const mediaType = value.kind === 'other' ? value.mediaType : this.unwanted(header, value);
      this.known.add(header, { span, isDocument: mediaType === null });
      if (mediaType !== null) yield this.other(url, mediaType);
      else if (value.kind === 'document') yield await this.memberOf(found, value);
    }
  }

  /** The media type of a document that is not wanted; null when it is. */
  private unwanted(header: RecordHeader, { media, capture }: Document): string | null {
    const url = header.url ?? '';
    const mediaType = capture.mediaType ?? 'text';
    const isText = header.type === 'conversion' || textAddress.test(url);
    const page = url.replace(textAddress, '');
    if (isText && this.known.hasDocument(header.refersTo.id, page)) return mediaType;
    if (this.pages === null) return null;
    // A document is wanted whether it is listed or not; that it was found must be known all the same.
    return this.pages.take(page) || media === 'document' ? null : mediaType;
  }

  private async memberOf({ header, span, checksumHolds }: Readable, document: Document): Promise<Outcome> {
    // A digest tells more than a checksum, and takes less time.
    const isWhole = isChecked(header) || checksumHolds === undefined || (await checksumHolds());
    const damage: ArticleWarning[] = isWhole ? [] : [{ code: 'digest-mismatch', algorithm: 'crc32' }];
    return ok(this.member(header, span, { ...document, warnings: [...document.warnings, ...damage] }));
  }

  private member(header: RecordHeader, span: ByteSpan, document: Document): Member {
    const url = (header.url ?? '').replace(textAddress, '');
    return {
      name: nameOfUrl(url),
      place: { reader: this.reader, name: header.url ?? '', span },
      capture: { ...document.capture, url, captured: header.captured },
      content: document.content,
      warnings: document.warnings,
    };
  }

  /** What a revisit repeats stands at the place of the record that it repeats. */
  private async *repeated(header: RecordHeader, isLast: boolean): AsyncGenerator<Outcome> {
    const url = header.url ?? '';
    const record = this.known.repeatedBy(header);
    if (record === null && !isLast && this.waiting.length < mostWaiting) this.waiting.push(header);
    else if (record === null && isOtherName(url)) yield this.other(url, 'a repetition');
    else if (record === null) yield this.broken(url, 'it repeats a page that is not in this file');
    else if (!record.isDocument) yield this.other(url, 'a repetition');
    else yield await this.repetition(header, record);
  }

  private async repetition(header: RecordHeader, { span }: KnownRecord): Promise<Outcome> {
    const url = header.url ?? '';
    if (this.pages !== null && !this.pages.take(url)) return this.other(url, 'a repetition');
    // In a file that is packed as one everything before it is unpacked again.
    this.readAgain += this.file.packing === 'whole' ? span.end : span.end - span.start;
    if (this.readAgain > readAgainAlways + readAgainShare * this.file.source.size)
      return this.broken(url, 'it repeats a page, as too many do');
    const document = await this.documentAt(span, url);
    if (document === null) return this.broken(url, 'the page it repeats cannot be read');
    return ok(this.member(header, span, document));
  }

  private broken(name: string, detail: string): Outcome {
    return fail(archiveError('record-broken', { path: `${this.visit.path} › ${name}`, detail }));
  }

  private other(name: string, mediaType: string): Outcome {
    return fail(archiveError('other-media', { path: `${this.visit.path} › ${name}`, mediaType }));
  }
}
