import type { ArticleWarning, MemberPlace } from '../model/article.ts';
import { articleId, recordId } from '../library/article-id.ts';
import { sha256Of } from '../library/originals.ts';
import { databaseCode, systemCode } from '../library/system-errors.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { piecesOf } from '../readers/access/byte-source.ts';
import type { ByteSource } from '../readers/access/byte-source.ts';
import type { Spool } from '../readers/access/spool.ts';
import type { ContainerReader, ContainerVisit, Member } from '../readers/member.ts';
import { readsRecords } from '../readers/reader.ts';
import type { Capture, Draft, Reader, RecordReader, SourceFile } from '../readers/reader.ts';
import { decodeText } from '../text/decode.ts';
import type { Origin } from '../library/recorder.ts';
import type { Found } from './found.ts';
import { LibraryFailure } from './prepare-support.ts';
import type { Workshop } from './prepare-support.ts';
import { headSize, textLimit } from './source-bytes.ts';

/** Containers within each other that are looked into. */
export const deepest = 3;

/** How an exported archive addresses a file that had no address (`archive/export/wacz`); its SHA-256 follows. */
const carried = 'urn:sha256:';

/** What is read: a kept file, or a member of one. */
export interface Content {
  readonly name: string;
  /** To show: that of the file, and the names inside it. */
  readonly path: string;
  readonly source: ByteSource;
  readonly capture?: Capture | undefined;
  /** The way into containers that led here. */
  readonly members: readonly MemberPlace[];
  /** What is known of it already. */
  readonly warnings: readonly ArticleWarning[];
}

/** What reading needs of its surroundings. */
export interface ReadingTools {
  readonly chooseReader: (source: SourceFile) => Reader | null;
  readonly chooseContainer: (head: SourceFile) => ContainerReader | null;
  readonly spool: Spool;
  readonly signal: Cancellation | undefined;
}

/** The tools of an import. */
export function toolsOf({ chooseReader, chooseContainer, spool, signal }: Workshop): ReadingTools {
  return { chooseReader, chooseContainer, signal, spool };
}

/**
 * Reads a file down to its articles: a container's members one after the other, each by the reader that claims it. What
 * cannot be read is an error among the articles. Throws what the system throws, and nothing else.
 */
export async function* readContent(content: Content, tools: ReadingTools): AsyncGenerator<Found> {
  if (tools.signal?.aborted === true) return;
  const { path, source } = content;
  const small = source.size <= textLimit;
  const head = fileOf(content, await source.read(0, small ? source.size : headSize));
  const container = tools.chooseContainer(head);
  if (container !== null) {
    yield* readMembers(container, content, tools);
    return;
  }
  const reader = tools.chooseReader(head);
  if (reader === null) yield fail(unreadError(head));
  else if (readsRecords(reader)) yield* readRecords(reader, content, tools, head);
  else {
    const limit = reader.limit ?? textLimit;
    if (source.size > limit) yield fail(archiveError('too-large', { path, bytes: source.size, limit }));
    else {
      const whole = small ? head : fileOf(content, await source.read(0, source.size));
      yield* readWhole(reader, whole, content, tools);
    }
  }
}

function fileOf({ name, path, capture }: Content, bytes: Uint8Array): SourceFile {
  return { name, path, bytes, ...(capture === undefined ? {} : { capture: addressed(capture) }) };
}

/** Why no reader claims a file. */
function unreadError({ bytes, path }: SourceFile): ArchiveError {
  const text = decodeText(bytes);
  return archiveError(text.ok ? 'no-article' : text.error, { path });
}

async function* readMembers(
  container: ContainerReader,
  content: Content,
  tools: ReadingTools,
): AsyncGenerator<Found> {
  const { path, source, members } = content;
  if (members.length >= deepest) {
    yield fail(archiveError('nested-too-deep', { path, limit: deepest }));
    return;
  }
  const visit = visitOf(path, tools);
  for await (const member of guarded(container, container.members(source, visit), path)) {
    if (tools.signal?.aborted === true) return;
    if (!member.ok) yield member;
    else {
      yield* readContent(contentOf(member.value, content), tools);
      await tools.spool.release(member.value.content);
    }
  }
}

