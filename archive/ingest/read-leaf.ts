import { articleId, recordId } from '../library/article-id.ts';
import { sha256Of } from '../library/originals.ts';
import type { Origin } from '../library/recorder.ts';
import { databaseCode, systemCode } from '../library/system-errors.ts';
import type { ArticleWarning, MemberPlace } from '../model/article.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Member } from '../readers/member.ts';
import { readsRecords } from '../readers/reader.ts';
import type { Capture, Draft, Reader, RecordReader, SourceFile } from '../readers/reader.ts';
import { decodeText } from '../text/decode.ts';
import { detectFurther } from '../text/further-languages.ts';
import type { Found } from './found.ts';
import { LibraryFailure } from './prepare-support.ts';

/** How an exported archive addresses a file that had no address (`archive/export/wacz`); its SHA-256 follows. */
const carried = 'urn:sha256:';

/** So much of an article is looked at for its language. */
const sampledBlocks = 10;

/** A file, or a member of one, that holds articles and no other files; with its bytes beside it, it is a `Leaf`. */
export interface LeafPlace {
  readonly name: string;
  /** To show: that of the file, and the names inside it. */
  readonly path: string;
  readonly capture?: Capture | undefined;
  /** The way into containers that led here. */
  readonly members: readonly MemberPlace[];
  /** What is known of it already. */
  readonly warnings: readonly ArticleWarning[];
}

/** What is read at one go. It can be sent to another thread. */
export interface Leaf extends LeafPlace {
  readonly bytes: Uint8Array;
}

export type LeafReading =
  /** Its beginning says that nothing of it can be read. */
  | { readonly kind: 'refused'; readonly error: ArchiveError }
  /** `many` when it is of a format whose files hold many articles. */
  | { readonly kind: 'read'; readonly many: boolean; readonly found: readonly Found[] };

/** What reading a leaf needs of its surroundings. */
export interface LeafTools {
  readonly chooseReader: (source: SourceFile) => Reader | null;
  readonly signal?: Cancellation | undefined;
  /** Reads what came with an article and stands for itself, before anything else of the leaf is asked for. */
  readonly readAttached: (members: readonly Member[], outer: LeafPlace) => AsyncIterable<Found>;
}

/** Reads what a reader reads at one go, down to its attachments. Throws what the system throws, and nothing else. */
export async function readLeaf(leaf: Leaf, tools: LeafTools): Promise<LeafReading> {
  const source = sourceOf(leaf, leaf.bytes);
  const reader = tools.chooseReader(source);
  if (reader === null) return { kind: 'read', many: false, found: [fail(unreadError(source))] };
  if (!readsRecords(reader)) {
    const limit = reader.limit ?? Infinity;
    const bytes = leaf.bytes.length;
    const found: readonly Found[] =
      bytes > limit
        ? [fail(archiveError('too-large', { path: leaf.path, bytes, limit }))]
        : await all(readWhole(reader, source, leaf, tools));
    return { kind: 'read', many: false, found };
  }
  const error = reader.refuses(source);
  if (error !== null) return { kind: 'refused', error };
  return { kind: 'read', many: true, found: await all(readRecords(reader, once(leaf.bytes), leaf, tools)) };
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const held: T[] = [];
  for await (const item of items) held.push(item);
  return held;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A place with bytes, as readers know it. */
export function sourceOf({ name, path, capture }: LeafPlace, bytes: Uint8Array): SourceFile {
  return { name, path, bytes, ...(capture === undefined ? {} : { capture: addressed(capture) }) };
}

/** Why no reader claims a file. */
function unreadError({ bytes, path }: SourceFile): ArchiveError {
  const text = decodeText(bytes);
  return archiveError(text.ok ? 'no-article' : text.error, { path });
}

/** Reads a file of many articles as it comes. Records are articles by their own bytes, wherever their file lies. */
export async function* readRecords(
  reader: RecordReader,
  pieces: AsyncIterable<Uint8Array>,
  place: LeafPlace,
  tools: LeafTools,
): AsyncGenerator<Found> {
  const { path, members, warnings } = place;
  const { name, version } = reader;
  for await (const found of guarded(reader, reader.readPieces(pieces, path, tools.signal), path)) {
    if (!found.ok) {
      yield found;
      continue;
    }
    const { draft, attached } = await parted(found.value, warnings);
    if (draft.record === undefined) throw new Error(`${name} gave a record without its place.`);
    const payload = draft.record.sha256;
    const { captured } = identityOf(place, '');
    const origin = { payload, member: null, captured, members };
    const weight = draft.record.end - draft.record.start;
    yield ok({ id: recordId(payload), draft, origin, reader: { name, version }, weight });
    if (attached.length > 0) yield* tools.readAttached(attached, place);
  }
}

async function* readWhole(
  reader: Reader,
  source: SourceFile,
  place: LeafPlace,
  tools: LeafTools,
): AsyncGenerator<Found> {
  const { members, warnings, path } = place;
  const payload = sha256Of(source.bytes);
  const { member, captured } = identityOf(place, payload);
  const origin = { payload, member, captured, members };
  const { name, version } = reader;
  let ordinal = 0;
  for await (const found of guarded(reader, reader.read(source, tools.signal), path)) {
    if (!found.ok) {
      yield found;
      continue;
    }
    const { draft, attached } = await parted(found.value, warnings);
    const id = articleId({ payload, member, captured, ordinal });
    yield ok({ id, draft, origin, reader: { name, version }, weight: source.bytes.length });
    ordinal += 1;
    if (attached.length > 0) yield* tools.readAttached(attached, place);
  }
}

/** What of an article's id its file and its container give. */
export function originOf(leaf: Leaf): Pick<Origin, 'payload' | 'member' | 'captured'> {
  const payload = sha256Of(leaf.bytes);
  return { payload, ...identityOf(leaf, payload) };
}

/** What of an article's id its container gives. A file that was only carried in one has the id of a loose file. */
function identityOf({ members, capture }: LeafPlace, payload: string): Pick<Origin, 'member' | 'captured'> {
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

/** A draft with what is known of its file, and apart from it what is read for itself. */
export async function parted(
  { attached = [], ...draft }: Draft,
  warnings: readonly ArticleWarning[],
): Promise<{ readonly draft: Draft; readonly attached: readonly Member[] }> {
  const known = warnings.length === 0 ? draft.warnings : [...warnings, ...draft.warnings];
  const language = draft.language ?? (await detectFurther(wordsOf(draft)));
  return { draft: { ...draft, language, warnings: known }, attached };
}

function wordsOf({ headline, standfirst, blocks }: Draft): string {
  const texts = blocks.slice(0, sampledBlocks).map((block) => ('text' in block ? block.text : ''));
  return [headline, standfirst ?? '', ...texts].join('\n');
}

/** A bug of a reader ends its file with a line in the report, and the rest goes on; what the system says is thrown. */
export async function* guarded<T>(
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
