import type { Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { systemCode } from '../library/system-errors.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';

/** What was met on the way, in order: a file to read, or something that is none. */
export type Met =
  | { readonly kind: 'file'; readonly path: string; readonly name: string; readonly bytes: number }
  | { readonly kind: 'problem'; readonly path: string; readonly error: ArchiveError };

/** Files that operating systems leave in folders. */
const litter = /^(?:\.DS_Store|\._.*|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory|\.localized)$/iu;

function problem(path: string, error: ArchiveError): Met {
  return { kind: 'problem', path, error };
}

/** What a failed look at `path` means. */
function failure(path: string, error: unknown, isLink: boolean): Met {
  const detail = systemCode(error);
  if (detail === null) throw error;
  if (detail === 'ELOOP') return problem(path, archiveError('link-loop', { path }));
  if (detail !== 'ENOENT') return problem(path, archiveError('unreadable', { path, detail }));
  return problem(
    path,
    isLink ? archiveError('dangling-link', { path }) : archiveError('not-found', { path }),
  );
}

/** The status of what `path` names in the end, or the problem it is. */
async function look(path: string): Promise<Stats | Met> {
  let isLink = false;
  try {
    isLink = (await lstat(path)).isSymbolicLink();
    return await stat(path);
  } catch (error) {
    return failure(path, error, isLink);
  }
}

/** Byte order, so that a folder is walked in the same order on every machine. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function* walkFolder(path: string, seen: Set<string>): AsyncGenerator<Met> {
  let names: string[];
  try {
    const real = await realpath(path);
    if (seen.has(real)) {
      yield problem(path, archiveError('link-loop', { path }));
      return;
    }
    seen.add(real);
    names = await readdir(path);
  } catch (error) {
    yield failure(path, error, false);
    return;
  }
  for (const name of names.sort(byName)) yield* walkOne(join(path, name), seen);
}

async function* walkOne(path: string, seen: Set<string>): AsyncGenerator<Met> {
  const name = basename(path);
  if (litter.test(name)) {
    yield problem(path, archiveError('system-file', { path }));
    return;
  }
  const status = await look(path);
  if ('kind' in status) yield status;
  else if (status.isDirectory()) yield* walkFolder(path, seen);
  else if (status.isFile()) yield { kind: 'file', path, name, bytes: status.size };
  else yield problem(path, archiveError('not-a-file', { path }));
}

/**
 * Walks files and folders, in the order given and by name within a folder. Symbolic links are followed, but no folder
 * is walked twice. Never throws for anything that can be met on a disk.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<Met> {
  const seen = new Set<string>();
  for (const path of paths) yield* walkOne(resolve(path), seen);
}
