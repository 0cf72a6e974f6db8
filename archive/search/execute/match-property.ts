import { fillBits, intersect, listBits, setBit } from './bits.ts';
import type { Bits } from './bits.ts';
import type { PlanNode } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

type ByColumn = Extract<PlanNode, { kind: 'everything' | 'exists' | 'date' | 'property' }>;
type ByDate = Extract<PlanNode, { kind: 'date' }>;
type ByProperty = Extract<PlanNode, { kind: 'property' }>;

/** Whether a document of the segment is meant, by its number. */
type Test = (document: number) => boolean;

function dateTest({ live }: SegmentSearch, { how, from, to }: ByDate): Test {
  const { dates } = live.segment.columns;
  // Comparisons with NaN are false: what has no date is in none but `none`.
  switch (how) {
    case 'within':
      return (document) => dates[document * 2 + 1]! > from && dates[document * 2]! < to;
    case 'after':
      return (document) => dates[document * 2]! >= from;
    case 'before':
      return (document) => dates[document * 2 + 1]! <= to;
    case 'none':
      return (document) => Number.isNaN(dates[document * 2]!);
  }
}

/** Null when no document can be meant. */
function propertyTest({ live }: SegmentSearch, { column, accepts }: ByProperty): Test | null {
  const { columns } = live.segment;
  if (column === 'archived') {
    const { flags } = columns;
    return (document) => flags[document] === 0;
  }
  const good = Uint8Array.from([0, ...columns.table(column).map((value) => (accepts(value) ? 1 : 0))]);
  if (!good.includes(1)) return null;
  if (column === 'tags') return (document) => columns.tags(document).some((tag) => good[tag] === 1);
  const numbers = columns.numbers(column);
  return (document) => good[numbers[document]!] === 1;
}

function testOf(search: SegmentSearch, node: Exclude<ByColumn, { kind: 'everything' }>): Test | null {
  switch (node.kind) {
    case 'exists': {
      const { fields } = search.live.segment.columns;
      return (document) => (fields[document]! & node.mask) !== 0;
    }
    case 'date':
      return dateTest(search, node);
    case 'property':
      return propertyTest(search, node);
  }
}

/** The documents that a column alone decides on; with `within` only those of that set, and no others are looked at. */
export function matchProperty(search: SegmentSearch, node: ByColumn, within: Bits | null): Bits {
  const { scratch, live } = search;
  const { documents } = live.segment;
  const out = scratch.bits();
  if (node.kind === 'everything') {
    fillBits(out, documents);
    if (within !== null) intersect(out, within);
    return out;
  }
  const test = testOf(search, node);
  if (test === null) return out;
  if (within === null) {
    for (let document = 0; document < documents; document += 1) if (test(document)) setBit(out, document);
    return out;
  }
  const { list } = scratch;
  const count = listBits(within, list);
  for (let index = 0; index < count; index += 1) if (test(list[index]!)) setBit(out, list[index]!);
  return out;
}
