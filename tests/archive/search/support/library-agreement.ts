import type { Library } from '../../../../archive/library/library.ts';
import { IndexSearch } from '../../../../archive/search/index-search.ts';
import type { Files } from '../../../../archive/search/store/files.ts';
import { IndexReader } from '../../../../archive/search/store/index-reader.ts';
import { verifySegment } from '../../../../archive/search/segment/verify-segment.ts';
import { createNameVariants } from '../../../../archive/text/name-variants.ts';

/** The ids of the articles that an index holds, sorted; everything in it is verified. */
export function indexedIds(files: Files): readonly string[] {
  const reader = new IndexReader(files, () => true);
  try {
    const { segments } = reader.snapshot();
    const ids = segments.flatMap(({ segment, removed }) => {
      verifySegment(segment);
      const all = Array.from({ length: segment.documents }, (_, at) => at);
      const { flags } = segment.columns;
      return all
        .filter((at) => removed?.has(at) !== true && flags[at] === 0)
        .map((at) => segment.columns.id(at));
    });
    return ids.sort();
  } finally {
    reader.close();
  }
}

/** The ids of a library's articles, sorted. */
export function libraryIds({ database }: Library): readonly string[] {
  return [...database.iterate('SELECT id FROM articles')].map((row) => String(row['id'])).sort();
}

/** A search over the index of a library, for totals only. */
export function searchIn(files: Files): IndexSearch {
  const variants = createNameVariants({ names: [] });
  return new IndexSearch(
    new IndexReader(files, () => true),
    { records: (ids) => ids.map(() => null) },
    { list: { names: [] }, variants },
  );
}
