import type { FacetCount, Facets } from '../model/search.ts';
import { aligned } from './aligned.ts';
import { languageName } from './language-name.ts';
import { amount } from './quantities.ts';

/** The most values that are shown of each facet; JSON has all that were counted. */
const mostRows = 12;
/** The archive counts no more values of a facet than this. */
const mostCounted = 100;

interface Group {
  readonly title: string;
  readonly values: readonly FacetCount[];
  /** What those are called that have no value, and how many they are; null when nobody asks. */
  readonly without: readonly [name: string, count: number] | null;
}

function sum(values: readonly FacetCount[]): number {
  return values.reduce((all, { count }) => all + count, 0);
}

/** Those of a result that have no value; only known when every value was counted. */
function rest(name: string, total: number, values: readonly FacetCount[]): Group['without'] {
  const count = total - sum(values);
  return values.length < mostCounted && count > 0 ? [name, count] : null;
}

function groupsOf({
  total,
  years,
  sources,
  languages,
  sections,
  collections,
  tags,
}: Facets): readonly Group[] {
  const byTime = [...years].sort((a, b) => (a.value < b.value ? -1 : 1));
  const named = languages.map(({ value, count }) => ({ value: languageName(value), count }));
  return [
    { title: 'source', values: sources, without: rest('no source', total, sources) },
    { title: 'year', values: byTime, without: rest('undated', total, years) },
    { title: 'language', values: named, without: rest('not known', total, languages) },
    { title: 'section', values: sections, without: rest('no section', total, sections) },
    { title: 'collection', values: collections, without: null },
    { title: 'tag', values: tags, without: null },
  ];
}

function groupLines({ title, values, without }: Group): readonly string[] {
  if (values.length === 0) return [];
  // Years are a row of their own kind: a gap in it would mislead.
  const shown = title === 'year' ? values : values.slice(0, mostRows);
  const left = values.length - shown.length;
  const rows = shown.map(({ value, count }) => [value, amount(count)]);
  if (without !== null) rows.push([without[0], amount(without[1])]);
  const more =
    left === 0 ? [] : [`  … and ${amount(left)}${values.length < mostCounted ? '' : ' or more'} others`];
  return [`By ${title}`, ...aligned(rows, [1]).map((line) => `  ${line}`), ...more, ''];
}

/** Counts of a whole result, one group below another, each the commonest first and years in their order. */
export function facetsText(facets: Facets): string {
  return groupsOf(facets)
    .flatMap(groupLines)
    .map((line) => `${line}\n`)
    .join('');
}
