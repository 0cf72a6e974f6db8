import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import type { ArticleWarning, Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, RecordReader, SourceFile } from '../reader.ts';
import { inOnePiece } from '../records/byte-window.ts';
import { feedKindOf } from './feed-claims.ts';
import { ItemCutter } from './item-cutter.ts';
import type { ItemBytes } from './item-cutter.ts';
import { itemOf, siteOf } from './wordpress-item.ts';
import type { WordPressSite } from './wordpress-item.ts';

/** In bytes: an item that is longer is passed over, and no more of what stands before the items is looked at. */
const itemLimit = 64_000_000;

/** Exports are in the encoding of their site, which is UTF-8 unless the site is very old. */
function encodingOf(head: Buffer): string {
  const named = /^[^<]{0,100}<\?xml[^>]{0,500}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/u.exec(
    head.toString('latin1', 0, 1_000),
  );
  const label = named?.[1]?.toLowerCase() ?? 'utf-8';
  return iconv.encodingExists(label) && !/^(?:utf|ucs)-?(?:16|32|2)/u.test(label) ? label : 'utf-8';
}

/** The words of an item, in another encoding than the declared one when only that has no loss. */
function decode(bytes: Buffer, encoding: string): { text: string; warnings: readonly ArticleWarning[] } {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), warnings: [] };
  const text = iconv.decode(bytes, encoding);
  const lost = text.match(/\ufffd/gu)?.length ?? 0;
  return { text, warnings: lost === 0 ? [] : [{ code: 'characters-lost', count: lost }] };
}

class ExportReading {
  private readonly cutter: ItemCutter;
  private readonly path: string;
  private site: WordPressSite | null = null;
  private count = 0;
  private posts = 0;

  constructor(path: string) {
    this.path = path;
    this.cutter = new ItemCutter(itemLimit);
  }

  *take(piece: Uint8Array): Generator<Result<Draft, ArchiveError>> {
    yield* this.results(this.cutter.take(piece));
  }

  *finish(): Generator<Result<Draft, ArchiveError>> {
    yield* this.results(this.cutter.last());
    if (this.posts === 0) yield fail(archiveError('no-article', { path: this.path }));
  }

  private *results(items: readonly ItemBytes[]): Generator<Result<Draft, ArchiveError>> {
    for (const item of items) {
      this.count += 1;
      const result = this.read(item);
      if (result === null) continue;
      this.posts += 1;
      yield result;
    }
  }

  /** Null for what is no article. */
  private read({ start, end, bytes, isBroken }: ItemBytes): Result<Draft, ArchiveError> | null {
    if (bytes === null) return this.broken(`it is longer than ${itemLimit / 1_000_000} MB`);
    const head = this.cutter.head ?? Buffer.alloc(0);
    const encoding = encodingOf(head);
    this.site ??= siteOf(decode(head, encoding).text, encoding);
    const { text, warnings } = decode(bytes, encoding);
    const cut: readonly ArticleWarning[] = isBroken ? [{ code: 'cut-off' }] : [];
    const item = itemOf(text, this.site, [...warnings, ...cut]);
    if (item.kind === 'other') return null;
    if (item.kind === 'empty') return this.broken('it has neither a title nor a text');
    const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
    return ok({ ...item.draft, record: { start, end, sha256 } });
  }

  private broken(detail: string): Result<Draft, ArchiveError> {
    return fail(archiveError('record-broken', { path: `${this.path} › item ${this.count}`, detail }));
  }
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const reading = new ExportReading(path);
  for await (const piece of pieces) {
    for (const result of reading.take(piece)) {
      if (signal?.aborted === true) return;
      yield result;
    }
    if (signal?.aborted === true) return;
  }
  yield* reading.finish();
}

/** Bytes of two or four a character have NULs in every tag. */
function refuses({ bytes, path }: SourceFile): ArchiveError | null {
  const isWide = bytes.subarray(0, 8).includes(0) || (bytes[0] ?? 0) >= 0xfe;
  return isWide ? archiveError('unsupported', { path, detail: 'a WordPress export in UTF-16' }) : null;
}

async function* read(source: SourceFile, signal?: Cancellation): AsyncGenerator<Result<Draft, ArchiveError>> {
  const refused = refuses(source);
  if (refused === null) yield* readPieces(inOnePiece(source.bytes), source.path, signal);
  else yield fail(refused);
}

/**
 * Exports of WordPress (WXR 1.0 to 1.2), of any size: RSS with a namespace of WordPress's own, which other systems write too.
 * Each published post or page is an article, its `item` element the record. docs/feeds.md says what is read from where.
 */
export const wordpress: RecordReader = {
  name: 'wordpress',
  version: 1,
  claims: ({ bytes }) => feedKindOf(bytes) === 'wordpress',
  refuses,
  read,
  readPieces,
};
