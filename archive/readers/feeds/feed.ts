import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { ArticleWarning } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { decodeError, sourceText } from '../source-text.ts';
import { feedKindOf } from './feed-claims.ts';
import type { FeedDocument } from './feed-document.ts';
import { draftOfEntry } from './feed-draft.ts';
import { decodeFeed } from './feed-text.ts';
import { feedOfXml } from './feed-xml.ts';
import { feedOfJson } from './json-feed.ts';

/** A feed is held in memory as a whole: larger ones are exports. */
const feedLimit = 32_000_000;

/** A feed, whatever its format, with how its text was decoded. */
export interface ParsedFeed {
  readonly feed: FeedDocument;
  readonly encoding: string;
  readonly warnings: readonly ArticleWarning[];
}

/** Decodes and reads a file that is a feed. Error: why there is none in it. */
export function parseFeed(source: SourceFile): Result<ParsedFeed, ArchiveError> {
  const { path } = source;
  const decoded = decodeFeed(source);
  if (decoded === null) {
    const text = sourceText(source);
    return fail(text.ok ? archiveError('undecodable', { path }) : decodeError(text.error, path));
  }
  const isJson = feedKindOf(source.bytes) === 'json';
  const feed = isJson ? feedOfJson(decoded.text, source) : feedOfXml(decoded.text, source);
  if (feed !== null) return ok({ feed, encoding: decoded.encoding, warnings: decoded.warnings });
  const broken = archiveError('file-broken', { path, detail: 'the feed’s JSON is not complete' });
  return fail(isJson ? broken : archiveError('no-article', { path }));
}

async function* read(source: SourceFile, signal?: Cancellation): AsyncGenerator<Result<Draft, ArchiveError>> {
  const { path } = source;
  const parsed = parseFeed(source);
  if (!parsed.ok) {
    yield parsed;
    return;
  }
  const { entries, isCutOff } = parsed.value.feed;
  if (entries.length === 0) yield fail(archiveError('no-article', { path }));
  for (const [at, entry] of entries.entries()) {
    if (signal?.aborted === true) return;
    const draft = draftOfEntry(entry, parsed.value);
    const isLast = at === entries.length - 1;
    if (draft === null) {
      const place = `${path} › ${entry.id?.slice(0, 300) ?? at + 1}`;
      yield fail(archiveError('record-broken', { path: place, detail: 'it has neither a title nor a text' }));
    } else if (isCutOff && isLast) yield ok({ ...draft, warnings: [...draft.warnings, { code: 'cut-off' }] });
    else yield ok(draft);
  }
}

/**
 * Feeds: RSS 0.90 to 2.0, Atom 0.3 and 1.0, CDF, JSON Feed, each entry an article. docs/feeds.md says what is read from where.
 * Claims a file by its outermost element, or by the mark of JSON Feed; the exports of WordPress are not its business.
 */
export const feed: Reader = {
  name: 'feed',
  version: 1,
  limit: feedLimit,
  claims: ({ bytes }) => {
    const kind = feedKindOf(bytes);
    return kind === 'xml' || kind === 'json';
  },
  read,
};
