import { fillBits, setBit } from './bits.ts';
import type { Bits } from './bits.ts';
import type { PlanNode } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

type ByColumn = Extract<PlanNode, { kind: 'everything' | 'exists' | 'date' | 'property' }>;
type ByDate = Extract<PlanNode, { kind: 'date' }>;
type ByProperty = Extract<PlanNode, { kind: 'property' }>;

function matchDate(search: SegmentSearch, { how, from, to }: ByDate, out: Bits): void {
  const { dates } = search.live.segment.columns;
  for (let document = 0; document < search.live.segment.documents; document += 1) {
    const start = dates[document * 2]!;
    const end = dates[document * 2 + 1]!;
    // Comparisons with NaN are false: what has no date is in none but `none`.
    const fits =
      how === 'within'
        ? end > from && start < to
        : how === 'after'
          ? start >= from
          : how === 'before'
            ? end <= to
            : Number.isNaN(start);
    if (fits) setBit(out, document);
  }
}

function matchTags(search: SegmentSearch, { accepts }: ByProperty, out: Bits): void {
  const { columns, documents } = search.live.segment;
  const good = columns.table('tags').map(accepts);
  if (!good.includes(true)) return;
  for (let document = 0; document < documents; document += 1) {
    if (columns.tags(document).some((tag) => good[tag - 1] === true)) setBit(out, document);
  }
}

function matchNamed(search: SegmentSearch, { column, accepts }: ByProperty, out: Bits): void {
  const { columns, documents } = search.live.segment;
  if (column === 'tags' || column === 'archived') return;
  const good = [false, ...columns.table(column).map(accepts)];
  const numbers = columns.numbers(column);
  for (let document = 0; document < documents; document += 1) {
    if (good[numbers[document]!] === true) setBit(out, document);
  }
}

/** The documents that a column alone decides on. */
export function matchProperty(search: SegmentSearch, node: ByColumn): Bits {
  const out = search.scratch.bits();
  const { columns, documents } = search.live.segment;
  switch (node.kind) {
    case 'everything':
      fillBits(out, documents);
      break;
    case 'exists': {
      const { fields } = columns;
      for (let at = 0; at < documents; at += 1) if ((fields[at]! & node.mask) !== 0) setBit(out, at);
      break;
    }
    case 'date':
      matchDate(search, node, out);
      break;
    case 'property':
      if (node.column === 'tags') matchTags(search, node, out);
      else if (node.column === 'archived') {
        const { flags } = columns;
        for (let at = 0; at < documents; at += 1) if (flags[at] === 0) setBit(out, at);
      } else matchNamed(search, node, out);
  }
  return out;
}
