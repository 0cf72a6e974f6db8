/**
 * What makes version 4, for collections:
 *
 * - `collections`: each is there until it is removed, also without articles.
 * - `memberships`: the collection of each article, in rows so narrow that a hundred thousand are moved at one go. `day` is
 *   the day it was published, as far as it is known. `change` is the number of its last move; an article's number is the
 *   later of this one and that in `articles`.
 * - `undo_steps`, `undo_articles`: the last changes of collections, and where their articles were before (`undo-steps.ts`).
 * - `import_lines_by_outcome`: what failed, or was there already, of all imports.
 * - `totals` has two more kinds: `language`, and `bare`, the originals without an article.
 */
export const collectionsOfTheirOwn = `
  CREATE TABLE collections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL
  ) STRICT;

  CREATE TABLE memberships (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    collection INTEGER NOT NULL REFERENCES collections (id),
    day TEXT,
    change INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE undo_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    done TEXT NOT NULL,
    step TEXT NOT NULL
  ) STRICT;

  CREATE TABLE undo_articles (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    step INTEGER NOT NULL REFERENCES undo_steps (id) ON DELETE CASCADE,
    collection INTEGER NOT NULL,
    PRIMARY KEY (article, step)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO collections (name, created)
  SELECT collection, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles GROUP BY collection ORDER BY min(rowid);
  INSERT INTO memberships (article, collection, day)
  SELECT articles.id, collections.id, substr(published, 1, 10)
  FROM articles JOIN collections ON collections.name = articles.collection;
  ALTER TABLE articles DROP COLUMN collection;
  CREATE INDEX memberships_by_collection ON memberships (collection, day);
  CREATE UNIQUE INDEX memberships_by_change ON memberships (change) WHERE change IS NOT NULL;

  INSERT INTO totals (kind, name, amount)
  SELECT 'language', language, count(*) FROM articles WHERE language IS NOT NULL GROUP BY language
  UNION ALL SELECT 'bare', '', count(*) FROM originals
    WHERE NOT EXISTS (SELECT 1 FROM articles WHERE original = sha256);

  CREATE TABLE linked_originals (
    sha256 TEXT PRIMARY KEY REFERENCES originals (sha256) ON DELETE CASCADE,
    path TEXT NOT NULL,
    modified TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE watched_folders (
    path TEXT PRIMARY KEY,
    collection TEXT,
    since TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE watched_files (
    folder TEXT NOT NULL REFERENCES watched_folders (path) ON DELETE CASCADE,
    path TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    PRIMARY KEY (folder, path)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX import_lines_by_outcome ON import_lines (line ->> '$.outcome');
`;
