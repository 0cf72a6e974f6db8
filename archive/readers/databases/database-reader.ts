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
import { draftOfRecord } from '../records/record-draft.ts';
import { isMarkup } from '../source-text.ts';
import { PartCutter, partLimit } from '../text-collection/part-cutter.ts';
import type { TextPart } from '../text-collection/part-cutter.ts';
import { databaseExport } from './database-export.ts';
import type { DatabaseExport } from './database-export.ts';

const headLength = 64 * 1024;

interface Found {
  readonly form: DatabaseExport;
  readonly coding: CsvCoding;
}

function exportOf(head: Buffer, complete: boolean): Found | null {
  const decoded = codingOf(head, complete);
  if (decoded === null || isWide(decoded.coding) || isMarkup(decoded.text)) return null;
  const form = databaseExport(decoded.text.replace(/\r\n?/gu, '\n'));
  return form === null ? null : { form, coding: decoded.coding };
}

function readPart(part: TextPart, { form, coding }: Found, file: string): Result<Draft, ArchiveError> | null {
  const path = `${file}:${part.line}`;
  if (part.bytes === null) return fail(archiveError('line-too-long', { path, limit: partLimit }));
  const own = rowCoding(part.bytes, coding);
  const record = form.record(decodeAs(part.bytes, own.encoding).replace(/\r\n?/gu, '\n'));
  if (record === null) return null;
  const draft = draftOfRecord(record, { mediaType: 'text/plain', encoding: own.encoding, map: null });
  if (draft === null) return fail(archiveError('line-no-text', { path }));
  const sha256 = createHash('sha256').update(part.bytes).digest('hex') as Sha256;
  const warnings = [...own.warnings, ...draft.warnings];
  return ok({ ...draft, warnings, record: { start: part.start, end: part.end, sha256 } });
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const { head, complete, all } = await withHead(pieces, headLength);
  const found = exportOf(head, complete);
  if (found === null) {
    await all.return(undefined);
    yield fail(archiveError('no-article', { path }));
    return;
  }
  const cutter = new PartCutter(found.form.separates, found.coding.mark);
  function* results(parts: Iterable<TextPart>, from: Found): Generator<Result<Draft, ArchiveError>> {
    for (const part of parts) {
      const result = part.start === part.end ? null : readPart(part, from, path);
      if (result !== null) yield result;
    }
  }
  for await (const piece of all) {
    if (signal?.aborted === true) return;
    yield* results(cutter.take(piece), found);
  }
  yield* results(cutter.last(), found);
}

/**
 * Texts that news databases export: LexisNexis and Nexis Uni (`1 of 20 DOCUMENTS`, `LENGTH: 612 words`, `LOAD-DATE:`), Dow Jones Factiva
 * (with its codes `HD`, `PD`, `LP`, `TD`, or without). Experimental: written after descriptions of these forms, not after real files.
 */
export const databaseText: RecordReader = {
  name: 'database-text',
  version: 1,
  claims: ({ bytes }) =>
    exportOf(Buffer.from(bytes.subarray(0, headLength)), bytes.length <= headLength) !== null,
  refuses: () => null,
  read: (source, signal) => readPieces(inOnePiece(source.bytes), source.path, signal),
  readPieces,
};
