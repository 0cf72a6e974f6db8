import { integer, text } from '../library/columns.ts';
import type { Library } from '../library/library.ts';
import { collectionNameOf } from '../library/membership.ts';
import type { ArticleId } from '../model/article.ts';
import type { Deletion } from '../model/deletion.ts';

/** What deleting an archived article would take away. Throws when there is no such article. */
export function deletionOf({ database }: Library, id: ArticleId): Deletion {
  const row = database.first(
    `SELECT headline, originals.sha256, originals.name, originals.bytes,
       (SELECT count(*) FROM articles AS other WHERE other.original = articles.original) - 1 AS others,
       EXISTS (SELECT 1 FROM linked_originals WHERE linked_originals.sha256 = articles.original) AS linked
     FROM articles JOIN originals ON originals.sha256 = articles.original WHERE articles.id = ?`,
    id,
  );
  if (row === null) throw new Error(`there is no article ${id} to delete`);
  return {
    id,
    headline: text(row, 'headline'),
    collection: collectionNameOf(database, id),
    original: {
      name: text(row, 'name'),
      bytes: integer(row, 'bytes'),
      others: integer(row, 'others'),
      linked: integer(row, 'linked') === 1,
    },
  };
}
