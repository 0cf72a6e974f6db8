import type { ArticleWarning, Block } from '../../model/article.ts';
import type { Draft } from '../reader.ts';
import { languageOf, madeHeadline } from '../records/record-draft.ts';
import { wordsOfBlock } from '../records/record-markup.ts';
import { onOneLine, textOf } from '../records/record-values.ts';
import type { FeedCaption, FeedDocument, FeedEntry, FeedText } from './feed-document.ts';
import { readFeedDate } from './feed-dates.ts';
import { pageUrl } from './feed-links.ts';
import { blocksOfText, wordsOfText, wordsOfTitle } from './feed-markup.ts';

/** The longest headline, standfirst and other short parts, in UTF-16 units; what is longer is something else. */
const longestHeadline = 500;
const longestStandfirst = 10_000;
const longestPart = 1_000;

/** What is the same for all entries of a file. */
export interface FeedFile {
  readonly feed: FeedDocument;
  readonly encoding: string;
  readonly warnings: readonly ArticleWarning[];
}

interface Body {
  readonly blocks: readonly Block[];
  readonly text: FeedText | null;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + wordsOfBlock(block).length, 0);
}

function withoutNotice(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  return last?.kind === 'paragraph' && appeared.test(last.text.slice(0, 1_000))
    ? blocks.slice(0, -1)
    : blocks;
}

/** The fullest of all texts; of several as full the likeliest, contents before summaries. */
function bodyOf({ contents, summaries }: FeedEntry): Body {
  let body: Body = { blocks: [], text: null };
  let longest = 0;
  for (const text of [...contents, ...summaries]) {
    const blocks = withoutNotice(blocksOfText(text));
    const length = lengthOf(blocks);
    if (length > longest) {
      body = { blocks, text };
      longest = length;
    }
  }
  return body;
}

/** How a service ends what it cut. */
const ellipsis =
  /(?:…|\.{3}|\[ ?(?:…|\.{3}) ?\]|\( ?(?:…|\.{3}) ?\)) ?(?:(?:continue reading|read more|read on|more)\b.{0,200})?$/iu;
/** `The post Headline appeared first on Site.`, which WordPress adds. */
const appeared = /^the post .{1,600} (?:first appeared|appeared first) on .{1,300}$/iu;

/** What two texts have in common when they are the same: letters and numbers. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A summary that is more than the beginning of the text, which many services make theirs of. */
function standfirstOf({ summaries }: FeedEntry, body: Body, headline: string): string | null {
  const words = lettersOf(
    body.blocks
      .map(wordsOfBlock)
      .join(' ')
      .slice(0, 2 * longestStandfirst),
  );
  for (const summary of summaries) {
    if (summary === body.text) continue;
    const text = wordsOfText(summary);
    if (text === '' || text.length > longestStandfirst) continue;
    const own = lettersOf(withoutEnding(text));
    if (own === '' || words.startsWith(own) || own === lettersOf(headline)) continue;
    return text;
  }
  return null;
}

function withoutEnding(text: string): string {
  const from = Math.max(0, text.length - 1_000);
  const tail = text.slice(from);
  const post = tail.toLowerCase().lastIndexOf('the post ');
  const own = post !== -1 && appeared.test(tail.slice(post)) ? tail.slice(0, post).trimEnd() : tail;
  const end = ellipsis.exec(own)?.index ?? own.length;
  return text.slice(0, from + end);
}

/** Captions that are not said already: the text is often the headline or the summary again. */
function captionBlocks(captions: readonly FeedCaption[], said: readonly string[]): readonly Block[] {
  const known = new Set(captions.length === 0 ? [] : said.map(lettersOf));
  return captions
    .filter(({ text }) => text.length <= longestStandfirst && !known.has(lettersOf(text)))
    .map(({ text, credit }): Block => {
      return {
        kind: 'image',
        caption: onOneLine(textOf(text)),
        legend: credit === text ? null : credit,
        place: null,
      };
    });
}

interface Words {
  readonly headline: string;
  readonly isMade: boolean;
  readonly body: Body;
}

/** Headline and text; null when there is neither. A headline of a whole text's length is its first paragraph. */
function wordsOf(entry: FeedEntry, mayBeTwice: boolean): Words | null {
  const title = entry.title === null ? '' : wordsOfTitle(entry.title, mayBeTwice);
  const body = bodyOf(entry);
  if (title !== '' && title.length <= longestHeadline) return { headline: title, isMade: false, body };
  const first: Block = { kind: 'paragraph', text: title, place: null };
  const blocks = title === '' ? body.blocks : [first, ...body.blocks];
  const words = blocks.map(wordsOfBlock).find((text) => text !== '');
  return words === undefined
    ? null
    : { headline: madeHeadline(words), isMade: true, body: { ...body, blocks } };
}

function shortPart(text: string | null): string | null {
  const part = onOneLine(textOf(text));
  return part === '' || part.length > longestPart ? null : part;
}

/** An entry as an article; null when it has neither title nor text. */
export function draftOfEntry(entry: FeedEntry, { feed, encoding, warnings }: FeedFile): Draft | null {
  const isXml = feed.mediaType !== 'application/feed+json';
  const words = wordsOf(entry, isXml && feed.mediaType !== 'application/atom+xml');
  if (words === null) return null;
  const { headline, isMade, body } = words;
  const standfirst = standfirstOf(entry, body, headline);
  const captions = captionBlocks(entry.captions, [
    headline,
    standfirst ?? '',
    ...body.blocks.map(wordsOfBlock),
  ]);
  const blocks = [...body.blocks, ...captions];
  const { date, warnings: dated } = readFeedDate(entry.dates);
  const authors = entry.authors.length > 0 ? entry.authors : feed.authors;
  return {
    headline,
    standfirst,
    blocks,
    byline: shortPart(authors.join(', ')),
    source: shortPart(entry.source ?? feed.title),
    section: shortPart(entry.section),
    language: languageOf(entry.language ?? feed.language ?? '', headline, blocks),
    published: date,
    url: pageUrl(entry.link),
    listed: [],
    warnings: [...(isMade ? [{ code: 'headline-made' } as const] : []), ...dated, ...warnings],
    places: { headline: null, standfirst: null, published: null },
    mediaType: feed.mediaType,
    encoding,
    ...(entry.keywords.length === 0 ? {} : { keywords: entry.keywords }),
  };
}
