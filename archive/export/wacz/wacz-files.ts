import { surtOf } from '../../text/surt.ts';
import type { WrittenRecord } from './warc-writer.ts';

/** A page of a WACZ: an article. */
export interface WaczPage {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly ts: string;
  readonly text: string;
}

/** A file of a WACZ as its package lists it. */
export interface PackedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A line of the index of records, CDXJ. https://specs.webrecorder.net/cdxj/0.1.0/ */
export function cdxjLine(record: WrittenRecord, filename: string): string {
  const { targetUri, date, mediaType, sha256, length, offset } = record;
  const timestamp = date.replace(/\D/gu, '').slice(0, 14);
  const fields = {
    url: targetUri,
    mime: mediaType,
    status: '200',
    digest: `sha256:${sha256}`,
    length: String(length),
    offset: String(offset),
    filename,
  };
  return `${surtOf(targetUri)} ${timestamp} ${JSON.stringify(fields)}`;
}

/** By bytes, as readers search it. */
export function sortedIndex(lines: readonly string[]): string {
  const sorted = lines.map((line) => Buffer.from(line)).sort((a, b) => Buffer.compare(a, b));
  return sorted.map((line) => `${line.toString()}\n`).join('');
}

/** The first line of a list of pages. */
export const pagesHeader = `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All articles', hasText: true })}\n`;

/** The package's description, and the file that vouches for it. https://specs.webrecorder.net/wacz/1.1.1/ */
export function dataPackage(
  files: readonly PackedFile[],
  about: { readonly title: string; readonly software: string; readonly created: string },
): string {
  const resources = files.map(({ path, sha256, bytes }) => ({
    name: path.split('/').at(-1)?.toLowerCase() ?? path,
    path,
    hash: `sha256:${sha256}`,
    bytes,
  }));
  const { title, software, created } = about;
  const content = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title,
    software,
    created,
    modified: created,
    resources,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
