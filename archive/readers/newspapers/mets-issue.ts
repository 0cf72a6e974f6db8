import type { ArticleWarning, Block } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { isCapitals, isProse, wordCount } from '../line-kinds.ts';
import { KnownWords, joinTwoLines } from '../pdf/join-lines.ts';
import type { Draft } from '../reader.ts';
import { languageOf, madeHeadline } from '../records/record-draft.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { pageArticle } from './alto.ts';
import { IssuePages } from './issue-pages.ts';
import type { AltoSource } from './issue-pages.ts';
import { issueDate, mergedMetadata, readMetsMetadata } from './mets-metadata.ts';
import type { MetsMetadata } from './mets-metadata.ts';
import { readMetsStructure } from './mets-structure.ts';
import type { MetsArticle, MetsPart, MetsRole, MetsStructure } from './mets-structure.ts';
import type { MetsArea } from './mets-files.ts';

/** An article of an issue. */
export interface IssueDraft {
  readonly draft: Draft;
  /** Its number among the articles that the METS file names, from 0: the same whatever pages are there. */
  readonly ordinal: number;
}

const longestHeadline = 500;
/** What one article, and one issue, may have, in UTF-16 units: a hostile file names the same page again and again. */
const longestArticle = 2_000_000;
const longestIssue = 20_000_000;

interface ReadPart {
  readonly role: MetsRole;
  readonly text: string;
}

interface ReadArticle {
  readonly parts: readonly ReadPart[];
  /** Addresses of pages that are not there. */
  readonly missing: ReadonlySet<string>;
}

async function textsOf(
  areas: readonly MetsArea[],
  pages: IssuePages,
  missing: Set<string>,
): Promise<readonly string[]> {
  const texts: string[] = [];
  let length = 0;
  for (const { href, begin, end } of areas) {
    if (length > longestArticle || pages.length > longestIssue) break;
    const page = await pages.page(href);
    if (page === null) missing.add(href);
    else {
      const found = begin === null ? page.paragraphs : page.between(begin, end);
      for (const { text } of found) length += text.length;
      texts.push(...found.map(({ text }) => text));
    }
  }
  pages.length += length;
  return texts;
}

/** A part of several areas is one paragraph; an area of several blocks is as many. */
async function readPart(
  part: MetsPart,
  pages: IssuePages,
  missing: Set<string>,
): Promise<readonly ReadPart[]> {
  const texts = await textsOf(part.areas, pages, missing);
  const isOne = part.areas.length > 1 || part.role !== 'text';
  if (!isOne) return texts.map((text) => ({ role: part.role, text }));
  const known = new KnownWords();
  const whole = texts.reduce((text, next) => (text === '' ? next : joinTwoLines(text, next, known)), '');
  return whole === '' ? [] : [{ role: part.role, text: whole }];
}

async function readArticle({ parts }: MetsArticle, pages: IssuePages): Promise<ReadArticle> {
  const missing = new Set<string>();
  const read: ReadPart[] = [];
  const before = pages.length;
  for (const part of parts) {
    if (pages.length - before > longestArticle) break;
    read.push(...(await readPart(part, pages, missing)));
  }
  return { parts: read, missing };
}

function blockOf({ role, text }: ReadPart): Block {
  if (role === 'caption') return { kind: 'image', caption: text, legend: null, place: null };
  return { kind: role === 'heading' ? 'crosshead' : 'paragraph', text, place: null };
}

/** A label that a program cut or put there by itself is no headline. */
function titleFrom(label: string): string | null {
  return label === '' || /(?:\.\.\.|…)$|PLACEHOLDER|^untitled/iu.test(label) ? null : label;
}

interface Issue {
  readonly metadata: MetsMetadata;
  readonly newspaper: string | null;
}

interface ReadPage extends ReadArticle {
  readonly words: Words | null;
}

interface DraftSource {
  readonly article: MetsArticle;
  readonly read: ReadArticle;
}

interface Words {
  readonly headline: string;
  readonly made: boolean;
  readonly standfirst: string | null;
  readonly blocks: readonly Block[];
}

/** A short first line stands for a headline where the file does not say which is. */
function takeFirstLine(blocks: readonly Block[]): Words | null {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || rest.length === 0) return null;
  const { text } = first;
  const isShort = wordCount(text) <= 15 && (isCapitals(text) || !isProse(text));
  return isShort ? { headline: text, made: false, standfirst: null, blocks: rest } : null;
}

/** Headline and text; null when there are no words. */
function wordsOf(article: MetsArticle, { parts }: ReadArticle, own: MetsMetadata): Words | null {
  const of = (role: MetsRole): string =>
    parts
      .filter((part) => part.role === role)
      .map(({ text }) => text)
      .join(' ');
  const blocks = parts.filter(({ role }) => /^(?:text|heading|caption)$/u.test(role)).map(blockOf);
  const printed = of('headline');
  const given = printed === '' ? (titleFrom(own.title) ?? titleFrom(article.label)) : printed;
  const standfirst = of('subtitle') === '' ? null : of('subtitle');
  const first = blocks.find((block) => block.kind === 'paragraph');
  if (first === undefined && (given === null || standfirst === null)) return null;
  if (given !== null && given.length <= longestHeadline)
    return { headline: given, made: false, standfirst, blocks };
  const line = given === null ? takeFirstLine(blocks) : null;
  if (line !== null) return { ...line, standfirst };
  const text = first?.kind === 'paragraph' ? first.text : (given ?? '');
  return { headline: madeHeadline(text), made: true, standfirst, blocks };
}

