import type { Article, ArticleId, ListedLink } from '../../../archive/model/article.ts';
import type { PartialDate } from '../../../archive/model/partial-date.ts';
import { articleFrom, articleId, bbcArticle, type PlainBlock } from '../reading/support/sample-articles.ts';

/** The bundled collection's files, as text. */
const files = import.meta.glob<string>('../../../archive/collections/kosovo/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A date as these files write it: `20 July 2007`, `July 2007`, `2007`, `28.11.2007`. */
function dateOf(printed: string): PartialDate | null {
  const [, dd, mm, yyyy] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(printed) ?? [];
  if (dd && mm && yyyy) return { value: `${yyyy}-${mm}-${dd}`, precision: 'day', printed, zone: null };
  const [, day, month, year] = /^(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})$/.exec(printed) ?? [];
  if (year === undefined) return null;
  const number = month === undefined ? 0 : months.indexOf(month) + 1;
  if (number === 0) return { value: year, precision: 'year', printed, zone: null };
  const value = `${year}-${String(number).padStart(2, '0')}`;
  if (day === undefined) return { value, precision: 'month', printed, zone: null };
  return { value: `${value}-${day.padStart(2, '0')}`, precision: 'day', printed, zone: null };
}

function languageOf(text: string): string {
  if (/\p{Script=Cyrillic}{4}.*\p{Script=Cyrillic}{4}/u.test(text.slice(0, 200))) return 'sr-Cyrl';
  return /\b(dhe|është|nga)\b/u.test(text) ? 'sq' : 'en';
}

function blockOf(text: string): PlainBlock {
  return text.length < 60 && !/[.?!:]$/u.test(text)
    ? { kind: 'crosshead', text }
    : { kind: 'paragraph', text };
}

/** One background article, read just well enough for tests of the interface. */
function read(text: string, index: number): Article {
  const [body = '', related = ''] = text.split(/\nRELATED ARTICLES\n/u);
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const [place = '', date = '', headline = '', standfirst = '', ...rest] = lines;
  const [source = '', section = null] = place.split(' | ');
  const listed: ListedLink[] = related
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => ({
      id: articleId(`f${String(index).padStart(2, '0')}${String(at)}`),
      headline: line,
      url: null,
      heading: 'RELATED ARTICLES',
      article: null,
    }));
  return articleFrom({
    id: articleId(`b${String(index).padStart(2, '0')}`),
    headline,
    standfirst,
    source,
    section,
    listed,
    text,
    language: languageOf(headline + standfirst),
    published: dateOf(date),
    collection: 'Kosovo',
    blocks: rest.map(blockOf),
  });
}

/** Cases that a real library has and the bundled collection has not. */
const oddities: readonly Article[] = [
  articleFrom({
    id: articleId('e1'),
    headline: 'Notes from a reader’s shelf',
    collection: 'Kosovo',
    text: 'Notes from a reader’s shelf\n\nA note without date or source on Kosovo.',
    blocks: [{ kind: 'paragraph', text: 'A note without date or source on Kosovo.' }],
    warnings: [{ code: 'undated' }, { code: 'headline-made' }],
  }),
  articleFrom({
    id: articleId('e2'),
    headline:
      'Скупштина Србије усвојила резолуцију о заштити суверенитета, територијалног интегритета и уставног поретка Републике Србије',
    source: 'Архив',
    language: 'sr-Cyrl',
    collection: 'Kosovo',
    published: { value: '2007-12-26', precision: 'day', printed: '26. 12. 2007.', zone: null },
    text: 'Скупштина Србије усвојила резолуцију',
    blocks: [{ kind: 'paragraph', text: 'Резолуција говори о Косову и о преговорима у Бадену.' }],
  }),
];

/** The bundled collection as articles, the BBC page first, and some oddities. */
export const collectionArticles: readonly Article[] = [
  { ...bbcArticle, collection: 'Kosovo' },
  ...Object.entries(files)
    .filter(([path]) => !path.endsWith('/final-kosovo-talks-end-in-failure.txt'))
    .map(([, text], index) => read(text, index)),
  ...oddities,
];

/** The id of the article with exactly this headline. */
export function idOf(headline: string): ArticleId {
  const found = collectionArticles.find((article) => article.headline === headline);
  if (!found) throw new Error(`no article is called ${headline}`);
  return found.id;
}
