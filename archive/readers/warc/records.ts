import type { ByteSpan } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import type { ByteSource } from '../access/byte-source.ts';
import { ByteCursor, feedOf } from './byte-cursor.ts';
import type { Feed } from './byte-cursor.ts';
import { findRecord, skipBlank } from './record-scan.ts';
import type { RecordGrammar } from './record-scan.ts';
import { BrokenBytes } from './web-record.ts';
import type { FoundRecord, RecordHeader } from './web-record.ts';

/** The block of a record. */
export interface RecordBlock {
  /** Its bytes; what is left of them is passed over afterwards. */
  readonly feed: Feed;
  /** Where it stands in the file when it is not packed there. */
  readonly offset: number | null;
}

/** What is made of records. */
export interface RecordHandler<T> {
  /** Called while the bytes of the record come by. */
  handle(header: RecordHeader, block: RecordBlock): Promise<T>;
  /** Whether what was made of a record is right beyond doubt: then it is taken though its length is wrong. */
  isProven(header: RecordHeader, value: T): boolean;
}

/** A run of records. */
export interface RecordRun {
  readonly cursor: ByteCursor;
  /** The file, when the cursor's positions are its own: then records are looked at before they are read. */
  readonly file: ByteSource | null;
  /** Where a record stands in the file, by where it stands in the run; asked when the record is over. */
  readonly spanOf: (start: number, end: number) => Promise<ByteSpan>;
  /** Where a record is, for messages about one without address. */
  readonly placeOf: (start: number) => string;
}

/** A cursor over a file that is not packed. */
export function fileCursor(file: ByteSource, start: number): ByteCursor {
  let at = start;
  const feed: Feed = {
    next: async () => {
      const piece = await file.read(at, 64 * 1024);
      at += piece.length;
      return piece.length === 0 ? null : piece;
    },
    skip: (length) => {
      const skipped = Math.max(0, Math.min(length, file.size - at));
      at += skipped;
      return skipped;
    },
  };
  return new ByteCursor(feed, start);
}

/** Whether the file goes on at `at` as it should after a record: with another one, or not at all. */
async function goesOn(file: ByteSource, at: number, grammar: RecordGrammar): Promise<boolean> {
  const bytes = Buffer.from(await file.read(at, 4096));
  const start = bytes.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
  if (start === -1) return true;
  const end = bytes.indexOf(0x0a, start);
  if (end === -1 && bytes.length === 4096) return true;
  return grammar.begins(bytes.toString('latin1', start, end === -1 ? bytes.length : end).trimEnd());
}

/** Why the record's length cannot be right; null when nothing speaks against it. */
async function wrongLength(
  { file, cursor }: RecordRun,
  length: number,
  grammar: RecordGrammar,
): Promise<string | null> {
  if (file === null) return null;
  if (cursor.position + length > file.size) return 'the file ends inside it, or its length is wrong';
  return (await goesOn(file, cursor.position + length, grammar)) ? null : 'its length is wrong';
}

/** What follows a record in a run that cannot be looked at before. */
async function endsWell({ file, cursor }: RecordRun, grammar: RecordGrammar): Promise<boolean> {
  await skipBlank(cursor);
  if (file !== null || (await cursor.atEnd())) return true;
  const bytes = Buffer.from((await cursor.peek(4096)).subarray(0, 16 * 1024));
  const end = bytes.indexOf(0x0a);
  return end === -1 || grammar.begins(bytes.toString('latin1', 0, end).trimEnd());
}

/** Where a block ends that the next record follows at `end`: two line ends stand between them, in ARC files one. */
async function endOfBlock(
  file: ByteSource,
  start: number,
  end: number,
  { betweenRecords }: RecordGrammar,
): Promise<number> {
  const from = Math.max(start, end - 4);
  const between = betweenRecords.exec(Buffer.from(await file.read(from, end - from)).toString('latin1'));
  return end - (between?.[0].length ?? 0);
}

/**
 * A record whose length is wrong reaches to the next one, and is taken. Null unless the digest, or the response in it, says
 * that this is right.
 */
async function rescued<T>(
  { file, cursor, spanOf }: RecordRun,
  start: number,
  header: RecordHeader,
  grammar: RecordGrammar,
  handler: RecordHandler<T>,
): Promise<FoundRecord<T> | null> {
  const offset = cursor.position;
  await findRecord(cursor, grammar);
  if (file === null) return null;
  const end = await endOfBlock(file, offset, cursor.position, grammar);
  const block = { feed: fileCursor(file, offset).part(end - offset), offset };
  const whole = { ...header, length: end - offset };
  const value = await handler.handle(whole, block);
  return handler.isProven(whole, value) ? { value, header: whole, span: await spanOf(start, end) } : null;
}

async function readRecord<T>(
  run: RecordRun,
  start: number,
  header: RecordHeader,
  grammar: RecordGrammar,
  handler: RecordHandler<T>,
): Promise<FoundRecord<T>> {
  const { cursor } = run;
  const name = header.url ?? run.placeOf(start);
  const wrong = await wrongLength(run, header.length, grammar);
  if (wrong !== null) return (await rescued(run, start, header, grammar, handler)) ?? { broken: wrong, name };
  const end = cursor.position + header.length;
  const offset = run.file === null ? null : cursor.position;
  const value = await handler.handle(header, { feed: cursor.part(header.length), offset });
  await cursor.skip(end - cursor.position);
  if (cursor.position < end) return { broken: 'it ends too early', name };
  if (!(await endsWell(run, grammar))) return { broken: 'its length is wrong', name };
  return { value, header, span: await run.spanOf(start, end) };
}

/**
 * The records of a run, in their order. Of one that is broken the reason, and then the next that begins. The bytes of the
 * block are there while `handle` runs.
 */
export async function* readRecords<T>(
  run: RecordRun,
  grammar: RecordGrammar,
  handler: RecordHandler<T>,
  signal?: Cancellation,
): AsyncGenerator<FoundRecord<T>> {
  const { cursor } = run;
  for (let name = run.placeOf(cursor.position); signal?.aborted !== true;) {
    try {
      await skipBlank(cursor);
      if (await cursor.atEnd()) return;
      const start = cursor.position;
      name = run.placeOf(start);
      const outcome = await grammar.readHeader(cursor);
      if ('header' in outcome) name = outcome.header.url ?? name;
      const found: FoundRecord<T> =
        'header' in outcome
          ? await readRecord(run, start, outcome.header, grammar, handler)
          : { broken: outcome.broken, name: outcome.url ?? name };
      yield found;
      if ('broken' in found && !(await findRecord(cursor, grammar))) return;
    } catch (error) {
      if (!(error instanceof BrokenBytes)) throw error;
      yield { broken: error.message, name };
      return;
    }
  }
}

/** A cursor over bytes that come in pieces. */
export function streamCursor(pieces: AsyncIterable<Uint8Array>): ByteCursor {
  return new ByteCursor(feedOf(pieces));
}
