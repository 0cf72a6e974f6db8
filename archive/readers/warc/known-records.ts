import type { ByteSpan } from '../../model/article.ts';
import type { RecordHeader } from './web-record.ts';

/** A record that others may refer to. */
export interface KnownRecord {
  readonly span: ByteSpan;
  /** False when it can be no article: what repeats it is none either. */
  readonly isDocument: boolean;
}

/** No more are remembered: some hundred megabytes. */
const mostKnown = 1_000_000;

/** The records of a file so far, by all that a later one may name them by. */
export class KnownRecords {
  private readonly known = new Map<string, KnownRecord>();

  add(header: RecordHeader, record: KnownRecord): void {
    const { id, url, captured, payloadDigest } = header;
    const keys = [
      id,
      payloadDigest === null ? null : `digest ${payloadDigest}`,
      url !== null && captured !== null ? `${captured} ${url}` : null,
      record.isDocument ? url : null,
    ];
    for (const key of keys) {
      if (key !== null && !this.known.has(key) && this.known.size < mostKnown) this.known.set(key, record);
    }
  }

  /**
   * The record that a revisit repeats (ISO 28500:2017, 6.7): the one it names by its id, by address and date, or by the
   * digest of what both hold. Null when it is not in this file.
   */
  repeatedBy({ refersTo, payloadDigest }: RecordHeader): KnownRecord | null {
    const { id, url, captured } = refersTo;
    const keys = [id ?? '', `${captured ?? ''} ${url ?? ''}`, `digest ${payloadDigest ?? ''}`];
    for (const key of keys) {
      const record = this.known.get(key);
      if (record !== undefined) return record;
    }
    return null;
  }

  /** Whether the document that a text version was made of is here itself. */
  hasDocument(id: string | null, url: string): boolean {
    return (id !== null && this.isDocument(id)) || this.isDocument(url);
  }

  private isDocument(key: string): boolean {
    return this.known.get(key)?.isDocument === true;
  }
}
