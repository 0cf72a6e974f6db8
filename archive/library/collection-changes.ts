import { readCollectionName } from '../model/collections.ts';
import type { CollectionChange, CollectionUndone } from '../model/collections.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { integer, text } from './columns.ts';
import { addCollection, findCollection } from './membership.ts';
import { moveRemembered, renumberMembers } from './moved-articles.ts';
import type { CollectionTools } from './moved-articles.ts';
import type { Database } from './sqlite.ts';
import { takeBack } from './undo-collections.ts';
import { addStep, rememberArticles, rememberMembers } from './undo-steps.ts';
import type { CollectionRow, UndoStep } from './undo-steps.ts';

type Outcome<T> = Result<T, ArchiveError>;

const untouched = { into: null, created: [], removed: [], renamed: null } as const;

/**
 * Changes collections within one write transaction. Whatever is moved, or is in a collection of another name, is numbered as
 * changed, so that the index follows. Names are read as `readCollectionName` reads them. Errors, with nothing changed:
 * `collection-name`, `collection-exists`, `collection-not-found`.
 */
export class CollectionChanges {
  private readonly tools: CollectionTools;

  constructor(tools: CollectionTools) {
    this.tools = tools;
  }

  /** Makes a collection without articles. */
  create(typed: string): Outcome<CollectionChange> {
    const name = this.free(typed);
    if (!name.ok) return name;
    const id = addCollection(this.tools.database, name.value);
    const change = { kind: 'created', from: [], into: name.value, articles: 0 } as const;
    return this.done({ ...untouched, change, created: [id] });
  }

  rename(from: string, typed: string): Outcome<CollectionChange> {
    const { database, totals } = this.tools;
    const row = this.row(from);
    if (!row.ok) return row;
    if (readCollectionName(typed) === row.value.name) {
      return ok({ kind: 'renamed', from: [from], into: from, articles: 0, undo: null });
    }
    const to = this.free(typed);
    if (!to.ok) return to;
    const { id } = row.value;
    database.run('UPDATE collections SET name = ? WHERE id = ?', to.value, id);
    const articles = renumberMembers(this.tools, id);
    totals.recount(from);
    totals.recount(to.value);
    const change = { kind: 'renamed', from: [from], into: to.value, articles } as const;
    return this.done({ ...untouched, change, renamed: { id, from, to: to.value } });
  }

  /** Moves all articles of some collections into another, which is made when it is new, and removes them. */
  merge(names: readonly string[], typed: string): Outcome<CollectionChange> {
    return this.dissolve('merged', names, typed);
  }

  /** Removes a collection; its articles go into another one, which may be left out only when there are none. */
  remove(name: string, into: string | null): Outcome<CollectionChange> {
    if (into !== null) return this.dissolve('removed', [name], into);
    const row = this.row(name);
    if (!row.ok) return row;
    if (hasMembers(this.tools.database, row.value.id))
      return fail(archiveError('collection-not-empty', { name }));
    this.drop(row.value);
    const change = { kind: 'removed', from: [name], into: null, articles: 0 } as const;
    return this.done({ ...untouched, change, removed: [row.value] });
  }

  /** Moves articles into a collection, which is made when it is new. Those that are there already are left alone. */
  move(articles: readonly string[], typed: string): Outcome<CollectionChange> {
    const { database, totals } = this.tools;
    const target = this.target(typed);
    if (!target.ok) return target;
    const { id, name, created } = target.value;
    const from = namesOf(database, articles, id);
    const draft: UndoStep = {
      ...untouched,
      change: { kind: 'moved', from, into: name, articles: 0 },
      into: id,
      created,
    };
    if (from.length === 0 && created.length === 0) return ok({ ...draft.change, undo: null });
    const step = addStep(database, draft);
    rememberArticles(database, step, articles, id);
    const moved = moveRemembered(this.tools, step, id);
    for (const one of [...from, name]) totals.recount(one);
    return this.counted(step, draft, moved);
  }

