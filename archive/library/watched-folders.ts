import type { WatchedFolder } from '../model/watched-folders.ts';
import { integer, text, textOrNull } from './columns.ts';
import type { Database } from './sqlite.ts';

/** A file as it lies in a folder. */
export interface FileState {
  readonly path: string;
  readonly bytes: number;
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number;
}

/** The folders that are watched, in the order of their names. */
export function watchedFolders(database: Database): readonly Omit<WatchedFolder, 'isThere'>[] {
  const sql = `
    SELECT path, collection, since, (SELECT count(*) FROM watched_files WHERE folder = watched_folders.path) AS files
    FROM watched_folders ORDER BY path`;
  return database.all(sql).map((row) => ({
    path: text(row, 'path'),
    collection: textOrNull(row, 'collection'),
    since: text(row, 'since'),
    files: integer(row, 'files'),
  }));
}

/** Begins to watch a folder. Like all of these that write, inside a transaction. */
export function watchFolder(database: Database, path: string, collection: string | null): void {
  const sql = 'INSERT INTO watched_folders (path, collection, since) VALUES (?, ?, ?)';
  database.run(sql, path, collection, new Date().toISOString());
}

/** Ends it. False when it was not watched. */
export function unwatchFolder(database: Database, path: string): boolean {
  return database.run('DELETE FROM watched_folders WHERE path = ?', path) > 0;
}

/** The files of a folder as they were when they were imported, by their paths. */
export function seenFiles(database: Database, folder: string): ReadonlyMap<string, FileState> {
  const rows = database.all('SELECT path, bytes, modified FROM watched_files WHERE folder = ?', folder);
  return new Map(
    rows.map((row) => {
      const path = text(row, 'path');
      return [path, { path, bytes: integer(row, 'bytes'), modified: integer(row, 'modified') }];
    }),
  );
}

/** Remembers files as imported. */
export function rememberFiles(database: Database, folder: string, files: readonly FileState[]): void {
  const sql =
    'INSERT OR REPLACE INTO watched_files (folder, path, bytes, modified) SELECT path, ?, ?, ? FROM watched_folders WHERE path = ?';
  for (const { path, bytes, modified } of files) database.run(sql, path, bytes, modified, folder);
}
