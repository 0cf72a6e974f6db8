import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { decodeText } from '../../text/decode.ts';
import { lineLimit, linesOfPieces } from './record-lines.ts';
import type { RecordLine } from './record-lines.ts';
import { draftOfRecord, isArticleRecord } from '../records/record-draft.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';

/** So much of a file shows whether it is JSON Lines. */
const headLength = 64 * 1024;

const opening = /^\s*\{/u;
/** The first line of a large article is not over where the head is: then its keys are all there is to see. */
const articleKey = /"(?:headline|title|body|text|content)"\s*:/u;

function firstLine(text: string): { readonly line: string; readonly whole: boolean } | null {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end);
    if (line.trim() !== '') return { line, whole: end !== -1 };
    if (end === -1) return null;
    start = end + 1;
  }
  return null;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

/** Whether text begins as JSON Lines of articles do; `complete` says that it is all of the file. */
function beginsWithArticle(text: string, complete: boolean): boolean {
  const first = firstLine(text);
  if (first === null || !opening.test(first.line)) return false;
  const parsed = parse(first.line);
  if (!(parsed instanceof Error)) return isArticleRecord(parsed);
  return !first.whole && !complete && articleKey.test(first.line);
}

/** The beginning of a file as text, and its encoding; null when it is no text. */
function headOf(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | null {
  const head = bytes.subarray(0, headLength);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  // UTF-16 without a mark has a NUL before or after the brace.
  if (!isWide && head[0] !== 0 && head[1] !== 0) {
    return { text: new TextDecoder('utf-8').decode(head), encoding: 'utf-8' };
  }
  const decoded = decodeText(head.subarray(0, head.length - (head.length % 2)));
  return decoded.ok ? decoded.value : null;
}

/** `bytes` may be the beginning of a larger file; it is taken to be when it fills the head or more. */
function encodingOf(bytes: Uint8Array): string | null {
  const head = headOf(bytes);
  if (head === null) return null;
  return beginsWithArticle(head.text, bytes.length < headLength) ? head.encoding : null;
}

/** The engine's own message quotes a part of the line and differs between versions: the place is enough. */
function whyBad({ message }: Error): string {
  if (/end of|unterminated/iu.test(message)) return 'it ends in the middle';
  const place = /position (\d+)/u.exec(message)?.[1];
  return place === undefined ? 'a character is out of place' : `at character ${Number(place) + 1}`;
}

function readLine({ number, start, end, bytes }: RecordLine, file: string): Result<Draft, ArchiveError> {
  const path = `${file}:${number}`;
  if (bytes === null) return fail(archiveError('line-too-long', { path, limit: lineLimit }));
  if (!isUtf8(bytes)) return fail(archiveError('line-not-utf-8', { path }));
  const parsed = parse(bytes.toString('utf8'));
  if (parsed instanceof Error) {
    return fail(archiveError('line-not-json', { path, detail: whyBad(parsed) }));
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return fail(archiveError('line-not-object', { path }));
  }
  const draft = draftOfRecord(parsed as Readonly<Record<string, unknown>>);
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

function refuses({ bytes, path }: SourceFile): ArchiveError | null {
  const encoding = encodingOf(bytes);
  if (encoding === null || encoding === 'utf-8') return null;
  return archiveError('json-lines-encoding', { path, encoding });
}

async function* read(source: SourceFile, signal?: Cancellation): AsyncGenerator<Result<Draft, ArchiveError>> {
  const refused = refuses(source);
  if (refused === null) yield* readPieces(inOnePiece(source.bytes), source.path, signal);
  else yield fail(refused);
}

/**
 * JSON Lines (https://jsonlines.org): one article a line, as a JSON object in UTF-8. docs/json-lines.md says which keys
 * are read. Claims a file whose first line that is not blank is an object with a headline or a text.
 */
export const jsonLines: RecordReader = {
  name: 'json-lines',
  version: 1,
  claims: ({ bytes }: SourceFile) => encodingOf(bytes) !== null,
  refuses,
  read,
  readPieces,
};
