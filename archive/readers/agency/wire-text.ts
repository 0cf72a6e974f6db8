import { createHash } from 'node:crypto';
import type { Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';
import { recordsOfPieces } from './record-cutter.ts';
import type { CutRecord, RecordMarks } from './record-cutter.ts';
import { readWireMessage } from './wire-message.ts';

/** Start of header, end of transmission (ISO 646). */
const marks: RecordMarks = { open: Buffer.from([0x01]), close: Buffer.from([0x04]), least: 16 };
/** A message is a few pages. In bytes. */
const longestMessage = 1_000_000;
const headLength = 1_500;

/**
 * Synchronisation signs, the start of a header, a service and a number, and the start of the text soon after, with
 * nothing but text and layout between.
 */
const beginning = /^[\x16\x7f\0\s]{0,100}\x01[A-Za-z]{1,4}\d{2,5}[^\0\x01-\x04]{0,1000}\x02/u;

function readRecord(
  { start, end, bytes }: CutRecord,
  number: number,
  file: string,
): Result<Draft, ArchiveError> {
  const path = `${file} › ${number}`;
  if (bytes === null) return fail(archiveError('record-broken', { path, detail: 'it is far too long' }));
  const read = readWireMessage(bytes);
  if (typeof read === 'string') return fail(archiveError('record-broken', { path, detail: read }));
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
  return ok({ ...read, record: { start, end, sha256 } });
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  let number = 0;
  for await (const records of recordsOfPieces(pieces, marks, longestMessage)) {
    if (signal?.aborted === true) return;
    for (const record of records) {
      number += 1;
      yield readRecord(record, number, path);
    }
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Messages of a news wire as they were transmitted, by IPTC 7901 or ANPA 1312: a header after SOH, the text after STX, date
 * and time after ETX, EOT at the end. A file may hold one or many.
 */
export const wireText: RecordReader = {
  name: 'wire-text',
  version: 1,
  claims: ({ bytes }: SourceFile) =>
    beginning.test(
      Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1'),
    ),
  refuses: () => null,
  read: ({ bytes, path }, signal) => readPieces(inOnePiece(bytes), path, signal),
  readPieces,
};
