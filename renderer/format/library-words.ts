import type { LibraryOverview } from '../../archive/model/overview.ts';
import { formatYears } from './date-ranges.ts';
import { formatBytes, formatCount } from './numbers.ts';

/** What the library is, in few words: `Kosovo, 2007–2008` for one collection, else `3 collections, 1974–2013`. */
export function librarySpan(overview: LibraryOverview): string {
  const { collections } = overview;
  const [only] = collections;
  if (!only) return 'Nothing in it yet';
  const name = collections.length === 1 ? only.name : formatCount(collections.length, 'collection');
  const years = yearsOf(overview);
  return years === '' ? name : `${name}, ${years}`;
}

/** That everything is there as it came: `34 articles, all originals kept.` */
export function keptSentence({ articles, originals }: LibraryOverview): string {
  if (articles === 0) return 'No articles yet.';
  // One original may hold several articles, and an original may hold none that could be read.
  return originals <= articles
    ? `${formatCount(articles, 'article')}, all originals kept.`
    : `${formatCount(articles, 'article')}, ${formatCount(originals, 'original')} kept.`;
}

/** A query that finds the articles of a source by its words, whatever signs are in its name. */
export function sourceQuery(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => `source:${word}`).join(' ');
}

/** The library's name over its front page: its collections while they fit a line, else how many there are. */
export function collectionNames({ collections }: LibraryOverview): string {
  const names = collections.map(({ name }) => name);
  const joined =
    names.length < 2
      ? (names[0] ?? 'The library')
      : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return joined.length <= 48 ? joined : formatCount(names.length, 'collection');
}

/** The years that the whole library spans, or an empty string when nothing is dated. */
export function yearsOf({ collections }: LibraryOverview): string {
  const firsts = collections.flatMap(({ first }) => (first === null ? [] : [first])).sort();
  const lasts = collections.flatMap(({ last }) => (last === null ? [] : [last])).sort();
  return formatYears(firsts[0] ?? null, lasts.at(-1) ?? null) ?? '';
}

/** What the library holds, each a figure and what it counts. */
export function figuresOf(
  overview: LibraryOverview,
): readonly { readonly figure: string; readonly words: string }[] {
  const { articles, listed, originals, originalBytes, sources, dates } = overview;
  const figures = [
    { figure: formatCount(articles), words: articles === 1 ? 'article' : 'articles' },
    { figure: formatCount(sources.length), words: sources.length === 1 ? 'source' : 'sources' },
    {
      figure: formatCount(originals),
      words: `${originals === 1 ? 'original' : 'originals'}, ${formatBytes(originalBytes)}`,
    },
    { figure: formatCount(listed), words: 'listed, not held' },
  ];
  return dates.undated > 0 ? [...figures, { figure: formatCount(dates.undated), words: 'undated' }] : figures;
}
