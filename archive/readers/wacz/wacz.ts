import type { ArticleWarning, MemberPlace } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { partOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import { zip } from '../archives/zip.ts';
import type { ContainerReader, ContainerVisit, Member } from '../member.ts';
import type { SourceFile } from '../reader.ts';
import { setPageList } from '../warc/page-list.ts';
import { nameOfUrl } from '../warc/url-name.ts';
import { missingFile, openWacz, smallFile } from './wacz-entries.ts';
import type { WaczEntries } from './wacz-entries.ts';
import { digestWarnings, readPackage } from './wacz-package.ts';
import type { WaczPackage } from './wacz-package.ts';
import { WaczPages } from './wacz-pages.ts';
import type { ListedPage } from './wacz-pages.ts';

type Outcome = Result<Member, ArchiveError>;

const readerName = 'wacz';
/** The package file of the largest crawls lists some thousand files. In bytes. */
const longestPackage = 64 * 1024 * 1024;

const archived = /\.w?arc(?:\.gz|\.zst)?$/iu;
const packed = /\.wacz$/iu;
const pageLists = /^pages\/[^/]+\.jsonl$/u;
const ownNames =
  /^(?:datapackage(?:-digest)?\.json|archive\/.+\.w?arc(?:\.gz|\.zst)?|pages\/[^/]+\.jsonl|indexes\/[^/]+\.(?:cdxj?|idx)(?:\.gz)?)$/iu;

const noCapture = { url: null, captured: null, mediaType: null, charset: null };

/** The name in a local header of a ZIP (APPNOTE.TXT 4.3.7) at `at`; null when none is there. */
function nameAt(bytes: Buffer, at: number): string | null {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return null;
  return bytes.toString('latin1', at + 30, at + 30 + bytes.readUInt16LE(at + 26));
}

/** Whether a ZIP begins with a file of a WACZ: which of them comes first is left open. */
function claims({ bytes }: SourceFile): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (nameAt(head, 0) === null) return false;
  for (let at = 0; at !== -1; at = head.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    const name = nameAt(head, at);
    if (name !== null && ownNames.test(name)) return true;
    // Folders may come before it, anything else makes it another archive.
    if (name !== null && !/^(?:archive|pages|indexes|logs|reports)\//u.test(name)) return false;
  }
  return false;
}

interface Wacz {
  readonly entries: WaczEntries;
  readonly described: WaczPackage | null;
  readonly visit: ContainerVisit;
}

function warningsOf(matches: boolean | null): readonly ArticleWarning[] {
  return matches === false ? [{ code: 'digest-mismatch', algorithm: 'crc32' }] : [];
}

/** One file of the archive as a member, checked against the package; null when it is not there. */
async function fileMember({ entries, described }: Wacz, name: string): Promise<Outcome | null> {
  const unpacked = await entries.content(name);
  if (unpacked === null || !unpacked.ok) return unpacked;
  const { content, matches } = unpacked.value;
  const digest = described?.resources.find(({ path }) => path === name)?.digest ?? null;
  const warnings = [...warningsOf(matches), ...(await digestWarnings(content, digest))];
  const place = { reader: readerName, name, span: null };
  return ok({ name: name.slice(name.lastIndexOf('/') + 1), place, capture: noCapture, content, warnings });
}

async function* readPages(wacz: Wacz, pages: WaczPages): AsyncGenerator<Outcome> {
  for (const name of wacz.entries.names.filter((each) => pageLists.test(each))) {
    const list = await wacz.entries.content(name);
    if (list !== null && !list.ok) yield list;
    else if (list !== null) await pages.read(list.value.content, name);
  }
}

/** A page that is not in the web archives, by the line of its list: JSON with an address, a title and the text. */
async function pageMember(wacz: Wacz, { url, captured, file, span }: ListedPage): Promise<Outcome | null> {
  const list = await fileMember(wacz, file);
  if (list === null || !list.ok) return list;
  return ok({
    name: nameOfUrl(url),
    place: { reader: readerName, name: file, span },
    capture: { url, captured, mediaType: 'application/json', charset: 'utf-8' },
    content: partOf(list.value.content, span.start, span.end),
    warnings: list.value.warnings,
  });
}

async function* archives(wacz: Wacz, pages: WaczPages): AsyncGenerator<Outcome> {
  const { entries, visit } = wacz;
  for (const name of entries.names.filter((each) => archived.test(each) || packed.test(each))) {
    if (visit.signal?.aborted === true) return;
    const member = await fileMember(wacz, name);
    if (member === null) continue;
    if (member.ok && !pages.isEmpty && archived.test(name)) setPageList(member.value.content, pages);
    yield member;
  }
}

/** Files that the package lists and that ought to be read; those of a package of packages may lie elsewhere. */
function missingFiles({ entries, described, visit }: Wacz): readonly Outcome[] {
  const there = new Set(entries.names);
  const listed = (described?.resources ?? []).map(({ path }) => path);
  const wanted = listed.filter((path) => archived.test(path) || packed.test(path) || pageLists.test(path));
  return wanted.filter((path) => !there.has(path)).map((path) => missingFile(visit.path, path));
}

async function* members(content: ByteSource, visit: ContainerVisit): AsyncGenerator<Outcome> {
  const opened = await openWacz(content, visit);
  if (!opened.ok) {
    yield opened;
    return;
  }
  const entries = opened.value;
  const file = await smallFile(entries, 'datapackage.json', longestPackage);
  const described = file === null ? null : readPackage(file);
  const wacz: Wacz = { entries, described, visit };
  const missing = missingFiles(wacz);
  if (missing.length === 0 && !entries.names.some((name) => archived.test(name) || packed.test(name))) {
    // Other data are kept in packages of the same form.
    yield* zip.members(content, visit);
    return;
  }
  const pages = new WaczPages();
  yield* readPages(wacz, pages);
  yield* archives(wacz, pages);
  yield* missing;
  for (const page of pages.missing()) {
    if (visit.signal?.aborted === true) return;
    const member = await pageMember(wacz, page);
    if (member !== null) yield member;
  }
}

async function open(
  content: ByteSource,
  place: MemberPlace,
  visit: ContainerVisit,
): Promise<Result<ByteSource, ArchiveError>> {
  const opened = await openWacz(content, visit);
  if (!opened.ok) return opened;
  const found = await opened.value.content(place.name);
  const path = `${visit.path} › ${place.name}`;
  if (found === null) return fail(archiveError('file-broken', { path, detail: 'there is no such file' }));
  if (!found.ok) return found;
  const { span } = place;
  return ok(span === null ? found.value.content : partOf(found.value.content, span.start, span.end));
}

/**
 * Web archives in a ZIP (WACZ 1.0.0 and 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/), also packages of packages. Its
 * members are the WARC files inside; when it has lists of pages, only those pages are wanted of them, and a page that is
 * in none of them is a member by the text its list holds. What is not as the package says carries a warning.
 */
export const wacz: ContainerReader = { name: readerName, version: 1, claims, members, open };