  /** Forgets a collection that has no articles any more; the articles themselves were deleted, which is not taken back. */
  forget(name: string): void {
    const id = findCollection(this.tools.database, name);
    if (id === null || hasMembers(this.tools.database, id)) return;
    this.drop({ id, name, created: '' });
  }

  /** Takes a change back as far as it can be. Errors: `undo-gone`, `collection-exists`. */
  undo(step: number): Outcome<CollectionUndone> {
    return takeBack(this.tools, step);
  }

  private dissolve(
    kind: 'merged' | 'removed',
    names: readonly string[],
    typed: string,
  ): Outcome<CollectionChange> {
    const { database, totals } = this.tools;
    const rows: CollectionRow[] = [];
    for (const name of new Set(names)) {
      const row = this.row(name);
      if (!row.ok) return row;
      rows.push(row.value);
    }
    const target = this.target(typed);
    if (!target.ok) return target;
    const { id, name, created } = target.value;
    const removed = rows.filter((row) => row.id !== id);
    const from = removed.map((row) => row.name);
    const draft: UndoStep = {
      ...untouched,
      change: { kind, from, into: name, articles: 0 },
      ...{ into: id, created, removed },
    };
    if (removed.length === 0) return ok({ ...draft.change, undo: null });
    const step = addStep(database, draft);
    rememberMembers(
      database,
      step,
      removed.map((row) => row.id),
    );
    const moved = moveRemembered(this.tools, step, id);
    for (const row of removed) this.drop(row);
    totals.recount(name);
    return this.counted(step, draft, moved);
  }

  private drop({ id, name }: CollectionRow): void {
    this.tools.database.run('DELETE FROM collections WHERE id = ?', id);
    this.tools.totals.recount(name);
  }

  private done(step: UndoStep): Outcome<CollectionChange> {
    return ok({ ...step.change, undo: addStep(this.tools.database, step) });
  }

  /** The step was kept before it was known how many articles it moves. */
  private counted(id: number, draft: UndoStep, articles: number): Outcome<CollectionChange> {
    const change = { ...draft.change, articles };
    const sql = 'UPDATE undo_steps SET step = ? WHERE id = ?';
    this.tools.database.run(sql, JSON.stringify({ ...draft, change }), id);
    return ok({ ...change, undo: id });
  }

  private row(name: string): Outcome<CollectionRow> {
    const row = this.tools.database.first('SELECT * FROM collections WHERE name = ?', name);
    if (row === null) return fail(archiveError('collection-not-found', { name }));
    return ok({ id: integer(row, 'id'), name: text(row, 'name'), created: text(row, 'created') });
  }

  private free(typed: string): Outcome<string> {
    const name = readCollectionName(typed);
    if (name === null) return fail(archiveError('collection-name', { name: typed }));
    const taken = findCollection(this.tools.database, name) !== null;
    return taken ? fail(archiveError('collection-exists', { name })) : ok(name);
  }

  /** A collection to move into. One that is there is found also by a name that no new one could have. */
  private target(typed: string): Outcome<{
    readonly id: number;
    readonly name: string;
    readonly created: readonly number[];
  }> {
    const { database } = this.tools;
    const name = findCollection(database, typed) === null ? readCollectionName(typed) : typed;
    if (name === null) return fail(archiveError('collection-name', { name: typed }));
    const known = findCollection(database, name);
    if (known !== null) return ok({ id: known, name, created: [] });
    const id = addCollection(database, name);
    this.tools.totals.recount(name);
    return ok({ id, name, created: [id] });
  }
}

function hasMembers(database: Database, id: number): boolean {
  return database.first('SELECT 1 FROM memberships WHERE collection = ? LIMIT 1', id) !== null;
}

/** The collections, but for one, that these articles are in. */
function namesOf(database: Database, articles: readonly string[], except: number): readonly string[] {
  const sql = `
    SELECT DISTINCT collections.name FROM memberships JOIN collections ON collections.id = memberships.collection
    WHERE memberships.article IN (SELECT value FROM json_each(?)) AND collections.id <> ? ORDER BY collections.name`;
  return database.all(sql, JSON.stringify(articles), except).map((row) => text(row, 'name'));
}
