import { collectionsOfTheirOwn } from './schema-version-4.ts';

/**
 * The tables, as a list of steps: the first makes version 1, each further one the next version. A step that was
 * released is never changed. `user_version` holds the number of steps done.
 *
 * - `originals`: every kept file; its bytes stand under `originals/` by their hash.
 * - `articles`: what a reader made of an original. `headline_key` is the headline as `headline-key.ts` folds it.
 * - `listed`: what an article's page points to. Whether the library holds it is worked out when asked.
 * - `import_runs`, `import_lines`: the reports. A run that was killed has no `finished`.
 *
 * Version 2 numbers what is searched, so that an index can be brought up to date (decision record 6):
 *
 * - `articles.change`: raised whenever what is searched of the article changes; `born`: its first one. `span_start` and
 *   `span_end`: where the article stands in its original, in bytes; null when the original is the article.
 * - `listed.change`: of the items that are records of their own: no article answers to them, and no older page lists the
 *   same. Null for the others. `born` stays when an item stops being one.
 * - `removed`: records that went away. `commits`: the last number of each transaction, and a random token.
 * - `totals`: what would take a walk through all articles to count, kept by every transaction. Kinds: `collection`,
 *   `section`, `source` (articles by name), `item` (records of `listed`), `originals`, `original-bytes` (name empty).
 *
 * Version 3 knows articles inside containers:
 *
 * - `articles.payload`, `member`, `captured`: what the id was made of (`article-id.ts`), beside the ordinal. `payload` is
 *   null in rows from before, where it is the original's hash or that of the bytes of the span. `captured` is also there
 *   for a record, whose id it is no part of.
 * - `articles.members`: the way into containers, a JSON list of `MemberPlace`; null for a loose file.
 * - `articles.keywords`: what the source itself gives, a JSON list of texts.
 * - `corrections`: what a person put in the place of what a reader gave. `articles` holds what is shown; `read_values` keeps
 *   the reader's values of the corrected columns, a JSON object by column.
 * - `doomed`: originals of deleted articles whose files may not be gone yet: the next opening removes them.
 *
 * Version 4 makes collections things of their own (`schema-version-4.ts`). `linked_originals` are those that were left where
 * they are: under `originals/` stands a symbolic link to `path`; `modified` is when the file was last written, in UTC.
 * `watched_folders` are imported as files arrive, `watched_files` those that were, with size and time in milliseconds.
 *
 * Version 5 knows originals that come in several files: `parts` are those that an original's articles were read from besides
 * itself, by the names it gives them (the ALTO pages of a METS file). They go with it.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    name TEXT NOT NULL,
    added TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX originals_by_size ON originals (bytes);

  CREATE TABLE articles (
    id TEXT PRIMARY KEY CHECK (length(id) = 32),
    original TEXT NOT NULL REFERENCES originals (sha256),
    ordinal INTEGER NOT NULL,
    headline TEXT NOT NULL,
    headline_key TEXT NOT NULL,
    standfirst TEXT,
    byline TEXT,
    source TEXT,
    section TEXT,
    language TEXT,
    published TEXT,
    published_precision TEXT,
    published_printed TEXT,
    published_zone TEXT,
    url TEXT,
    collection TEXT NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    encoding TEXT,
    reader TEXT NOT NULL,
    reader_version INTEGER NOT NULL,
    blocks TEXT NOT NULL,
    warnings TEXT NOT NULL,
    places TEXT NOT NULL,
    CHECK ((published IS NULL) = (published_precision IS NULL)),
    CHECK ((published IS NULL) = (published_printed IS NULL))
  ) STRICT;
  CREATE INDEX articles_by_original ON articles (original);
  CREATE INDEX articles_by_headline ON articles (headline_key);
  CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
  CREATE INDEX articles_by_date ON articles (published IS NULL, published, headline, id);

  CREATE TABLE listed (
    id TEXT PRIMARY KEY CHECK (length(id) = 32),
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    headline TEXT NOT NULL,
    headline_key TEXT NOT NULL,
    url TEXT,
    heading TEXT,
    UNIQUE (article, ordinal)
  ) STRICT;
  CREATE INDEX listed_by_headline ON listed (headline_key);
  CREATE INDEX listed_by_url ON listed (url) WHERE url IS NOT NULL;

  CREATE TABLE import_runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    cancelled INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE import_lines (
    run INTEGER NOT NULL REFERENCES import_runs (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (run, ordinal)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  DELETE FROM meta WHERE key = 'generation';

  ALTER TABLE articles ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN born INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN span_start INTEGER;
  ALTER TABLE articles ADD COLUMN span_end INTEGER;
  ALTER TABLE listed ADD COLUMN change INTEGER;
  ALTER TABLE listed ADD COLUMN born INTEGER;

  CREATE TABLE removed (
    id TEXT PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE,
    born INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE commits (
    change INTEGER PRIMARY KEY,
    token TEXT NOT NULL CHECK (length(token) = 16)
  ) STRICT;

  CREATE TABLE totals (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    amount INTEGER NOT NULL,
    first TEXT,
    last TEXT,
    PRIMARY KEY (kind, name)
  ) STRICT, WITHOUT ROWID;

  UPDATE articles SET change = numbered.n, born = numbered.n
  FROM (SELECT rowid AS place, row_number() OVER (ORDER BY rowid) AS n FROM articles) AS numbered
  WHERE numbered.place = articles.rowid;

  UPDATE listed SET change = numbered.n, born = numbered.n
  FROM (
    SELECT id AS item, (SELECT count(*) FROM articles) + row_number() OVER (ORDER BY id) AS n
    FROM (
      SELECT one.id, row_number() OVER (
        PARTITION BY one.headline_key, coalesce(one.url, '')
        ORDER BY page.published IS NULL, page.published, one.article, one.ordinal) AS turn
      FROM listed AS one JOIN articles AS page ON page.id = one.article
      WHERE NOT EXISTS (SELECT 1 FROM articles AS same WHERE same.headline_key = one.headline_key)
        AND NOT EXISTS (SELECT 1 FROM articles AS same WHERE same.url = one.url))
    WHERE turn = 1) AS numbered
  WHERE numbered.item = listed.id;

  CREATE UNIQUE INDEX articles_by_change ON articles (change);
  CREATE UNIQUE INDEX items_by_change ON listed (change) WHERE change IS NOT NULL;
  CREATE INDEX items_by_headline ON listed (headline_key) WHERE change IS NOT NULL;
  CREATE INDEX items_by_url ON listed (url) WHERE change IS NOT NULL AND url IS NOT NULL;

  INSERT INTO commits (change, token)
  SELECT last, lower(hex(randomblob(8))) FROM (
    SELECT max((SELECT coalesce(max(change), 0) FROM articles), (SELECT coalesce(max(change), 0) FROM listed)) AS last)
  WHERE last > 0;

  INSERT INTO totals (kind, name, amount, first, last)
  SELECT 'collection', collection, count(*), min(substr(published, 1, 10)), max(substr(published, 1, 10))
  FROM articles GROUP BY collection;
  INSERT INTO totals (kind, name, amount)
  SELECT 'section', section, count(*) FROM articles WHERE section IS NOT NULL GROUP BY section
  UNION ALL SELECT 'source', source, count(*) FROM articles WHERE source IS NOT NULL GROUP BY source
  UNION ALL SELECT 'item', '', count(*) FROM listed WHERE change IS NOT NULL
  UNION ALL SELECT 'originals', '', count(*) FROM originals
  UNION ALL SELECT 'original-bytes', '', coalesce(sum(bytes), 0) FROM originals;
  `,
  `
  ALTER TABLE articles ADD COLUMN payload TEXT;
  ALTER TABLE articles ADD COLUMN member TEXT;
  ALTER TABLE articles ADD COLUMN captured TEXT;
  ALTER TABLE articles ADD COLUMN members TEXT;
  ALTER TABLE articles ADD COLUMN keywords TEXT NOT NULL DEFAULT '[]';
  CREATE INDEX articles_by_payload ON articles (payload) WHERE payload IS NOT NULL;

  CREATE TABLE corrections (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    read_values TEXT NOT NULL,
    corrected TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE doomed (
    sha256 TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
`,
  collectionsOfTheirOwn,
  `
  CREATE TABLE parts (
    original TEXT NOT NULL REFERENCES originals (sha256) ON DELETE CASCADE,
    name TEXT NOT NULL,
    part TEXT NOT NULL REFERENCES originals (sha256),
    PRIMARY KEY (original, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX parts_by_part ON parts (part);
`,
];
