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
import { articleContainers } from '../json/json-containers.ts';
import { JsonScanner } from '../json/json-scanner.ts';
import { whyBadJson } from '../json/parse-json.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';
import { inOnePiece } from '../records/byte-window.ts';
import type { FieldMap } from '../../model/field-map.ts';
import { roleOf } from '../records/field-names.ts';
import { draftOfRecord, isArticleRecord } from '../records/record-draft.ts';
import type { RecordObject } from '../records/record-fields.ts';

/** So much of a file shows whether it is JSON Lines. */
const headLength = 64 * 1024;

const notJson = new SyntaxError('Unexpected token');
const firstBytes: ReadonlySet<number> = new Set(Buffer.from(' \t\r{["-0123456789tfn'));

const opening = /^\s*\{/u;
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

/** The first line of a large article is not over where the head is: then its own names are all there is to see. */
function namesAnArticle(line: string): boolean {
  const scanner = new JsonScanner(null);
  scanner.take(Buffer.from(line));
  const [outermost] = scanner.openNames();
  const parts = outermost?.names.map(roleOf) ?? [];
  return parts.some((role) => role?.weak === false && (role.part === 'headline' || role.part === 'body'));
}

/** An object without a text of its own around a list of articles is a document of JSON, on one line. */
function holdsArticles(line: string): boolean {
  const containers = articleContainers(Buffer.from(line), true, null);
  return containers.size > 0 && !containers.has('^');
}

/** Whether text begins as JSON Lines of articles do; `complete` says that it is all of the file. */
function beginsWithArticle(text: string, complete: boolean, map: FieldMap | null): boolean {
  const first = firstLine(text);
  if (first === null || !opening.test(first.line)) return false;
  const parsed = parse(first.line);
  if (parsed instanceof Error) return !first.whole && !complete && namesAnArticle(first.line);
  return isArticleRecord(parsed, map) && !holdsArticles(first.line);
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
function encodingOf(bytes: Uint8Array, map: FieldMap | null = null): string | null {
  const head = headOf(bytes);
  if (head === null) return null;
  return beginsWithArticle(head.text, bytes.length < headLength, map) ? head.encoding : null;
}

/** Whether a line can be JSON by its first character. To throw and catch for each line of a text that is none is slow. */
function beginsValue(bytes: Buffer): boolean {
  return bytes.length > 0 && firstBytes.has(bytes[0] ?? 0);
}

function readLine(
  { number, start, end, bytes }: RecordLine,
  file: string,
  map: FieldMap | null,
): Result<Draft, ArchiveError> {
  const path = `${file}:${number}`;
  if (bytes === null) return fail(archiveError('line-too-long', { path, limit: lineLimit }));
  if (!isUtf8(bytes)) return fail(archiveError('line-not-utf-8', { path }));
  const parsed = beginsValue(bytes) ? parse(bytes.toString('utf8')) : notJson;
  if (parsed instanceof Error) {
    return fail(archiveError('line-not-json', { path, detail: whyBadJson(parsed) }));
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return fail(archiveError('line-not-object', { path }));
  }
  const draft = draftOfRecord(parsed as RecordObject, {
    mediaType: 'application/jsonl',
    encoding: 'utf-8',
    map,
  });
  if (draft === null) return fail(archiveError('line-no-text', { path }));
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
  return ok({ ...draft, record: { start, end, sha256 } });
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  map: FieldMap | null,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  for await (const lines of linesOfPieces(pieces)) {
    if (signal?.aborted === true) return;
    for (const line of lines) yield readLine(line, path, map);
  }
}

function refuses({ bytes, path }: SourceFile): ArchiveError | null {
  const encoding = encodingOf(bytes);
  if (encoding === null || encoding === 'utf-8') return null;
  return archiveError('json-lines-encoding', { path, encoding });
}

async function* read(
  source: SourceFile,
  map: FieldMap | null,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const refused = refuses(source);
  if (refused === null) yield* readPieces(inOnePiece(source.bytes), source.path, map, signal);
  else yield fail(refused);
}

/** A reader of JSON Lines that takes articles' parts from the fields of a map. */
export function jsonLinesReader(map: FieldMap | null): RecordReader {
  return {
    name: 'json-lines',
    version: 2,
    claims: ({ bytes }) => encodingOf(bytes, map) !== null,
    refuses,
    read: (source, signal) => read(source, map, signal),
    readPieces: (pieces, path, signal) => readPieces(pieces, path, map, signal),
  };
}

/**
 * JSON Lines (https://jsonlines.org): one article a line, as a JSON object in UTF-8. docs/json-lines.md says which keys
 * are read. Claims a file whose first line that is not blank is an object with a headline or a text.
 */
export const jsonLines: RecordReader = jsonLinesReader(null);
