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
import { xmlText } from '../xml/xml-text.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import { readAltoPage } from './alto-page.ts';
import type { AltoPage } from './alto-page.ts';
import { issueDate, mergedMetadata, readMetsMetadata } from './mets-metadata.ts';
import type { MetsMetadata } from './mets-metadata.ts';
import { readMetsStructure } from './mets-structure.ts';
import type { MetsArea, MetsArticle, MetsPart, MetsRole } from './mets-structure.ts';

/** Gives a file of the issue by its address in the METS file, relative to that; null when it is not there. */
export type AltoSource = (href: string) => Promise<Uint8Array | null>;

/** Pages are kept while articles go from one to the next; an issue has a few dozens. */
const mostPages = 200;
const longestHeadline = 500;

class Pages {
  private readonly pages = new Map<string, AltoPage | null>();
  private readonly source: AltoSource;

  constructor(source: AltoSource) {
    this.source = source;
  }

  async page(href: string): Promise<AltoPage | null> {
    const known = this.pages.get(href);
    if (known !== undefined) return known;
    if (this.pages.size >= mostPages) this.pages.clear();
    const bytes = await this.source(href);
    const text = bytes === null ? null : xmlText({ name: href, path: href, bytes });
    const root = text === null ? undefined : xmlTree(text)[0];
    const page = root === undefined ? null : readAltoPage(root);
    this.pages.set(href, page);
    return page;
  }
}

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
  pages: Pages,
  missing: Set<string>,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const { href, begin, end } of areas) {
    const page = await pages.page(href);
    if (page === null) missing.add(href);
    else texts.push(...page.between(begin, end).map(({ text }) => text));
  }
  return texts;
}

/** A part of several areas is one paragraph; an area of several blocks is as many. */
async function readPart(part: MetsPart, pages: Pages, missing: Set<string>): Promise<readonly ReadPart[]> {
  const texts = await textsOf(part.areas, pages, missing);
  const isOne = part.areas.length > 1 || part.role !== 'text';
  if (!isOne) return texts.map((text) => ({ role: part.role, text }));
  const known = new KnownWords();
  const whole = texts.reduce((text, next) => (text === '' ? next : joinTwoLines(text, next, known)), '');
  return whole === '' ? [] : [{ role: part.role, text: whole }];
}

async function readArticle({ parts }: MetsArticle, pages: Pages): Promise<ReadArticle> {
  const missing = new Set<string>();
  const read: ReadPart[] = [];
  for (const part of parts) read.push(...(await readPart(part, pages, missing)));
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

function draftOf(article: MetsArticle, read: ReadArticle, own: MetsMetadata, issue: Issue): Draft | null {
  const words = wordsOf(article, read, own);
  if (words === null) return null;
  const { headline, standfirst, blocks } = words;
  const dated = issueDate(own.date === '' ? issue.metadata.date : own.date);
  const author = read.parts.find(({ role }) => role === 'author')?.text ?? own.author;
  return {
    ...{ headline, standfirst, blocks, source: issue.newspaper, section: article.section },
    byline: author === '' ? null : author,
    language: languageOf(own.language === '' ? issue.metadata.language : own.language, headline, blocks),
    published: dated.date,
    url: own.url ?? issue.metadata.url,
    listed: [],
    warnings: warningsOf(words, read.missing, dated),
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'application/mets+xml',
    encoding: null,
  };
}

/**
 * The articles of a digitised newspaper's issue, in their order: METS says which blocks of which pages they are, ALTO files
 * beside it have the words (profiles of the Library of Congress, Europeana, the British Library, CCS docWorks). Advertisements
 * are left out. Errors: `file-broken`, `no-article`; of one article `record-broken`, with `${path} › ${its id}`.
 */
export async function* readIssue(
  mets: string,
  alto: AltoSource,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  const root = xmlTree(mets)[0];
  if (root?.name !== 'mets') {
    yield fail(archiveError('file-broken', { path, detail: 'it is no METS file' }));
    return;
  }
  const records = readMetsMetadata(root);
  const structure = readMetsStructure(root);
  const metadata = mergedMetadata(records, `${structure.issueRecords} ${[...records.keys()][0] ?? ''}`);
  const newspaper = metadata.host !== '' ? metadata.host : metadata.title;
  const issue: Issue = {
    metadata,
    newspaper: newspaper === '' ? titleFrom(structure.issueLabel) : newspaper,
  };
  const pages = new Pages(alto);
  for (const article of structure.articles) {
    if (signal?.aborted === true) return;
    const read = await readArticle(article, pages);
    const draft = draftOf(article, read, mergedMetadata(records, article.records), issue);
    if (draft !== null) yield ok(draft);
    else {
      const detail = read.missing.size > 0 ? 'the file of its page is not there' : 'it has no words';
      yield fail(archiveError('record-broken', { path: `${path} › ${article.id}`, detail }));
    }
  }
  if (structure.articles.length === 0) yield fail(archiveError('no-article', { path }));
}
