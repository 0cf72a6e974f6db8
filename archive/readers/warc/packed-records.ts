import type { ByteSpan } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { partOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { openGzipMember } from './gzip-member.ts';
import type { PackedMember } from './gzip-member.ts';
import { gzipOpening, MemberScan, skipBlank } from './record-scan.ts';
import type { RecordGrammar } from './record-scan.ts';
import { fileCursor, readRecords, streamCursor } from './records.ts';
import type { RecordHandler, RecordRun } from './records.ts';
import { UnpackBudget } from './unpack-budget.ts';
import { BrokenBytes } from './web-record.ts';
import type { FoundRecord } from './web-record.ts';
import { isZstandard, openZstandardFrame } from './zstd-frame.ts';

/**
 * How the records lie in a file: as they are, each packed for itself, or all packed as one. In the last the places of
 * records are those in the unpacked bytes: there is no way to one but through those before it.
 */
export type Packing = 'plain' | 'each' | 'whole';

/** A file of records, and what is needed to read it. */
export interface RecordFile {
  readonly source: ByteSource;
  readonly grammar: RecordGrammar;
  readonly packing: Packing;
  readonly budget: UnpackBudget;
}

type Open = (source: ByteSource, start: number, budget: UnpackBudget) => Promise<PackedMember>;

async function openerOf(source: ByteSource): Promise<Open> {
  return isZstandard(await source.read(0, 4)) ? openZstandardFrame : openGzipMember;
}

async function isPacked(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, 4);
  return isZstandard(head) || (head[0] === 0x1f && head[1] === 0x8b);
}

/** Whether the first packed member holds another record than its first, or only a part of that one. */
async function isWhole(source: ByteSource, grammar: RecordGrammar): Promise<boolean> {
  const member = await (await openerOf(source))(source, 0, new UnpackBudget());
  const pieces = member.pieces();
  try {
    const cursor = streamCursor(pieces);
    await skipBlank(cursor);
    const outcome = await grammar.readHeader(cursor);
    if (!('header' in outcome)) return false;
    const { length } = outcome.header;
    if ((await cursor.skip(length)) < length)
      return await continues(source, member.end() ?? source.size, grammar);
    await skipBlank(cursor);
    return !(await cursor.atEnd());
  } catch (error) {
    if (error instanceof BrokenBytes) return false;
    throw error;
  } finally {
    await pieces.return(undefined);
  }
}

/** Whether a gzip member begins here that does not begin with a record. */
async function continues(source: ByteSource, at: number, grammar: RecordGrammar): Promise<boolean> {
  const opening = gzipOpening(await source.read(at, 4_096));
  return opening !== '' && !grammar.begins((opening.split('\n', 1)[0] ?? '').trimEnd());
}

/** Looks how a file is packed. Throws `UnsafeBytes` when its first record alone is a bomb. */
export async function openRecordFile(source: ByteSource, grammar: RecordGrammar): Promise<RecordFile> {
  const packing = !(await isPacked(source)) ? 'plain' : (await isWhole(source, grammar)) ? 'whole' : 'each';
  return { source, grammar, packing, budget: new UnpackBudget() };
}

function runAt(cursor: ByteCursor, file: ByteSource | null): RecordRun {
  return {
    cursor,
    file,
    spanOf: async (start, end) => ({ start, end }),
    placeOf: (start) => `byte ${start}`,
  };
}

/** All members of a file that is packed as one, or as a few with many records each. */
async function* unpackedWhole({ source, budget }: RecordFile): AsyncGenerator<Uint8Array> {
  const open = await openerOf(source);
  for (let at = 0; at < source.size && (await hasMore(source, at));) {
    const member = await open(source, at, budget);
    yield* member.pieces();
    if (!(await member.checksumHolds())) throw new BrokenBytes('its checksum does not hold');
    at = member.end() ?? source.size;
  }
}

/** Tapes and some tools fill the end of a file with NULs. */
async function hasMore(source: ByteSource, at: number): Promise<boolean> {
  const bytes = await source.read(at, 4096);
  return bytes.some((byte) => byte !== 0);
}

/** So many broken records are told of a file in any case. */
const mostBroken = 1_000;
/** A few tools end a file with empty members; nothing is to be found in more of them. */
const mostEmpty = 10_000;

interface MemberEnd {
  /** Where the next member should begin; null after damage. */
  readonly end: number | null;
  readonly isBroken: boolean;
  readonly isEmpty: boolean;
}

