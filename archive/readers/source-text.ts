import type { ArticleWarning } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import { archiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { decodeText } from '../text/decode.ts';
import type { DecodedText, DecodeFailure } from '../text/decode.ts';
import type { SourceFile } from './reader.ts';

const decoded = new WeakMap<Uint8Array, Result<DecodedText, DecodeFailure>>();

/** The text of a file, decoded once for all readers that are asked about it. */
export function sourceText(source: SourceFile): Result<DecodedText, DecodeFailure> {
  const known = decoded.get(source.bytes);
  if (known !== undefined) return known;
  const fresh = decodeText(source.bytes);
  decoded.set(source.bytes, fresh);
  return fresh;
}

/** The error of a file that cannot be decoded. */
export function decodeError(failure: DecodeFailure, path: string): ArchiveError {
  return archiveError(failure, { path });
}

/** What a careful person should know about how a text was decoded. */
export function decodeWarnings({ encoding, confidence, lost }: DecodedText): ArticleWarning[] {
  const warnings: ArticleWarning[] = [];
  if (confidence !== null) warnings.push({ code: 'encoding-guessed', encoding, confidence });
  if (lost > 0) warnings.push({ code: 'characters-lost', count: lost });
  return warnings;
}

const markup =
  /^\s*(?:<(?:!doctype|!--|\?xml|html|head|body|rss|feed|div|p|nitf|newsml|script|style|svg|mpd|smil)\b|#EXTM3U| ?CDX(?: [A-Za-z]){3}|\{\s*"|\[\s*\{|WARC\/\d|\{\\rtf|From \S+@\S+ |MIME-Version:|Return-Path:)/iu;

/** Text that is written for a machine (HTML, XML, JSON, mail, WARC, RTF): other readers' business, never prose. */
export function isMarkup(text: string): boolean {
  return markup.test(text.slice(0, 1_000));
}
