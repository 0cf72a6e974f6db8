import type { ArticleWarning, Block } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { detectLanguage } from '../../text/language.ts';
import { readLanguageTag } from '../records/record-language.ts';
import type { Draft } from '../reader.ts';
import { domainOf, firstAddress, listName } from './addresses.ts';
import { membersOf } from './attachments.ts';
import { mailBody } from './mail-body.ts';
import type { MailBody } from './mail-body.ts';
import { readMailDate } from './mail-date.ts';
import type { HeaderFields } from './mime/header-fields.ts';
import { readParts } from './mime/parts.ts';

const longestHeadline = 500;
const longestPart = 1_000;
const longestUrl = 4_000;
const mostKeywords = 100;
const madeWords = 10;
const madeLength = 80;
const languageSample = 20_000;

/** Headers that hold the address of what a mail brings: RFC 5064, Thunderbird's and rss2email's feeds. */
const addressHeaders = ['archived-at', 'x-rss-url', 'content-base', 'content-location', 'x-url'] as const;

function urlOf(headers: HeaderFields): string | null {
  for (const name of addressHeaders) {
    const value = (headers.text(name) ?? '').replace(/^<|>$/gu, '').trim();
    if (value.length <= longestUrl && /^https?:\/\/[^\s/]\S*$/iu.test(value)) return value;
  }
  return null;
}

interface Origin {
  readonly byline: string | null;
  readonly source: string | null;
}

/** A newsletter has a source, which its list or its domain names; a letter only somebody who wrote it. */
function originOf(headers: HeaderFields): Origin {
  const from = firstAddress(headers.text('from') ?? headers.text('sender'));
  const isList = headers.raw('list-id') !== null || headers.raw('list-unsubscribe') !== null;
  const writer = (from.name ?? from.address)?.slice(0, longestPart) ?? null;
  if (!isList) return { byline: writer, source: null };
  const source = listName(headers.text('list-id')) ?? domainOf(from.address) ?? from.name;
  return { byline: writer === source ? null : writer, source: source?.slice(0, longestPart) ?? null };
}

function keywordsOf(headers: HeaderFields): readonly string[] {
  const words = (headers.text('keywords') ?? '').split(/[,;]/u).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== '' && word.length <= longestPart))].slice(
    0,
    mostKeywords,
  );
}

function wordsOf(block: Block): string {
  if ('text' in block) return block.text;
  return 'items' in block ? block.items.join(' ') : '';
}

function madeHeadline(blocks: readonly Block[]): string {
  const text = blocks.map(wordsOf).find((words) => words !== '') ?? '';
  let made = text.split(' ', madeWords).join(' ');
  while (made.length > madeLength && made.includes(' ')) made = made.slice(0, made.lastIndexOf(' '));
  const short = made.slice(0, madeLength);
  return short.length < text.length ? `${short.replace(/[\s,;:.–—-]+$/u, '')}…` : short;
}

function languageOf(headers: HeaderFields, headline: string, blocks: readonly Block[]): string | null {
  const named = readLanguageTag((headers.raw('content-language') ?? '').split(',')[0] ?? '');
  if (named !== null) return named;
  let sample = headline;
  for (const block of blocks) {
    if (sample.length >= languageSample) break;
    sample += `\n${wordsOf(block)}`;
  }
  return detectLanguage(sample.slice(0, languageSample));
}

/** Of the same kind, one warning is enough. */
function distinct(warnings: readonly ArticleWarning[]): readonly ArticleWarning[] {
  const seen = new Set<string>();
  return warnings.filter(({ code }) => !seen.has(code) && seen.add(code));
}

function refusal(body: MailBody, path: string): ArchiveError {
  return body.isEncrypted ? archiveError('encrypted', { path }) : archiveError('no-article', { path });
}

/** What a draft is made for: its place in messages, and the reader that opens its attachments again. */
export interface MailOrigin {
  readonly path: string;
  readonly reader: string;
  readonly span: { readonly start: number; readonly end: number } | null;
}

/** A mail (RFC 5322 with MIME) as an article. Errors: `no-article` (no text and no attachment), `encrypted`. */
export function draftOfMail(bytes: Uint8Array, origin: MailOrigin): Result<Draft, ArchiveError> {
  const mail = readParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { headers } = mail;
  const body = mailBody(mail);
  const subject = headers.text('subject');
  const given = subject === null || subject.length > longestHeadline ? null : subject;
  const attached = membersOf(body.attached, origin);
  if (body.blocks.length === 0 && attached.length === 0) return fail(refusal(body, origin.path));
  const headline = given ?? (body.blocks.length > 0 ? madeHeadline(body.blocks) : (attached[0]?.name ?? ''));
  const dated = readMailDate(headers.text('date'));
  const made: readonly ArticleWarning[] = given === null ? [{ code: 'headline-made' }] : [];
  const keywords = keywordsOf(headers);
  return ok({
    headline,
    standfirst: null,
    blocks: body.blocks,
    ...originOf(headers),
    section: null,
    language: languageOf(headers, headline, body.blocks),
    published: dated.date,
    url: urlOf(headers),
    listed: [],
    warnings: distinct([...body.warnings, ...made, ...dated.warnings]),
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'message/rfc822',
    encoding: body.encoding,
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(attached.length > 0 ? { attached } : {}),
  });
}
