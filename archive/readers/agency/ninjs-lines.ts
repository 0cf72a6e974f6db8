import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { lineLimit, linesOfPieces } from '../json-lines/record-lines.ts';
import type { RecordLine } from '../json-lines/record-lines.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';
import { draftOfArticle } from './agency-draft.ts';
import { readNinjs } from './ninjs-article.ts';
import { isNinjsValue } from './ninjs-claim.ts';
import { isObject } from './ninjs-values.ts';

/** So much of a file is looked at for its first two lines. */
const headLength = 4_000_000;
const file = { mediaType: 'application/jsonl', encoding: 'utf-8', warnings: [] } as const;

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

function readLine({ number, start, end, bytes }: RecordLine, name: string): Result<Draft, ArchiveError> {
  const path = `${name}:${number}`;
  if (bytes === null) return fail(archiveError('line-too-long', { path, limit: lineLimit }));
  if (!isUtf8(bytes)) return fail(archiveError('line-not-utf-8', { path }));
  const parsed = parse(bytes.toString('utf8'));
  if (parsed instanceof Error) return fail(archiveError('record-broken', { path, detail: 'it is no JSON' }));
  if (!isObject(parsed)) return fail(archiveError('line-not-object', { path }));
  const { article } = readNinjs(parsed);
  const draft = article === null ? null : draftOfArticle(article, file);
  if (draft === null) return fail(archiveError('line-no-text', { path }));
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
  return ok({ ...draft, record: { start, end, sha256 } });
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  for await (const lines of linesOfPieces(pieces)) {
    if (signal?.aborted === true) return;
    for (const line of lines) yield readLine(line, path);
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Two lines, each an object of its own: a single one is a file of ninjs, which `ninjs` reads. */
function claims({ bytes }: SourceFile): boolean {
  const first = bytes[0] === 0xef ? bytes[3] : bytes[0];
  if (first !== 0x7b) return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength));
  const end = head.indexOf(0x0a);
  if (end === -1) return false;
  const next = head.subarray(end).toString('latin1').slice(0, 1_000).trimStart();
  return (
    next.startsWith('{') &&
    isNinjsValue(parse(head.subarray(first === bytes[0] ? 0 : 3, end).toString('utf8')))
  );
}

/** JSON Lines whose lines are objects of ninjs (https://jsonlines.org): one article a line, in UTF-8. */
export const ninjsLines: RecordReader = {
  name: 'ninjs-lines',
  version: 1,
  claims,
  refuses: () => null,
  read: (source, signal) => readPieces(inOnePiece(source.bytes), source.path, signal),
  readPieces,
};
