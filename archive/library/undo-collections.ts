import type { CollectionUndone } from '../model/collections.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { text } from './columns.ts';
import { findCollection } from './membership.ts';
import { numbered, renumberMembers } from './moved-articles.ts';
import type { CollectionTools } from './moved-articles.ts';
import type { Database } from './sqlite.ts';
import { stepOf } from './undo-steps.ts';
import type { CollectionRow, UndoStep } from './undo-steps.ts';

const restoreMembers = `
  UPDATE memberships SET change = ?1 + turns.turn, collection = turns.former
  FROM (
    SELECT undo_articles.article AS moved, undo_articles.collection AS former, row_number() OVER () AS turn
    FROM undo_articles JOIN memberships ON memberships.article = undo_articles.article
    WHERE undo_articles.step = ?2 AND memberships.collection = ?3
      AND EXISTS (SELECT 1 FROM collections WHERE collections.id = undo_articles.collection)) AS turns
  WHERE turns.moved = memberships.article`;

/**
 * Takes a change of collections back: what it removed is there again, with the articles that are where it put them; what it
 * made is gone, unless something was put into it since. Errors, with nothing changed: `undo-gone`, `collection-exists`.
 */
export function takeBack(tools: CollectionTools, id: number): Result<CollectionUndone, ArchiveError> {
  const { database, totals } = tools;
  const step = stepOf(database, id);
  if (step === null) return fail(archiveError('undo-gone', { step: id }));
  const renamed = renameBack(tools, step);
  if (!renamed.ok) return renamed;
  for (const row of step.removed) restore(database, id, row);
  const into = step.into === null ? null : nameOf(database, step.into);
  const moved = step.into === null ? 0 : numbered(tools, restoreMembers, id, step.into);
  for (const row of step.created) dropEmpty(tools, row);
  for (const name of step.change.from) totals.recount(name);
  if (into !== null) totals.recount(into);
  database.run('DELETE FROM undo_steps WHERE id = ?', id);
  return ok({ change: step.change, articles: renamed.value + moved });
}

function nameOf(database: Database, id: number): string | null {
  const row = database.first('SELECT name FROM collections WHERE id = ?', id);
  return row === null ? null : text(row, 'name');
}

function renameBack(tools: CollectionTools, { renamed }: UndoStep): Result<number, ArchiveError> {
  if (renamed === null) return ok(0);
  const { database, totals } = tools;
  const now = nameOf(database, renamed.id);
  if (now === null) return ok(0);
  const holder = findCollection(database, renamed.from);
  if (holder !== null && holder !== renamed.id)
    return fail(archiveError('collection-exists', { name: renamed.from }));
  database.run('UPDATE collections SET name = ? WHERE id = ?', renamed.from, renamed.id);
  for (const name of [now, renamed.from]) totals.recount(name);
  return ok(renumberMembers(tools, renamed.id));
}

/** Another collection may have taken the name since then, such as by an import: then the articles go there. */
function restore(database: Database, step: number, { id, name, created }: CollectionRow): void {
  const holder = findCollection(database, name);
  if (holder === null) {
    database.run('INSERT INTO collections (id, name, created) VALUES (?, ?, ?)', id, name, created);
    return;
  }
  const sql = 'UPDATE undo_articles SET collection = ? WHERE step = ? AND collection = ?';
  database.run(sql, holder, step, id);
}

function dropEmpty({ database, totals }: CollectionTools, id: number): void {
  const name = nameOf(database, id);
  const sql = `
    DELETE FROM collections WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM memberships WHERE collection = ?1)`;
  database.run(sql, id);
  if (name !== null) totals.recount(name);
}
