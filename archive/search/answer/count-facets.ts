import type { FacetCount, Facets } from '../../model/search.ts';
import { listBits } from '../execute/bits.ts';
import type { Matched } from '../execute/evaluate.ts';
import type { SegmentSearch } from '../execute/segment-search.ts';
import type { NamedColumn } from '../segment/columns-writer.ts';
import { DateCounter } from './date-histogram.ts';

/** So many values of each facet are told. */
const mostValues = 100;

type Counts = Map<string, number>;

function add(counts: Counts, value: string, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

function ranked(counts: Counts): readonly FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues);
}

/** Adds up what the documents of a result have, segment by segment. */
export class FacetCounter {
  total = 0;
  readonly dates = new DateCounter();
  private readonly named: Readonly<Record<NamedColumn | 'tags', Counts>> = {
    language: new Map(),
    source: new Map(),
    section: new Map(),
    collection: new Map(),
    tags: new Map(),
  };

  /** Counts the matching documents of one segment; `dates` and the named columns as asked. */
  add(
    search: SegmentSearch,
    { bits, count }: Matched,
    what: { readonly dates: boolean; readonly columns: readonly NamedColumn[] },
  ): void {
    const { list } = search.scratch;
    listBits(bits, list);
    const documents = list.subarray(0, count);
    this.total += count;
    if (what.dates) this.addDates(search, documents);
    for (const column of what.columns) this.addColumn(search, column, documents);
    if (what.columns.length > 1) this.addTags(search, documents);
  }

  facets(): Omit<Facets, 'tookMs'> {
    const years = new Map(
      [...this.dates.byYear()].map(([year, count]) => [String(year).padStart(4, '0'), count]),
    );
    return {
      total: this.total,
      dates: this.dates.histogram(),
      years: ranked(years),
      sources: ranked(this.named.source),
      languages: ranked(this.named.language),
      sections: ranked(this.named.section),
      collections: ranked(this.named.collection),
      tags: ranked(this.named.tags),
    };
  }

  private addDates({ live }: SegmentSearch, documents: Int32Array): void {
    const { dates } = live.segment.columns;
    for (const document of documents) this.dates.add(dates[document * 2]!, dates[document * 2 + 1]!);
  }

  private addColumn({ live }: SegmentSearch, column: NamedColumn, documents: Int32Array): void {
    const { columns } = live.segment;
    const numbers = columns.numbers(column);
    const table = columns.table(column);
    const counts = new Float64Array(table.length + 1);
    for (const document of documents) counts[numbers[document]!]! += 1;
    table.forEach((value, index) => {
      if (counts[index + 1]! > 0) add(this.named[column], value, counts[index + 1]!);
    });
  }

  private addTags({ live }: SegmentSearch, documents: Int32Array): void {
    const { columns } = live.segment;
    const table = columns.table('tags');
    if (table.length === 0) return;
    for (const document of documents) {
      for (const tag of columns.tags(document)) add(this.named.tags, table[tag - 1] ?? '', 1);
    }
  }
}
