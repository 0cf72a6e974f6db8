import type {
  Article,
  ArticleId,
  Block,
  ListedLink,
  Sha256,
  TextRange,
} from '../../../../archive/model/article.ts';
import type { ArticleMarks, Mark } from '../../../../archive/model/search.ts';
import bbcText from '../../../../archive/collections/kosovo/final-kosovo-talks-end-in-failure.txt?raw';

export { bbcText };

/** An id of the right shape, told from others by its first digits. */
export function articleId(digits: string): ArticleId {
  return digits.padEnd(32, '0') as ArticleId;
}

export const bbcId = articleId('bbc');
export const bubbleId = articleId('1157');

/** A block without its place, which `articleFrom` finds in the text. */
export type PlainBlock = Block extends infer Each
  ? Each extends Block
    ? Omit<Each, 'place'>
    : never
  : never;

type Sample = Partial<Omit<Article, 'blocks'>> & {
  readonly text: string;
  readonly blocks: readonly PlainBlock[];
};

function rangeOf(text: string, words: string | null): TextRange | null {
  const start = words === null ? -1 : text.indexOf(words);
  return start < 0 || words === null ? null : { start, end: start + words.length };
}

function placeOf(text: string, block: PlainBlock): TextRange | null {
  if (block.kind === 'list') {
    const first = rangeOf(text, block.items[0] ?? '');
    const last = rangeOf(text, block.items.at(-1) ?? '');
    return first && last ? { start: first.start, end: last.end } : null;
  }
  if (block.kind !== 'image') return rangeOf(text, block.text);
  const caption = rangeOf(text, block.caption);
  const legend = rangeOf(text, block.legend);
  if (caption === null || legend === null) return caption;
  return { start: Math.min(caption.start, legend.start), end: Math.max(caption.end, legend.end) };
}

/** An article made by hand, its places found in the text it stands for. */
export function articleFrom({ text, blocks, ...given }: Sample): Article {
  const headline = given.headline ?? 'A headline';
  const standfirst = given.standfirst ?? null;
  return {
    id: articleId('a'),
    headline,
    standfirst,
    byline: null,
    source: null,
    section: null,
    language: null,
    published: null,
    url: null,
    keywords: [],
    asRead: {},
    listed: [],
    collection: 'Samples',
    original: {
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(text).length,
      sha256: '0'.repeat(64) as Sha256,
      name: 'sample.txt',
      encoding: 'utf-8',
      reader: { name: 'page-text', version: 1 },
      span: null,
      members: [],
      captured: null,
    },
    warnings: [],
    places: {
      headline: rangeOf(text, headline),
      standfirst: rangeOf(text, standfirst),
      published: rangeOf(text, given.published?.printed ?? null),
    },
    ...given,
    blocks: blocks.map((block): Block => ({ ...block, place: placeOf(text, block) })),
  };
}

const crossheads = ["Independence 'imminent'", 'Russian opposition'];
const standfirst =
  'Serbs and ethnic Albanians have failed to resolve the future status of Kosovo at a final round of internationally-brokered talks.';

function bbcBlocks(): PlainBlock[] {
  const from = bbcText.indexOf(standfirst) + standfirst.length;
  const lines = bbcText.slice(from, bbcText.indexOf('RELATED INTERNET LINKS')).split('\n');
  const body = lines.filter((line) => line.trim() !== '');
  return body.map((text) => ({ kind: crossheads.includes(text) ? 'crosshead' : 'paragraph', text }));
}

function listed(id: ArticleId, headline: string): ListedLink {
  return { id, headline, url: null, heading: 'FEATURES, VIEWS, ANALYSIS', article: null };
}

/** The BBC page of the bundled collection, read as its README says. */
export const bbcArticle: Article = articleFrom({
  id: bbcId,
  text: bbcText,
  headline: 'Final Kosovo talks end in failure',
  standfirst,
  source: 'BBC News',
  language: 'en',
  collection: 'Kosovo, 2007–2008',
  published: {
    value: '2007-11-28T11:49:00Z',
    precision: 'minute',
    printed: 'Last Updated: Wednesday, 28 November 2007, 11:49 GMT',
    zone: 'GMT',
  },
  original: {
    mediaType: 'text/plain',
    bytes: 2617,
    sha256: '51af7ebc16cd9d6e972f0d91c2dec86c3b7658449552ef9e5b5009197c0b3f57' as Sha256,
    name: 'final-kosovo-talks-end-in-failure.txt',
    encoding: 'utf-8',
    reader: { name: 'page-text', version: 1 },
    span: null,
    members: [],
    captured: null,
  },
  listed: [
    listed(bubbleId, "Has China's housing bubble burst?"),
    listed(articleId('c10e'), "How the world's oldest clove tree defied an empire"),
    listed(articleId('ba11e7'), 'Why Royal Ballet principal Sergei Polunin quit'),
  ],
  blocks: [
    {
      kind: 'image',
      caption: 'Kosovo Albanian leaders Hashim Thaci and Fatmir Sejdiu',
      legend: "Kosovo's Albanian leaders want nothing less than independence",
    },
    ...bbcBlocks(),
  ],
});

function marksIn(text: string, words: readonly string[]): Mark[] {
  if (words.length === 0) return [];
  return [...text.matchAll(new RegExp(words.join('|'), 'giu'))].map((found): Mark => [
    found.index,
    found.index + found[0].length,
  ]);
}

/** Marks on every occurrence of the words, as an engine without folding would set them. */
export function marksFor(article: Article, words: readonly string[]): ArticleMarks {
  const on = (text: string): Mark[] => marksIn(text, words);
  return {
    id: article.id,
    headline: on(article.headline),
    standfirst: on(article.standfirst ?? ''),
    blocks: article.blocks.map((block) => {
      if (block.kind === 'image') return [on(block.caption), on(block.legend ?? '')];
      return block.kind === 'list' ? block.items.map(on) : [on(block.text)];
    }),
    listed: article.listed.map((link) => on(link.headline)),
  };
}
