import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { fail } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { newsml } from './agency/newsml.ts';
import { newsmlG2 } from './agency/newsml-g2.ts';
import { ninjsLines } from './agency/ninjs-lines.ts';
import { ninjs } from './agency/ninjs.ts';
import { nitf } from './agency/nitf.ts';
import { reutersSgml } from './agency/reuters-sgml.ts';
import { wireText } from './agency/wire-text.ts';
import { gzip } from './archives/gzip.ts';
import { tar } from './archives/tar.ts';
import { unreadArchives } from './archives/unread-archives.ts';
import { zip } from './archives/zip.ts';
import { zstandard } from './archives/zstandard.ts';
import { multiWacz } from './wacz/multi-wacz.ts';
import { wacz } from './wacz/wacz.ts';
import { arc, warc } from './warc/warc.ts';
import { csv } from './csv/csv.ts';
import { feed } from './feeds/feed.ts';
import { databaseHtml } from './databases/database-html.ts';
import { databaseText } from './databases/database-reader.ts';
import { bibtex } from './references/bibtex.ts';
import { ris } from './references/ris.ts';
import { textCollection } from './text-collection/text-collection.ts';
import { wordpress } from './feeds/wordpress.ts';
import { json } from './json/json.ts';
import { htmlPage } from './html/html-page.ts';
import { jsonLines } from './json-lines/json-lines.ts';
import { mail } from './mail/mail.ts';
import { mbox } from './mail/mbox.ts';
import { markdown } from './markdown/markdown.ts';
import { mhtml } from './mhtml/mhtml.ts';
import { alto } from './newspapers/alto.ts';
import { mets } from './newspapers/mets.ts';
import { pageText } from './page-text.ts';
import { docx } from './documents/docx.ts';
import { odt } from './documents/odt.ts';
import { rtf } from './documents/rtf.ts';
import { pdf } from './pdf/pdf.ts';
import { refusals } from './refusals.ts';
import { plainText } from './plain-text.ts';
import type { ContainerReader, MemberOpener } from './member.ts';
import type { Draft, Reader, SourceFile } from './reader.ts';

/** All readers of files that hold other files: they are asked before the readers of articles. */
export const containers: readonly ContainerReader[] = [
  warc,
  arc,
  wacz,
  multiWacz,
  zip,
  tar,
  gzip,
  zstandard,
  unreadArchives,
];

/** The container reader for a file, by its first bytes; null when it is no container. */
export function chooseContainer(head: SourceFile): ContainerReader | null {
  return containers.find((container) => container.claims(head)) ?? null;
}

/** What opens members again: the containers, and readers of articles that have attachments. */
export const openers: readonly MemberOpener[] = [...containers, mail, mbox];

/** The opener of a name that a `MemberPlace` gives; null when this version has none. */
export function openerOf(name: string): MemberOpener | null {
  return openers.find((opener) => opener.name === name) ?? null;
}

/** All readers, the most particular first: the first one that claims a file reads it. */
export const readers: readonly Reader[] = [
  pdf,
  docx,
  odt,
  rtf,
  alto,
  mets,
  mhtml,
  mbox,
  mail,
  nitf,
  newsmlG2,
  newsml,
  reutersSgml,
  wireText,
  wordpress,
  feed,
  ninjsLines,
  ninjs,
  jsonLines,
  json,
  databaseText,
  databaseHtml,
  ris,
  bibtex,
  csv,
  htmlPage,
  markdown,
  textCollection,
  pageText,
  plainText,
  refusals,
];

/** Some readers look through a whole file before they claim it, and an import asks more than once. */
const chosen = new WeakMap<Uint8Array, Reader | null>();

/**
 * The reader for a file, by its content alone; null when it is binary. Text always has a reader, so that reading it
 * tells why there is no article in it.
 */
export function chooseReader(source: SourceFile): Reader | null {
  // What a container says of a file may decide too.
  if (source.capture !== undefined) return readers.find((reader) => reader.claims(source)) ?? null;
  const known = chosen.get(source.bytes);
  if (known !== undefined) return known;
  const reader = readers.find((one) => one.claims(source)) ?? null;
  chosen.set(source.bytes, reader);
  return reader;
}

/** Reads a file with the reader that claims it; a binary one yields the error `binary`. */
export async function* readSource(
  source: SourceFile,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const reader = chooseReader(source);
  if (reader === null) {
    yield fail(archiveError('binary', { path: source.path }));
    return;
  }
  yield* reader.read(source, signal);
}
