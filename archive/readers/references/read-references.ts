import { createHash } from 'node:crypto';
import type { Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { decodeAs } from '../../text/decode.ts';
import { codingOf, rowCoding } from '../csv/csv-text.ts';
import type { CsvCoding } from '../csv/csv-text.ts';
import type { Draft } from '../reader.ts';
import { ByteWindow, withHead } from '../records/byte-window.ts';
import { draftOfRecord } from '../records/record-draft.ts';
import type { RecordObject } from '../records/record-fields.ts';

/** A format of references: where one begins and ends among lines, and what is in it. */
export interface ReferenceFormat {
  readonly begins: (line: string) => boolean;
  /** Whether a line is the last of a reference; null for formats in which the next one ends it. */
  readonly ends: ((line: string) => boolean) | null;
  readonly mediaType: string;
  /** Its fields under the names of our parts; null when it is no reference but something else of the format. */
  readonly record: (text: string) => RecordObject | null;
  /** Why a reference cannot be read; null when nothing tells. */
  readonly problem: ((text: string) => string | null) | null;
}

/** A reference longer than this, in bytes, is passed over. */
const referenceLimit = 2_000_000;
const headLength = 64 * 1024;
const lineFeed = 0x0a;
/** In bytes: no mark of a beginning or an end is longer. */
const markLength = 200;

interface Span {
  readonly line: number;
  readonly start: number;
  readonly bytes: Buffer | null;
}

/** Cuts lines that come in pieces into references. What stands between them is none of them. */
class ReferenceCutter {
  private readonly window = new ByteWindow();
  private readonly format: ReferenceFormat;
  private lineStart: number;
  private line = 1;
  private open: { readonly start: number; readonly line: number } | null = null;

  constructor(format: ReferenceFormat, mark: number) {
    this.format = format;
    this.lineStart = mark;
  }

  *take(piece: Uint8Array, isLast = false): Generator<Span> {
    const { window } = this;
    const seen = window.end;
    window.append(piece);
    const base = window.start;
    const held = window.slice(base, window.end);
    for (let from = Math.max(seen, this.lineStart); this.lineStart < window.end; from = this.lineStart) {
      const found = held.indexOf(lineFeed, from - base);
      if (found === -1 && !isLast) break;
      const end = found === -1 ? window.end : base + found + 1;
      const text = held.toString(
        'latin1',
        this.lineStart - base,
        Math.min(end, this.lineStart + markLength) - base,
      );
      yield* this.oneLine(text, end, held, base);
      this.lineStart = end;
      this.line += 1;
    }
    if (isLast) yield* this.close(window.end, held, base);
    const start = this.open?.start ?? this.lineStart;
    window.release(window.end - start > referenceLimit ? this.lineStart : start);
  }

  private *oneLine(text: string, end: number, held: Buffer, base: number): Generator<Span> {
    if (this.format.begins(text)) {
      yield* this.close(this.lineStart, held, base);
      this.open = { start: this.lineStart, line: this.line };
    } else if (this.format.ends?.(text) === true) yield* this.close(end, held, base);
  }

  private *close(end: number, held: Buffer, base: number): Generator<Span> {
    const { open } = this;
    this.open = null;
    if (open === null) return;
    const { start, line } = open;
    if (start < base || end - start > referenceLimit) {
      yield { line, start, bytes: null };
      return;
    }
    let to = end;
    while (to > start && (held[to - 1 - base] ?? 0) <= 0x20) to -= 1;
    yield { line, start, bytes: held.subarray(start - base, to - base) };
  }
}

function read({ line, start, bytes }: Span, format: ReferenceFormat, coding: CsvCoding, file: string) {
  const path = `${file}:${line}`;
  if (bytes === null) return fail(archiveError('line-too-long', { path, limit: referenceLimit }));
  const own = rowCoding(bytes, coding);
  const text = decodeAs(bytes, own.encoding).replace(/\r\n?/gu, '\n');
  const detail = format.problem?.(text) ?? null;
  if (detail !== null) return fail(archiveError('record-broken', { path, detail }));
  const record = format.record(text);
  if (record === null) return null;
  const draft = draftOfRecord(record, { mediaType: format.mediaType, encoding: own.encoding, map: null });
  if (draft === null) return fail(archiveError('line-no-text', { path }));
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
  const warnings = [...own.warnings, ...draft.warnings];
  return ok({ ...draft, warnings, record: { start, end: start + bytes.length, sha256 } });
}

/** In characters: a longer abstract is the text itself, a shorter note says where something stands or when it was looked up. */
const longestAbstract = 3_000;
const shortestNote = 200;

/** Abstract and notes of a reference, as standfirst and text. */
export function wordsOf(abstract: string | null, notes: readonly (string | null)[]): RecordObject {
  const long = notes.filter((note): note is string => note !== null && note.length >= shortestNote);
  const isText = abstract !== null && abstract.length > longestAbstract;
  const body = isText ? [abstract, ...long] : long;
  return { standfirst: isText ? null : abstract, body: body.join('\n\n') };
}

/** The references of a file, each with its bytes. */
export async function* readReferences(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  format: ReferenceFormat,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const { head, complete, all } = await withHead(pieces, headLength);
  const coding = codingOf(head, complete)?.coding ?? null;
  if (coding === null) {
    await all.return(undefined);
    yield fail(archiveError('no-article', { path }));
    return;
  }
  const cutter = new ReferenceCutter(format, coding.mark);
  function* results(spans: Iterable<Span>, known: CsvCoding): Generator<Result<Draft, ArchiveError>> {
    for (const span of spans) {
      const result = read(span, format, known, path);
      if (result !== null) yield result;
    }
  }
  for await (const piece of all) {
    if (signal?.aborted === true) return;
    yield* results(cutter.take(piece), coding);
  }
  yield* results(cutter.take(new Uint8Array(), true), coding);
}
