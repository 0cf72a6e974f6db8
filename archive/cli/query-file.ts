import { readFile } from 'node:fs/promises';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { splitQueryLines } from '../search/query/query-lines.ts';
import { UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

/** The most characters of a query. */
export const longestQuery = 10_000;

async function textOf(file: string, surroundings: Surroundings): Promise<Result<string, ArchiveError>> {
  if (file === '-') return ok(await surroundings.readInput());
  try {
    return ok(await readFile(file, 'utf8'));
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    if (detail === undefined) throw error;
    if (detail === 'ENOENT') return fail(archiveError('not-found', { path: file }));
    return fail(archiveError('unreadable', { path: file, detail }));
  }
}

/**
 * The queries of a file, or of standard input for `-`. Errors: `not-found`, `unreadable`. Throws UsageError when there is
 * none, or one is too long.
 */
export async function readQueries(
  file: string,
  surroundings: Surroundings,
): Promise<Result<readonly string[], ArchiveError>> {
  const text = await textOf(file, surroundings);
  if (!text.ok) return text;
  const queries = splitQueryLines(text.value);
  const name = file === '-' ? 'Standard input' : file;
  if (queries.length === 0) throw new UsageError(`${name} has no query: one a line is wanted.`);
  if (queries.some((query) => query.length > longestQuery)) {
    throw new UsageError(`${name} has a query of more than 10,000 characters.`);
  }
  return ok(queries);
}
