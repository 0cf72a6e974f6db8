import type { Article } from '../../model/article.ts';
import type { ArticleMarks, Hit } from '../../model/search.ts';
import type { SearchRecord } from '../search-record.ts';
import { blockParts } from '../fields.ts';
import type { Matcher } from './matcher.ts';
import { snippetOf } from './snippet.ts';

/** A hit with its snippet and marks. */
export function hitOf(record: SearchRecord, score: number, matcher: Matcher): Hit {
  const { summary } = record;
  const headlineMarks = matcher.marks({ field: 'headline', text: summary.headline });
  const url = record.kind === 'listed' ? record.url : record.article.url;
  const snippet =
    record.kind === 'listed'
      ? { text: summary.standfirst ?? '', marks: [] }
      : snippetOf(record.article, matcher);
  return { ...summary, url, score, headlineMarks, snippet };
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
