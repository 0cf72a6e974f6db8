import { recordParts } from './fields.ts';
import type { IndexDocument } from './index-document.ts';
import type { SearchRecord } from './search-record.ts';

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
    tags: [],
  };
}