/** The records of the member at `at`; it returns how that ended. */
async function* recordsOfMember<T>(
  { source, grammar, budget }: RecordFile,
  at: number,
  open: Open,
  handler: RecordHandler<T>,
): AsyncGenerator<FoundRecord<T>, MemberEnd> {
  let end: number | null = null;
  let isTold = false;
  let isEmpty = true;
  const placeOf = (): string => `byte ${at}`;
  try {
    const member = await open(source, at, budget);
    const cursor = streamCursor(member.pieces());
    const spanOf = async (): Promise<ByteSpan> => {
      // A member with a second record is rare: only then it is unpacked once more, to know where it ends.
      end ??= (await cursor.atEnd()) ? member.end() : await endOf(await open(source, at, budget));
      return { start: at, end: end ?? source.size };
    };
    for await (const found of readRecords({ cursor, file: null, spanOf, placeOf }, grammar, handler)) {
      isEmpty = false;
      isTold ||= 'broken' in found;
      if ('broken' in found) yield found;
      else yield { ...found, checksumHolds: () => member.checksumHolds() };
    }
    await cursor.skip(Infinity);
    return { end: member.end(), isBroken: isTold, isEmpty };
  } catch (error) {
    if (!(error instanceof BrokenBytes)) throw error;
    if (!isTold) yield { broken: error.message, name: placeOf() };
    return { end, isBroken: true, isEmpty };
  }
}

async function endOf(member: PackedMember): Promise<number | null> {
  for await (const piece of member.pieces()) void piece;
  return member.end();
}

async function* recordsOfMembers<T>(
  file: RecordFile,
  handler: RecordHandler<T>,
  signal?: Cancellation,
): AsyncGenerator<FoundRecord<T>> {
  const { source, grammar } = file;
  const open = await openerOf(source);
  const scan = new MemberScan(source, grammar);
  let isBroken = false;
  let isEmpty = false;
  let empty = 0;
  for (let at = 0; at < source.size && signal?.aborted !== true;) {
    if (!(await hasMore(source, at))) return;
    let end: number | null = null;
    // What stands behind damage and is no member is the rest of the same damage.
    if (!isBroken || (await isPacked(partOf(source, at, at + 4)))) {
      ({ end, isBroken, isEmpty } = yield* recordsOfMember(file, at, open, handler));
      empty += isEmpty ? 1 : 0;
    }
    const next: number | null = end ?? (await scan.next(at + 1));
    if (next === null || empty > mostEmpty) return;
    at = next;
  }
}

function allRecords<T>(
  file: RecordFile,
  handler: RecordHandler<T>,
  signal?: Cancellation,
): AsyncGenerator<FoundRecord<T>> {
  if (file.packing === 'each') return recordsOfMembers(file, handler, signal);
  const plain = file.packing === 'plain';
  const cursor = plain ? fileCursor(file.source, 0) : streamCursor(unpackedWhole(file));
  return readRecords(runAt(cursor, plain ? file.source : null), file.grammar, handler, signal);
}

/**
 * The records of a file, in their order. A file of which more is broken than whole is left after a thousand breaks. Throws
 * `UnsafeBytes`.
 */
export async function* recordsOfFile<T>(
  file: RecordFile,
  handler: RecordHandler<T>,
  signal?: Cancellation,
): AsyncGenerator<FoundRecord<T>> {
  let surplus = 0;
  let broken = 0;
  for await (const found of allRecords(file, handler, signal)) {
    yield found;
    surplus += 'broken' in found ? 1 : -1;
    if ('broken' in found) broken += 1;
    if (broken > mostBroken && surplus > 0) {
      yield {
        broken: 'most of it is broken, and the rest was left',
        name: 'name' in found ? found.name : '',
      };
      return;
    }
  }
}

/** The records from the one that begins at a place that `recordsOfFile` gave; of a packed one those of its member. */
export async function* recordsAt<T>(
  file: RecordFile,
  start: number,
  handler: RecordHandler<T>,
): AsyncGenerator<FoundRecord<T>> {
  if (file.packing === 'each') {
    yield* recordsOfMember(file, start, await openerOf(file.source), handler);
    return;
  }
  const plain = file.packing === 'plain';
  const cursor = plain ? fileCursor(file.source, start) : streamCursor(unpackedWhole(file));
  if (!plain) await cursor.skip(start);
  yield* readRecords(runAt(cursor, plain ? file.source : null), file.grammar, handler);
}
