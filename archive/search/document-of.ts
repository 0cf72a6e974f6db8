import { recordParts } from './fields.ts';
import type { IndexDocument } from './index-document.ts';
import type { SearchRecord } from './search-record.ts';

/** A source that gives more has listed every word of the article: the first are what it is about. */
const mostTags = 40;
const longestTag = 100;

/** What the source itself calls the article's subjects. */
function tagsOf(record: SearchRecord): readonly string[] {
  if (record.kind === 'listed') return [];
  const short = record.article.keywords.filter(({ length }) => length <= longestTag);
  return [...new Set(short)].slice(0, mostTags);
}

/** What the index takes of a record. */
export function documentOf(record: SearchRecord): IndexDocument {
  const { id, language, published, source, section, collection } = record.summary;
  return {
    id,
    listed: record.kind === 'listed',
    parts: recordParts(record),
    language,
    published: published?.value ?? null,
    source,
    section,
    collection,
    tags: tagsOf(record),
  };
}
