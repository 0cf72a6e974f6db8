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
import { readReutersRecord } from './reuters-record.ts';

const marks: RecordMarks = { open: Buffer.from('<REUTERS'), close: Buffer.from('</REUTERS>'), least: 100 };
const headLength = 4_096;
const beginning =
  /^\s*(?:<!DOCTYPE\s+lewis\b[^>]{0,1000}>\s*)?<REUTERS\s[^>]{0,1000}\b(?:NEWID|OLDID|LEWISSPLIT|CGISPLIT)\s*=/iu;

function readRecord(
  { start, end, bytes, whole }: CutRecord,
  number: number,
  file: string,
): Result<Draft, ArchiveError> {
  if (bytes === null) {
    return fail(archiveError('record-broken', { path: `${file} › ${number}`, detail: 'it is far too long' }));
  }
  const { id, draft } = readReutersRecord(bytes.toString('latin1'), whole);
  if (draft === null) {
    const detail = 'its text is not divided into headline and body';
    return fail(archiveError('record-broken', { path: `${file} › ${id ?? number}`, detail }));
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
  return ok({ ...draft, record: { start, end, sha256 } });
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  let number = 0;
  for await (const records of recordsOfPieces(pieces, marks)) {
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
 * Reuters-21578 in SGML (D. Lewis, distribution 1.0): the newswire stories of 1987 between `<REUTERS>` and `</REUTERS>`. A
 * record without title and body, whose text nobody divided (`TYPE="UNPROC"`), is an error among the others.
 */
export const reutersSgml: RecordReader = {
  name: 'reuters-sgml',
  version: 1,
  claims: ({ bytes }: SourceFile) =>
    beginning.test(
      Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1'),
    ),
  refuses: () => null,
  read: ({ bytes, path }, signal) => readPieces(inOnePiece(bytes), path, signal),
  readPieces,
};
