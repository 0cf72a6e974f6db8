import type { Article, Sha256 } from '../../../../archive/model/article.ts';
import { summaryOf, type Held } from './fake-archive.ts';
import { articleFrom, articleId, bbcArticle, bbcId, bbcText } from './sample-articles.ts';

const everyText = `Kosovo Gazette
Savet bezbednosti
By A. Writer
Every kind of block about Kosovo
What a page can hold: Kosovo in one of each.
A plain paragraph with <b>no markup</b> & entities like &amp; in it.\r
“A paragraph that begins with a quotation mark,” it says, of Kosovo.
A crosshead
A picture of Kosovo, without a legend
The words set apart, about Kosovo
\t• one of Kosovo
\t• two
\t• three of Kosovo
SEE ALSO
Final Kosovo talks end in failure
An elsewhere page on Kosovo
`;

/** One block of each kind, every fact, a warning of several kinds, hostile words. */
export const everyArticle: Article = articleFrom({
  id: articleId('e0e'),
  text: everyText,
  headline: 'Every kind of block about Kosovo',
  standfirst: 'What a page can hold: Kosovo in one of each.',
  byline: 'By A. Writer',
  source: 'Kosovo Gazette',
  section: 'World <script>alert(1)</script>',
  language: 'sr-Latn',
  url: 'https://news.example.org/kosovo?a=1&b=2',
  published: { value: '2007-11', precision: 'month', printed: 'studeni 2007.', zone: null },
  collection: 'Samples',
  warnings: [
    { code: 'weekday-contradicts', printed: 'Tuesday', actual: 'Wednesday' },
    { code: 'characters-lost', count: 3 },
  ],
  listed: [
    {
      id: articleId('1a'),
      headline: 'Final Kosovo talks end in failure',
      url: null,
      heading: 'SEE ALSO',
      article: bbcId,
    },
    {
      id: articleId('1b'),
      headline: 'An elsewhere page on Kosovo',
      url: 'http://elsewhere.example.org/page',
      heading: 'SEE ALSO',
      article: null,
    },
    { id: articleId('1c'), headline: 'A trap', url: 'javascript:alert(1)', heading: null, article: null },
  ],
  blocks: [
    { kind: 'paragraph', text: 'A plain paragraph with <b>no markup</b> & entities like &amp; in it.' },
    { kind: 'paragraph', text: '“A paragraph that begins with a quotation mark,” it says, of Kosovo.' },
    { kind: 'crosshead', text: 'A crosshead' },
    { kind: 'image', caption: 'A picture of Kosovo, without a legend', legend: null },
    { kind: 'quote', text: 'The words set apart, about Kosovo', attribution: 'A. Speaker' },
    { kind: 'list', items: ['one of Kosovo', 'two', 'three of Kosovo'] },
  ],
});

export const every: Held = { article: everyArticle, text: everyText, listedBy: [summaryOf(bbcArticle)] };
export const bbc: Held = { article: bbcArticle, text: bbcText };

/** A long article whose original has other line breaks, and a lot of other text before it. */
export function longHeld(paragraphs: number): Held {
  const bodies = Array.from(
    { length: paragraphs },
    (_, at) =>
      `Paragraph ${String(at + 1)}: ${'the talks on the status of Kosovo went on and on, '.repeat(6)}and then some.`,
  );
  const furniture = Array.from({ length: 40 }, (_, at) => `menu entry ${String(at + 1)}`).join('\n');
  const text = `${furniture}\nA long read\n${bodies.join('\n\n\n')}\n`;
  const article = articleFrom({
    id: articleId('10'),
    text,
    headline: 'A long read',
    source: 'Sample',
    language: 'en',
    blocks: bodies.map((body) => ({ kind: 'paragraph', text: body })),
  });
  return { article, text };
}

const cyrillic =
  'Преговори о будућем статусу Косова: Тројка Европске уније, Русије и Сједињених Држава у Бадену без договора и после три дана разговора';
const albanian =
  'Bisedimet përfundimtare për statusin e ardhshëm të Kosovës përfundojnë pa marrëveshje në Baden, ndërmjetësuesit raportojnë në Kombet e Bashkuara';

/** Headlines that run over several lines, in the other scripts and languages of the collection. */
export const serbian: Held = headlined(
  'sr-Cyrl',
  cyrillic,
  'Београд и Приштина остали су при својим ставовима о статусу Косова.',
  [
    'Хашим Тачи је у Бадену поновио да нема повратка на старо.',
    'Војислав Коштуница је изјавио да Србија неће прихватити једнострано проглашење независности Косова.',
  ],
);
export const albanianHeld: Held = headlined('sq', albanian, 'Palët nuk u pajtuan për statusin e Kosovës.', [
  'Hashim Thaçi tha se nuk ka kthim prapa.',
  'Raundi përfundoi më 28 nëntor pa marrëveshje; afati për raportin e ndërmjetësuesve ishte 10 dhjetori.',
]);

function headlined(
  language: string,
  headline: string,
  standfirst: string,
  paragraphs: readonly string[],
): Held {
  const text = [headline, standfirst, ...paragraphs].join('\n\n');
  const article = articleFrom({
    id: articleId(language === 'sq' ? '50' : '57'),
    text,
    headline,
    standfirst,
    language,
    source: 'Cuttings background',
    section: 'Event',
    published: { value: '2007-11-28', precision: 'day', printed: '28.11.2007', zone: null },
    original: {
      mediaType: 'text/plain',
      bytes: 12_345_678,
      sha256: 'ab'.repeat(32) as Sha256,
      name: 'a.txt',
      encoding: 'windows-1251',
      reader: { name: 'plain-text', version: 2 },
      span: null,
      members: [],
      captured: null,
    },
    blocks: paragraphs.map((body) => ({ kind: 'paragraph', text: body })),
  });
  return { article, text };
}
