import type { Article, ArticleId } from '../model/article.ts';
import type { ArticleMarks, Hit, Sort } from '../model/search.ts';
import { startOf } from './date-interval.ts';
import type { SearchRecord } from './engine.ts';
import { blockParts } from './fields.ts';
import type { Matcher } from './matcher.ts';
import { snippetOf } from './snippet.ts';

/** A record that was found. */
export interface Found {
  /** Its number in the index. */
  readonly number: number;
  readonly record: SearchRecord;
  readonly score: number;
}

function byId(a: ArticleId, b: ArticleId): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Undated last, either way. */
function byDate(a: Found, b: Found, direction: 1 | -1): number {
  const startA = startOf(a.record.summary.published);
  const startB = startOf(b.record.summary.published);
  if (startA === null || startB === null) {
    return Number(startA === null) - Number(startB === null);
  }
  return (startA - startB) * direction;
}

/** Items that are only listed come after all that can be read. */
function byKind(a: Found, b: Found): number {
  return Number(a.record.kind === 'listed') - Number(b.record.kind === 'listed');
}

/** Sorts what was found; ties by date (newest first) and id, so that the order is always the same. */
export function sortFound(found: readonly Found[], sort: Sort): readonly Found[] {
  const ties = (a: Found, b: Found) => byId(a.record.summary.id, b.record.summary.id);
  return [...found].sort((a, b) => {
    if (sort === 'relevance') {
      return byKind(a, b) || b.score - a.score || byDate(a, b, -1) || ties(a, b);
    }
    return byDate(a, b, sort === 'oldest' ? 1 : -1) || ties(a, b);
  });
}

/** A hit with its snippet and marks. */
export function hitOf({ record, score }: Found, matcher: Matcher): Hit {
  const { summary } = record;
  const headlineMarks = matcher.marks({ field: 'headline', text: summary.headline });
  if (record.kind === 'listed') {
    return {
      ...summary,
      url: record.url,
      score,
      headlineMarks,
      snippet: { text: summary.standfirst ?? '', marks: [] },
    };
  }
  return {
    ...summary,
    url: record.article.url,
    score,
    headlineMarks,
    snippet: snippetOf(record.article, matcher),
  };
}

/** The words of a query in every text of an article. */
export function articleMarks(article: Article, matcher: Matcher): ArticleMarks {
  const { id, headline, standfirst, blocks, listed } = article;
  return {
    id,
    headline: matcher.marks({ field: 'headline', text: headline }),
    standfirst: standfirst === null ? [] : matcher.marks({ field: 'standfirst', text: standfirst }),
    blocks: blocks.map((block) => blockParts(block).map((part) => matcher.marks(part))),
    listed: listed.map((link) => matcher.marks({ field: 'listed', text: link.headline })),
  };
}
