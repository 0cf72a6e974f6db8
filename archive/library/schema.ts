/**
 * The tables, as a list of steps: the first makes version 1, each further one the next version. A step that was
 * released is never changed. `user_version` holds the number of steps done.
 *
 * - `originals`: every kept file; its bytes stand under `originals/` by their hash.
 * - `articles`: what a reader made of an original. `headline_key` is the headline as `headline-key.ts` folds it.
 * - `listed`: what an article's page points to. Whether the library holds it is worked out when asked.
 * - `import_runs`, `import_lines`: the reports. A run that was killed has no `finished`.
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
];
