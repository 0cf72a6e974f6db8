import type { ArticleWarning, Block } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import { detectLanguage } from '../text/language.ts';
import type { DecodedText } from '../text/decode.ts';
import { readDateline } from './dateline.ts';
import { withoutCapitals } from './line-kinds.ts';
import { isSummary } from './standfirst.ts';
import type { Line } from './lines.ts';
import { distinctLinks, isSectionHeading } from './page-foot.ts';
import { readPageBody } from './page-body.ts';
import type { PageBody } from './page-body.ts';
import { readPageHeader } from './page-header.ts';
import type { PageHeader } from './page-header.ts';
import { choosePublication, readOrigin } from './page-meta.ts';
import type { Draft, Reader, SourceFile } from './reader.ts';
import { decodeError, decodeWarnings, isMarkup, sourceText } from './source-text.ts';
import { textLines } from './text-lines.ts';

interface Page {
  readonly header: PageHeader;
  readonly body: PageBody;
}

/** Fewer signs than this, and a text is no page: see `PageHeader.signs`. */
const enoughSigns = 2;

/** What a file was read as when it was claimed: reading it then is nothing more. */
const pages = new WeakMap<DecodedText, Page | null>();

function pageOf(decoded: DecodedText): Page | null {
  const known = pages.get(decoded);
  if (known !== undefined) return known;
  const page = readPage(decoded);
  pages.set(decoded, page);
  return page;
}

function readPage(decoded: DecodedText): Page | null {
  const lines = textLines(decoded);
  const header = readPageHeader(lines);
  // What stands further down can only make a page of it with a heading of a section, or an address.
  if (header === null || (header.signs < enoughSigns && !hasSectionOrOrigin(lines))) return null;
  const body = readPageBody(lines, header.next);
  return body.blocks.length === 0 ? null : { header, body };
}

function hasSectionOrOrigin(lines: readonly Line[]): boolean {
  return lines.some(({ text }, at) => isSectionHeading(text) || readOrigin(lines, at) !== null);
}

function signs({ header, body }: Page): number {
  return header.signs + Math.min(2, 2 * body.sections) + (body.url === null || body.source === null ? 0 : 2);
}

/** The standfirst is the first paragraph when it sums up and others follow; it then is no block of the body. */
function withoutStandfirst(blocks: readonly Block[]): { standfirst: Block | null; rest: readonly Block[] } {
  const at = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const first = blocks[at];
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').length;
  if (first?.kind !== 'paragraph' || paragraphs < 2 || !isSummary(first.text))
    return { standfirst: null, rest: blocks };
  if (blocks.slice(0, at).some(({ kind }) => kind !== 'image')) return { standfirst: null, rest: blocks };
  return { standfirst: first, rest: blocks.filter((block) => block !== first) };
}

function wordsOf(headline: Line, blocks: readonly Block[]): string {
  const texts = blocks.map((block) => ('text' in block ? block.text : ''));
  return [headline.text, ...texts].join('\n');
}

/** The agency in the dateline of the first paragraph: `BADEN, Austria (Reuters) -`. */
function agencyOf(blocks: readonly Block[]): string | null {
  const first = blocks.find(({ kind }) => kind === 'paragraph');
  const agency = first?.kind === 'paragraph' ? (readDateline(first.text)?.source ?? null) : null;
  return agency === null ? null : withoutCapitals(agency);
}

function draftOf({ header, body }: Page, decoded: DecodedText): Draft {
  const { date, warnings } = choosePublication([...header.dates, ...body.dates]);
  const { standfirst, rest } = withoutStandfirst(body.blocks);
  const all: ArticleWarning[] = [...decodeWarnings(decoded), ...warnings];
  const { headline } = header;
  return {
    headline: headline.text,
    standfirst: standfirst?.kind === 'paragraph' ? standfirst.text : null,
    blocks: [...header.blocks, ...rest],
    byline: header.byline ?? body.byline,
    source: header.source ?? agencyOf(body.blocks) ?? body.source,
    section: header.section,
    language: detectLanguage(wordsOf(headline, body.blocks)),
    published: date?.found.date ?? null,
    url: header.url ?? body.url,
    listed: distinctLinks([...header.listed, ...body.listed]),
    warnings: all,
    places: {
      headline: { start: headline.start, end: headline.end },
      standfirst: standfirst?.place ?? null,
      published: date === null ? null : { start: date.line.start, end: date.line.end },
    },
    mediaType: 'text/plain',
    encoding: decoded.encoding,
  };
}

/**
 * Pages of news sites saved as text, with what stood around the article: a banner, navigation, a date line, captions,
 * crossheads, lists of other articles, services. Told by that shape; see docs of the parts in `page-*.ts`.
 */
export const pageText: Reader = {
  name: 'page-text',
  version: 1,
  claims(source: SourceFile): boolean {
    const decoded = sourceText(source);
    if (!decoded.ok || isMarkup(decoded.value.text)) return false;
    const page = pageOf(decoded.value);
    return page !== null && signs(page) >= enoughSigns;
  },
  async *read(source: SourceFile) {
    const decoded = sourceText(source);
    if (!decoded.ok) {
      yield fail(decodeError(decoded.error, source.path));
      return;
    }
    const page = pageOf(decoded.value);
    yield page === null
      ? fail(archiveError('no-article', { path: source.path }))
      : ok(draftOf(page, decoded.value));
  },
};
