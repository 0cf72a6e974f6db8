import { createHash } from 'node:crypto';

/** A record of WARC 1.1 that holds a file as it is (ISO 28500:2017, 6.4: resource). */
export interface ResourceRecord {
  readonly targetUri: string;
  /** ISO 8601 in UTC with seconds. */
  readonly date: string;
  readonly mediaType: string;
  /** Of the payload, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** The name of the file it came from; null when the address says enough. */
  readonly name: string | null;
}

/** The same record has the same id in every export. */
function recordId({ targetUri, date, sha256 }: ResourceRecord): string {
  const hex = createHash('sha256')
    .update(JSON.stringify(['resource', targetUri, date, sha256]))
    .digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A field's value must not end its line; other characters stand in UTF-8 (4 of the standard). */
function fieldValue(value: string): string {
  return value.replace(/[\r\n\0]+/gu, ' ').trim();
}

/** The header of a record, with the blank line that ends it. Its payload follows, then `recordEnd`. */
export function resourceHeader(record: ResourceRecord): string {
  const digest = `sha256:${record.sha256}`;
  const fields = [
    ['WARC-Type', 'resource'],
    ['WARC-Record-ID', `<urn:uuid:${recordId(record)}>`],
    ['WARC-Target-URI', fieldValue(record.targetUri)],
    ['WARC-Date', record.date],
    ['WARC-Block-Digest', digest],
    ['WARC-Payload-Digest', digest],
    ['Content-Type', fieldValue(record.mediaType)],
    ['Content-Length', String(record.bytes)],
    ...(record.name === null ? [] : [['WARC-Filename', encodeURIComponent(record.name)]]),
  ];
  return `WARC/1.1\r\n${fields.map(([name, value]) => `${String(name)}: ${String(value)}\r\n`).join('')}\r\n`;
}

/** What ends every record. */
export const recordEnd = '\r\n\r\n';

/** The record that a file of WARC begins with: what wrote it, and by which standard. */
export function infoRecord(software: string, date: string): string {
  const body = `software: ${fieldValue(software)}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n`;
  const id = recordId({ targetUri: 'warcinfo', date, mediaType: '', sha256: '', bytes: 0, name: software });
  const fields = [
    'WARC/1.1',
    'WARC-Type: warcinfo',
    `WARC-Record-ID: <urn:uuid:${id}>`,
    `WARC-Date: ${date}`,
    'Content-Type: application/warc-fields',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
  ];
  return `${fields.join('\r\n')}\r\n\r\n${body}${recordEnd}`;
}
