import type { Library } from '../library/library.ts';
import { articleId } from '../library/article-id.ts';
import type { NewArticle } from '../library/recorder.ts';
import type { ArticleId } from '../model/article.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { FileRead } from './read-file.ts';

/** One input of a batch: a file that was read, or a line that needs nothing stored. */
export type Pending =
  | { readonly kind: 'line'; readonly line: ImportLine }
  | { readonly kind: 'file'; readonly path: string; readonly read: FileRead };

function newArticles(read: Extract<FileRead, { kind: 'read' }>, collection: string): readonly NewArticle[] {
  const { reader, original, drafts } = read;
  return drafts.map((draft, ordinal) => ({
    id: articleId({ payload: original.sha256, member: null, captured: null, ordinal }),
    ordinal,
    draft,
    collection,
    reader: { name: reader.name, version: reader.version },
  }));
}

/** Stores one file's articles and says what became of it. Inside a transaction. */
function storeFile(
  { recorder, catalogue }: Library,
  path: string,
  read: FileRead,
  collection: string,
): ImportLine {
  if (read.kind === 'failed') return { outcome: 'failed', path, error: read.error };
  recorder.original(read.original);
  if (read.kind === 'kept') return { outcome: 'kept', path, error: read.error };
  const articles = newArticles(read, collection);
  const added = articles.filter(({ id }) => !catalogue.hasArticle(id));
  for (const article of added) recorder.article(read.original, article);
  const ids = (list: readonly NewArticle[]): readonly ArticleId[] => list.map(({ id }) => id);
  return added.length === 0
    ? { outcome: 'duplicate', path, articles: ids(articles) }
    : { outcome: 'added', path, articles: ids(added) };
}

/**
 * Commits a batch in one transaction, with its lines of the report: the only commit point of an import. The originals
 * must be durable before. `before` is the number of lines the report has.
 */
export function commitBatch(
  library: Library,
  batch: readonly Pending[],
  place: { readonly run: number; readonly before: number; readonly collection: string },
): readonly ImportLine[] {
  return library.database.transaction(() => {
    const lines = batch.map((item) =>
      item.kind === 'line' ? item.line : storeFile(library, item.path, item.read, place.collection),
    );
    library.recorder.lines(place.run, place.before, lines);
    if (lines.some(({ outcome }) => outcome === 'added')) library.recorder.changed();
    return lines;
  });
}