function warningsOf(
  words: Words,
  missing: ReadonlySet<string>,
  dated: ReturnType<typeof issueDate>,
): ArticleWarning[] {
  const files = [...missing].slice(0, 5).join(', ');
  const warnings: ArticleWarning[] = [
    ...(words.made ? [{ code: 'headline-made' } as const] : []),
    ...(files === '' ? [] : [{ code: 'part-missing', part: `what stands in ${files}` } as const]),
    ...dated.warnings,
  ];
  if (dated.date === null && !warnings.some(({ code }) => code === 'undated'))
    warnings.push({ code: 'undated' });
  return warnings;
}

/** Where a page stands: `Evening edition, page 3`. */
function sectionOf(article: MetsArticle, own: MetsMetadata, { metadata }: Issue): string | null {
  if (article.page === null) return article.section;
  const page = own.page === '' ? article.page : own.page;
  const { edition } = metadata;
  if (edition === '' || edition === '1') return `Page ${page}`;
  return `${/^\d+$/u.test(edition) ? `Edition ${edition}` : edition}, page ${page}`;
}

/** A page of which nothing says what articles stand on it. */
async function pageWords(
  { page, parts }: MetsArticle,
  own: MetsMetadata,
  pages: IssuePages,
): Promise<ReadPage> {
  const missing = new Set<string>();
  for (const { href } of parts.flatMap(({ areas }) => areas)) {
    const found = await pages.page(href);
    if (found === null) {
      missing.add(href);
      continue;
    }
    const article = pageArticle(found, own.page === '' ? page : own.page);
    // Of several forms of the page one is ALTO.
    return {
      parts: [],
      missing: new Set(),
      words: article === null ? null : { ...article, standfirst: null },
    };
  }
  return { parts: [], missing, words: null };
}

function draftOf(words: Words | null, of: DraftSource, own: MetsMetadata, issue: Issue): Draft | null {
  const { article, read } = of;
  if (words === null) return null;
  const { headline, standfirst, blocks } = words;
  const dated = issueDate(own.date === '' ? issue.metadata.date : own.date);
  const author = read.parts.find(({ role }) => role === 'author')?.text ?? own.author;
  return {
    ...{ headline, standfirst, blocks, source: issue.newspaper, section: sectionOf(article, own, issue) },
    byline: author === '' ? null : author,
    language: languageOf(own.language === '' ? issue.metadata.language : own.language, headline, blocks),
    published: dated.date,
    // The issue's address is that of no page.
    url: own.url ?? (article.kind === 'page' ? null : issue.metadata.url),
    listed: [],
    warnings: warningsOf(words, read.missing, dated),
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'application/mets+xml',
    encoding: null,
  };
}

function issueOf(
  root: XmlElement,
  records: ReadonlyMap<string, MetsMetadata>,
  structure: MetsStructure,
): Issue {
  const { issueRecords, issueLabel } = structure;
  const metadata = mergedMetadata(records, `${issueRecords} ${[...records.keys()][0] ?? ''}`);
  const named = metadata.host !== '' ? metadata.host : metadata.title;
  const label = issueLabel === '' ? (root.attributes['LABEL'] ?? '').trim() : issueLabel;
  // NDNP writes the day of the issue into its label, and nothing else says what newspaper it is.
  const newspaper = named !== '' ? named : titleFrom(label.replace(/,\s*\d{4}-\d\d-\d\d\b.*$/u, ''));
  return { metadata, newspaper };
}

/**
 * The articles of a digitised newspaper's issue, in their order: METS says which blocks of which pages they are, ALTO files
 * beside it have the words (profiles of the Library of Congress, Europeana, the British Library, CCS docWorks). Where it names
 * no articles that have words, as in NDNP, each page is one. Advertisements are left out. Errors: `file-broken`, `no-article`; of one article
 * `record-broken`, with `${path} › ${its id}`.
 */
export async function* readIssue(
  mets: string,
  alto: AltoSource,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<IssueDraft, ArchiveError>> {
  const root = xmlTree(mets)[0];
  if (root?.name !== 'mets') {
    yield fail(archiveError('file-broken', { path, detail: 'it is no METS file' }));
    return;
  }
  const records = readMetsMetadata(root);
  const structure = readMetsStructure(root);
  const issue = issueOf(root, records, structure);
  const pages = new IssuePages(alto);
  let given = 0;
  // Pages have the numbers after those of the articles: an article is the same whatever else is read.
  const all = [...structure.articles, ...structure.pages];
  for (const [ordinal, article] of all.entries()) {
    if (
      signal?.aborted === true ||
      (article.kind === 'page' && given > 0 && ordinal === structure.articles.length)
    )
      return;
    const own = mergedMetadata(records, article.records);
    const read =
      article.kind === 'page' ? await pageWords(article, own, pages) : await readOne(article, own, pages);
    const draft = draftOf(read.words, { article, read }, own, issue);
    if (draft !== null) {
      given += 1;
      yield ok({ draft, ordinal });
    } else
      yield fail(
        archiveError('record-broken', { path: `${path} › ${article.id}`, detail: whyNone(read, pages) }),
      );
  }
  if (all.length === 0) yield fail(archiveError('no-article', { path }));
}

async function readOne(article: MetsArticle, own: MetsMetadata, pages: IssuePages): Promise<ReadPage> {
  const read = await readArticle(article, pages);
  return { ...read, words: wordsOf(article, read, own) };
}

function whyNone({ missing }: ReadArticle, { length }: IssuePages): string {
  if (length > longestIssue) return 'the issue names its pages more often than it can have words';
  if (missing.size === 0) return 'it has no words';
  const [first = ''] = missing;
  const more = missing.size > 1 ? ` and ${String(missing.size - 1)} more` : '';
  return `the file of its page is not there: ${first}${more}`;
}
