import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';
import { inOnePiece, withHead } from '../records/byte-window.ts';
import type { FieldMap } from '../../model/field-map.ts';
import { draftOfRecord } from '../records/record-draft.ts';
import type { RecordObject } from '../records/record-fields.ts';
import { articleContainers } from './json-containers.ts';
import { elementLimit, JsonElements } from './json-elements.ts';
import type { JsonElement } from './json-elements.ts';
import { whyBadJson } from './parse-json.ts';

/** So much of a file shows whether it is JSON with articles in it. */
const headLength = 64 * 1024;
/** So much is looked at before it is decided where the articles are. */
const surveyLength = 8_000_000;

const opening = /^[\ufeff\s]*[[{]/u;

/** UTF-16 shows in the first two bytes: a mark, or the NUL beside a bracket. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || (bytes.length > 3 && (first === 0) !== (second === 0));
}

function claims({ bytes }: SourceFile, map: FieldMap | null): boolean {
  const head = Buffer.from(bytes.subarray(0, headLength));
  const complete = bytes.length < headLength;
  const text = isWide(head) ? narrowed(head) : head;
  if (!opening.test(text.toString('utf8', 0, 1_000))) return false;
  return articleContainers(text, complete, map).size > 0;
}

/** UTF-16 as UTF-8, only to see what it is. */
function narrowed(bytes: Buffer): Buffer {
  const isBig = bytes[0] === 0xfe || bytes[0] === 0;
  return Buffer.from(new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(bytes));
}

function refuses({ bytes, path }: SourceFile): ArchiveError | null {
  return isWide(bytes) ? archiveError('unsupported', { path, detail: 'JSON that is not in UTF-8' }) : null;
}

function readElement(
  { start, end, bytes, value }: JsonElement,
  path: string,
  map: FieldMap | null,
): Result<Draft, ArchiveError> {
  if (bytes === null) return fail(archiveError('line-too-long', { path, limit: elementLimit }));
  if (!isUtf8(bytes)) return fail(archiveError('line-not-utf-8', { path }));
  if (value instanceof Error) return fail(archiveError('line-not-json', { path, detail: whyBadJson(value) }));
  const format = { mediaType: 'application/json', encoding: 'utf-8', map };
  const draft = draftOfRecord(value as RecordObject, format);
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
  const { head, complete, all } = await withHead(pieces, surveyLength);
  const containers = articleContainers(head, complete, map);
  if (containers.size === 0) {
    await all.return(undefined);
    yield fail(archiveError('no-article', { path }));
    return;
  }
  const elements = new JsonElements(containers, map);
  let number = 0;
  function* results(found: Iterable<JsonElement>): Generator<Result<Draft, ArchiveError>> {
    for (const element of found) {
      number += 1;
      const result = readElement(element, `${path} › ${number}`, map);
      // Beside the articles of an object there may be anything: `{"status": {…}, "first": {article}}`.
      if (result.ok || element.inList || result.error.code !== 'line-no-text') yield result;
    }
  }
  for await (const piece of all) {
    if (signal?.aborted === true) return;
    yield* results(elements.take(piece));
  }
  yield* results(elements.last());
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

/** A reader of JSON that takes articles' parts from the fields of a map. */
export function jsonReader(map: FieldMap | null): RecordReader {
  return {
    name: 'json',
    version: 1,
    claims: (source) => claims(source, map),
    refuses,
    read: (source, signal) => read(source, map, signal),
    readPieces: (pieces, path, signal) => readPieces(pieces, path, map, signal),
  };
}

/**
 * One JSON document (RFC 8259) with articles: a list of objects, an object with such lists inside (`articles`,
 * `response.docs`, any other), objects by their ids, or one article. docs/records.md says which fields are read. Formats of
 * their own that are JSON (ninjs, JSON Feed) must be asked before.
 */
export const json: RecordReader = jsonReader(null);
