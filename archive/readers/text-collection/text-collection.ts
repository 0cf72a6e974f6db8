import { createHash } from 'node:crypto';
import type { Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { decodeAs } from '../../text/decode.ts';
import type { CsvCoding } from '../csv/csv-text.ts';
import { codingOf, isWide, rowCoding } from '../csv/csv-text.ts';
import type { Draft, RecordReader } from '../reader.ts';
import { inOnePiece, withHead } from '../records/byte-window.ts';
import { isMarkup } from '../source-text.ts';
import { chooseSeparator } from './choose-separator.ts';
import { PartCutter, partLimit } from './part-cutter.ts';
import type { TextPart } from './part-cutter.ts';
import { draftOfPart } from './part-draft.ts';
import { separatorOf } from './separator.ts';

/** So much of a file shows whether it is a collection. */
const headLength = 64 * 1024;
/** In bytes. What stands before the first article or after the last, and is no article, is a title or a note. */
const longestNote = 2_000;

interface Collection {
  readonly key: string;
  readonly coding: CsvCoding;
}

function collectionOf(head: Buffer, complete: boolean): Collection | null {
  const decoded = codingOf(head, complete);
  if (decoded === null || isWide(decoded.coding) || isMarkup(decoded.text)) return null;
  const separator = chooseSeparator(decoded.text, complete);
  return separator === null ? null : { key: separator.key, coding: decoded.coding };
}

async function readPart(
  part: TextPart,
  { coding }: Collection,
  file: string,
): Promise<Result<Draft, ArchiveError>> {
  const path = `${file}:${part.line}`;
  if (part.bytes === null) return fail(archiveError('line-too-long', { path, limit: partLimit }));
  const own = rowCoding(part.bytes, coding);
  const text = decodeAs(part.bytes, own.encoding).replace(/\r\n?/gu, '\n');
  const draft = await draftOfPart(text);
  if (draft === null) return fail(archiveError('line-no-text', { path }));
  const sha256 = createHash('sha256').update(part.bytes).digest('hex') as Sha256;
  const warnings = [...own.warnings, ...draft.warnings];
  return ok({
    ...draft,
    warnings,
    encoding: own.encoding,
    record: { start: part.start, end: part.end, sha256 },
  });
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const { head, complete, all } = await withHead(pieces, headLength);
  const collection = collectionOf(head, complete);
  if (collection === null) {
    await all.return(undefined);
    yield fail(archiveError('no-article', { path }));
    return;
  }
  const cutter = new PartCutter((line) => separatorOf(line)?.key === collection.key, collection.coding.mark);
  let count = 0;
  async function* results(
    parts: Iterable<TextPart>,
    from: Collection,
    isLast: boolean,
  ): AsyncGenerator<Result<Draft, ArchiveError>> {
    for (const part of parts) {
      if (signal?.aborted === true) return;
      if (part.start === part.end) continue;
      count += 1;
      const result = await readPart(part, from, path);
      const isNote = (count === 1 || isLast) && part.end - part.start <= longestNote;
      if (result.ok || !isNote) yield result;
    }
  }
  for await (const piece of all) {
    if (signal?.aborted === true) return;
    yield* results(cutter.take(piece), collection, false);
  }
  yield* results(cutter.last(), collection, true);
}

/**
 * Several articles in one text, with a line between them that recurs: signs, a form feed, `Document 1 of 20`. Strict: each part must
 * be an article of its own by its looks, so that one article with rules in it stays one.
 */
export const textCollection: RecordReader = {
  name: 'text-collection',
  version: 1,
  claims: ({ bytes }) =>
    collectionOf(Buffer.from(bytes.subarray(0, headLength)), bytes.length <= headLength) !== null,
  refuses: () => null,
  read: (source, signal) => readPieces(inOnePiece(source.bytes), source.path, signal),
  readPieces,
};
