import type { Article, ArticleSummary } from '../../../archive/model/article.ts';
import type {
  DateHistogram,
  FacetRequest,
  Hit,
  Mark,
  MarkedText,
  SearchNotice,
  SearchRequest,
} from '../../../archive/model/search.ts';

const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  [...'абвгдђежзијклљмнњопрстћуфхцчџш'].map((letter, at) => [
    letter,
    'a b v g d dj e z z i j k l lj m n nj o p r s t c u f h c c dz s'.split(' ')[at] ?? '',
  ]),
);

const folded = new Map<string, string>();

/** A word without case, diacritics and script; much less than the archive does, and enough to look like it. */
export function fold(word: string): string {
  const known = folded.get(word) ?? foldAnew(word);
  folded.set(word, known);
  return known;
}

function foldAnew(word: string): string {
  const latin = [...word.toLowerCase().normalize('NFC')].map((letter) => cyrillic[letter] ?? letter).join('');
  return latin
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'dj')
    .replace(/thaci|taci/, 'thaci');
}

/** Something that can be found: an article, or an item that a page lists. */
export interface Findable {
  readonly summary: ArticleSummary;
  readonly text: string;
  readonly url: string | null;
}

const wordShape = /[\p{L}\p{N}]+/gu;

/** The words of a text that a query's words match, with their marks. */
export function marksOn(
  text: string,
  request: Pick<SearchRequest, 'text' | 'typing' | 'exactSpelling'>,
): Mark[] {
  const wanted = queryWords(request.text);
  const same = (word: string): boolean =>
    wanted.some((term, at) => matches(word, term, request.typing && at === wanted.length - 1, request));
  return [...text.matchAll(wordShape)].flatMap((found): Mark[] =>
    same(found[0]) ? [[found.index, found.index + found[0].length]] : [],
  );
}

/** The words of a query, its signs left out. */
export function queryWords(text: string): string[] {
  return text
    .split(/\s+/)
    .map((piece) => piece.replace(/^[+-]|^\w+:|\*$|["“”]/g, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function matches(
  word: string,
  term: string,
  prefix: boolean,
  { exactSpelling }: { exactSpelling: boolean },
): boolean {
  const [left, right] = exactSpelling ? [word.toLowerCase(), term.toLowerCase()] : [fold(word), fold(term)];
  return prefix ? left.startsWith(right) : left === right || (!exactSpelling && left === `${right}s`);
}

/** How many of the query's words an item has. */
export function countWords(item: Findable, request: FacetRequest): number {
  const words = queryWords(request.text);
  const text = `${item.summary.headline} ${item.summary.source ?? ''} ${item.text}`;
  return words.filter((word, at) => {
    const typing = request.typing && at === words.length - 1;
    return marksOn(text, { ...request, text: word, typing }).length > 0;
  }).length;
}

/** Whether an item lies within the filters. */
export function within({ summary }: Findable, { filter }: FacetRequest, withDates = true): boolean {
  const { collection, section, dates } = filter;
  const value = summary.published?.value ?? null;
  const dated =
    !withDates ||
    dates === null ||
    (value !== null &&
      value.slice(0, dates.from.length) >= dates.from &&
      value.slice(0, dates.to.length) <= dates.to);
  return (
    (collection === null || summary.collection === collection) &&
    (section === null || summary.section === section) &&
    dated
  );
}

/** A hit with a snippet around the first mark. */
export function hitOf({ summary, text, url }: Findable, request: SearchRequest): Hit {
  return {
    ...summary,
    url,
    score: 1,
    headlineMarks: request.text === '' ? [] : marksOn(summary.headline, request),
    snippet: snippetOf(text, request),
  };
}

function snippetOf(text: string, request: SearchRequest): MarkedText {
  const all = request.text === '' ? [] : marksOn(text, request);
  const first = all[0]?.[0] ?? 0;
  const start = first < 60 ? 0 : text.indexOf(' ', first - 40) + 1;
  const end = text.length - start < 150 ? text.length : text.lastIndexOf(' ', start + 150);
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: all.flatMap(([from, to]): Mark[] =>
      from >= start && to <= end ? [[from + shift, to + shift]] : [],
    ),
  };
}

/** Counts by month, without gaps; what is known less exactly stands beside. */
export function histogramOf(items: readonly Findable[]): DateHistogram {
  const dates = items.flatMap(({ summary }) =>
    summary.published ? [summary.published.value.slice(0, 7)] : [],
  );
  const dated = dates.filter((date) => date.length === 7);
  const years = dates.filter((date) => date.length < 7).map((date) => date.slice(0, 4));
  const ordinals = dated.map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1);
  const first = Math.min(...ordinals);
  const length = ordinals.length === 0 ? 0 : Math.max(...ordinals) - first + 1;
  const bars = Array.from({ length }, (_, at) => ({
    start: `${String(Math.floor((first + at) / 12))}-${String(((first + at) % 12) + 1).padStart(2, '0')}`,
    count: ordinals.filter((ordinal) => ordinal === first + at).length,
  }));
  const imprecise = [...new Set(years)]
    .sort()
    .map((start) => ({ start, count: years.filter((year) => year === start).length }));
  return { step: 'month', bars, imprecise, undated: items.length - dates.length };
}

/** What the archive would say about a query. */
export function noticesFor(request: SearchRequest, any: boolean): SearchNotice[] {
  const notices: SearchNotice[] = any ? [{ code: 'any-instead-of-all' }] : [];
  if (request.text.trimEnd().endsWith('~')) {
    notices.push({
      code: 'searched-as-words',
      reason: { code: 'number-expected', sign: '~' },
      at: request.text.length,
      suggestion: request.text.replace(/~\s*$/, ''),
    });
  }
  return notices;
}

/** Words that matched and are written otherwise than typed. */
export function otherForms(items: readonly Findable[], request: SearchRequest): string[] {
  const typed = queryWords(request.text).map((word) => word.toLowerCase());
  const forms = items.flatMap(({ text }) => marksOn(text, request).map(([from, to]) => text.slice(from, to)));
  return [...new Set(forms)]
    .filter((form) => !typed.includes(form.toLowerCase()) && !request.typing)
    .slice(0, 4);
}

/** Everything a person may find in these articles. */
export function findables(articles: readonly Article[]): readonly Findable[] {
  const held = articles.map((article) => ({
    summary: summaryOf(article),
    text: textOf(article),
    url: article.url,
  }));
  const headlines = new Set(articles.map(({ headline }) => headline));
  const listed = articles.flatMap((article) =>
    article.listed
      .filter(({ headline }) => !headlines.has(headline))
      .map(({ id, headline, url }) => ({ summary: listedSummary(article, id, headline), text: '', url })),
  );
  return [...held, ...listed];
}

/** What lists need of an article. */
export function summaryOf(article: Article): ArticleSummary {
  const { id, headline, standfirst, source, section, language, published, collection } = article;
  return {
    id,
    headline,
    standfirst,
    source,
    section,
    language,
    published,
    collection,
    archived: true,
    listedOn: null,
  };
}

function listedSummary(page: Article, id: Article['id'], headline: string): ArticleSummary {
  const { source, published } = page;
  const listedOn = { id: page.id, headline: page.headline, source, published };
  return {
    ...summaryOf(page),
    id,
    headline,
    standfirst: null,
    section: null,
    published: null,
    archived: false,
    listedOn,
  };
}

function textOf({ standfirst, blocks }: Article): string {
  const body = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items;
    return block.kind === 'image' ? [block.caption, block.legend ?? ''] : [block.text];
  });
  return [standfirst ?? '', ...body].join(' ').trim();
}
