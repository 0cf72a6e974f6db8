import type { ArticleWarning, Block } from '../../model/article.ts';
import { detectLanguage } from '../../text/language.ts';
import type { Draft, DraftLink, SourceFile } from '../reader.ts';
import { readLanguageTag } from '../records/record-language.ts';
import { readAgencyDate } from './agency-date.ts';
import { neatBlocks, withDateline } from './agency-blocks.ts';
import { tidy } from './markup-text.ts';

/** What an agency's format says of an article, as it stands there; `` and null alike are nothing. */
export interface AgencyArticle {
  /** The best first. */
  readonly headlines: readonly (string | null)[];
  readonly standfirst: string | null;
  readonly blocks: readonly Block[];
  /** `BELGRADE, Nov 28 (Reuters) -`: it opens the first paragraph, unless that begins with it already. */
  readonly dateline: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly section: string | null;
  /** The best first. */
  readonly languages: readonly (string | null)[];
  /** The best first. */
  readonly dates: readonly (string | null)[];
  /** The best first; only addresses of the web count. */
  readonly urls: readonly (string | null)[];
  readonly keywords: readonly string[];
  readonly listed: readonly DraftLink[];
  readonly warnings: readonly ArticleWarning[];
}

/** An article of which nothing is known. */
export const noArticle: AgencyArticle = {
  ...{
    headlines: [],
    standfirst: null,
    blocks: [],
    dateline: null,
    byline: null,
    source: null,
    section: null,
  },
  ...{ languages: [], dates: [], urls: [], keywords: [], listed: [], warnings: [] },
};

/** Of a file: how its drafts were decoded. */
export interface AgencyFile {
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly source?: SourceFile;
  /** Added to those of every draft. */
  readonly warnings: readonly ArticleWarning[];
}

/** In UTF-16 units; a longer headline is a text, and a longer part is something else. */
const longestHeadline = 500;
const longestPart = 1_000;
const longestStandfirst = 10_000;
const longestUrl = 4_000;
const longestKeyword = 200;
const mostKeywords = 200;
const madeWords = 10;
const madeLength = 80;
const languageSample = 2_000;

/** The first words, cut at a word where one ends, with an ellipsis when more follow. */
function madeHeadline(text: string): string {
  let made = text.split(' ', madeWords).join(' ');
  while (made.length > madeLength && made.includes(' ')) made = made.slice(0, made.lastIndexOf(' '));
  const short = made.slice(0, madeLength);
  return short.length < text.length ? `${short.replace(/[\s,;:.–—-]+$/u, '')}…` : short;
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items;
  return block.kind === 'image' ? [block.caption] : [block.text];
}

function part(text: string | null, longest = longestPart): string | null {
  const line = text === null ? '' : tidy(text);
  return line === '' || line.length > longest ? null : line;
}

/** Each once, whatever its case, in the order given. */
export function distinctKeywords(keywords: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const distinct: string[] = [];
  for (const given of keywords) {
    const keyword = tidy(given);
    const folded = keyword.toLowerCase();
    if (keyword === '' || keyword.length > longestKeyword || seen.has(folded)) continue;
    seen.add(folded);
    distinct.push(keyword);
    if (distinct.length === mostKeywords) break;
  }
  return distinct;
}

function languageOf(article: AgencyArticle, headline: string, blocks: readonly Block[]): string | null {
  for (const language of article.languages) {
    const tag = language === null ? null : readLanguageTag(language.trim());
    if (tag !== null) return tag;
  }
  let sample = headline;
  for (const block of blocks) {
    if (sample.length >= languageSample) break;
    sample += `\n${textsOf(block).join('\n')}`;
  }
  return detectLanguage(sample.slice(0, languageSample));
}

function urlOf(urls: readonly (string | null)[]): string | null {
  for (const url of urls) {
    const text = part(url, longestUrl);
    if (text !== null && /^https?:\/\/[^\s/]\S*$/iu.test(text)) return text;
  }
  return null;
}

/** Headline, standfirst and text: a standfirst that the text repeats is not said twice. */
interface Words {
  readonly headline: string;
  readonly made: boolean;
  readonly standfirst: string | null;
  readonly blocks: readonly Block[];
}

function wordsOf(article: AgencyArticle): Words | null {
  const given = article.headlines.map((headline) => part(headline, Infinity)).find((text) => text !== null);
  const isHeadline = given !== undefined && given !== null && given.length <= longestHeadline;
  const over: Block[] =
    isHeadline || given === undefined || given === null
      ? []
      : [{ kind: 'paragraph', text: given, place: null }];
  const neat = neatBlocks([...over, ...article.blocks], isHeadline ? given : null, article.standfirst);
  const blocks = withDateline(neat.blocks, part(article.dateline));
  const standfirst = part(neat.standfirst, longestStandfirst);
  if (isHeadline) return { headline: given, made: false, standfirst, blocks };
  const first = neat.blocks.flatMap(textsOf)[0] ?? standfirst;
  return first === null || first === undefined
    ? null
    : { headline: madeHeadline(first), made: true, standfirst, blocks };
}

/** The draft of an article; null when it has neither headline nor text. */
export function draftOfArticle(article: AgencyArticle, file: AgencyFile): Draft | null {
  const words = wordsOf(article);
  if (words === null) return null;
  const { headline, standfirst, blocks } = words;
  const dated = readAgencyDate(article.dates);
  const made: readonly ArticleWarning[] = words.made ? [{ code: 'headline-made' }] : [];
  const keywords = distinctKeywords(article.keywords);
  return {
    headline,
    standfirst,
    blocks,
    byline: part(article.byline),
    source: part(article.source),
    section: part(article.section),
    language: languageOf(article, headline, blocks),
    published: dated.date,
    url: urlOf([...article.urls, file.source?.capture?.url ?? null]),
    listed: article.listed,
    warnings: [...file.warnings, ...made, ...dated.warnings, ...article.warnings],
    places: { headline: null, standfirst: null, published: null },
    mediaType: file.mediaType,
    encoding: file.encoding,
    ...(keywords.length === 0 ? {} : { keywords }),
  };
}