function visitOf(path: string, { spool, signal }: ReadingTools): ContainerVisit {
  return { path, signal, spool: (pieces) => spool.take(pieces) };
}

function contentOf({ name, place, capture, content, warnings }: Member, outer: Content): Content {
  return {
    name,
    path: `${outer.path} › ${place.name}`,
    source: content,
    capture,
    members: [...outer.members, place],
    warnings: [...outer.warnings, ...warnings],
  };
}

/** Records are articles by their own bytes, wherever their file lies. */
async function* readRecords(
  reader: RecordReader,
  content: Content,
  tools: ReadingTools,
  head: SourceFile,
): AsyncGenerator<Found> {
  const { path, source, members, warnings } = content;
  const refused = reader.refuses(head);
  if (refused !== null) {
    yield fail(refused);
    return;
  }
  const { name, version } = reader;
  for await (const found of guarded(reader, reader.readPieces(piecesOf(source), path, tools.signal), path)) {
    if (!found.ok) {
      yield found;
      continue;
    }
    const draft = withWarnings(found.value, warnings);
    if (draft.record === undefined) throw new Error(`${name} gave a record without its place.`);
    const payload = draft.record.sha256;
    const { captured } = identityOf(content, '');
    const origin = { payload, member: null, captured, members };
    const weight = draft.record.end - draft.record.start;
    yield ok({ id: recordId(payload), draft, origin, reader: { name, version }, weight });
    for (const attached of draft.attached ?? []) yield* readContent(contentOf(attached, content), tools);
  }
}

async function* readWhole(
  reader: Reader,
  file: SourceFile,
  content: Content,
  tools: ReadingTools,
): AsyncGenerator<Found> {
  const { members, warnings, path } = content;
  const payload = sha256Of(file.bytes);
  const { member, captured } = identityOf(content, payload);
  const origin = { payload, member, captured, members };
  const { name, version } = reader;
  let ordinal = 0;
  for await (const found of guarded(reader, reader.read(file, tools.signal), path)) {
    if (!found.ok) {
      yield found;
      continue;
    }
    const draft = withWarnings(found.value, warnings);
    const id = articleId({ payload, member, captured, ordinal });
    yield ok({ id, draft, origin, reader: { name, version }, weight: file.bytes.length });
    ordinal += 1;
    for (const attached of draft.attached ?? []) yield* readContent(contentOf(attached, content), tools);
  }
}

/** What of an article's id its container gives. A file that was only carried in one has the id of a loose file. */
function identityOf({ members, capture }: Content, payload: string): Pick<Origin, 'member' | 'captured'> {
  if (members.length === 0 || capture?.url === `${carried}${payload}`)
    return { member: null, captured: null };
  return {
    member: capture?.url ?? members.at(-1)?.name ?? null,
    captured: capture?.captured ?? null,
  };
}

/** The address that our own export gives a file without one is nothing that a reader should take for an address. */
function addressed(capture: Capture): Capture {
  return capture.url?.startsWith(carried) === true ? { ...capture, url: null, captured: null } : capture;
}

function withWarnings(draft: Draft, warnings: readonly ArticleWarning[]): Draft {
  return warnings.length === 0 ? draft : { ...draft, warnings: [...warnings, ...draft.warnings] };
}

/** A bug of a reader ends its file with a line in the report, and the rest goes on; what the system says is thrown. */
async function* guarded<T>(
  { name }: { readonly name: string },
  found: AsyncIterable<Result<T, ArchiveError>>,
  path: string,
): AsyncGenerator<Result<T, ArchiveError>> {
  try {
    yield* found;
  } catch (error) {
    if (error instanceof LibraryFailure || systemCode(error) !== null || databaseCode(error) !== null)
      throw error;
    yield fail(archiveError('internal', { detail: `${name}: ${String(error)} (${path})` }));
  }
}
