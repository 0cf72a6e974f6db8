import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Stats } from 'node:fs';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { systemCode } from '../library/system-errors.ts';
import { issueFolderOf, issueParts, mayBeMets } from './issue-folder.ts';
import type { IssueFolder } from './issue-folder.ts';
import { isLitter } from './litter.ts';
import { pagesOfFolder, takesPartsFrom } from './saved-page.ts';
import { readSource } from './source-bytes.ts';

/** A path for the system: bytes where the name is not UTF-8 and text would name another file. */
export type Location = string | Buffer;

/** What walking met, one for each line of the report. */
export type Entry =
  | {
      readonly kind: 'file';
      readonly location: Location;
      /** The path to show: as given, and for a file in a folder joined to it. */
      readonly path: string;
      readonly name: string;
      /** In bytes, as the system said when it was met. */
      readonly size: number;
      /** The folder named for import that it was found in; null for a file named itself. */
      readonly root: string | null;
      /** The files that are one issue with it, when it is a METS file; they come as no entries of their own. */
      readonly issue?: IssueFolder;
    }
  | { readonly kind: 'failed' | 'skipped'; readonly path: string; readonly error: ArchiveError };

interface Place {
  readonly location: Location;
  readonly path: string;
  readonly name: string;
  readonly root: string | null;
}

interface Walk {
  /** Every folder entered so far, by device and inode. */
  readonly entered: Set<string>;
  /** Folders that are passed over without a word: the library itself. */
  readonly excluded: ReadonlySet<string>;
  /** METS files with their pages beside them, by location, and what is a part of one. */
  readonly issues: Map<string, IssueFolder>;
  readonly parts: Set<string>;
}

/** What stands beside a file or folder: the names of its folder, or what else was named. */
type Beside = ReadonlyMap<string, Place>;

/**
 * Walks files and folders in the order given, the content of a folder sorted by name. Symbolic links are followed,
 * but no folder is entered twice: a link back into a folder being walked fails with `link-loop`, and a folder that was
 * walked by another way is skipped with it. Never throws for what the disk holds.
 */
export async function* walk(paths: readonly string[], excluded: readonly string[]): AsyncGenerator<Entry> {
  const real = await Promise.all(excluded.map((path) => realpath(path)));
  const state: Walk = { entered: new Set(), excluded: new Set(real), issues: new Map(), parts: new Set() };
  const named = paths.map((path): Place => {
    const location = resolve(path);
    return { location, path, name: basename(location), root: null };
  });
  await findIssues(named, '', state);
  for (const place of named) {
    const folder = dirname(place.location.toString());
    const beside = named.filter(({ location }) => dirname(location.toString()) === folder);
    yield* visit(place, state, [], byName(beside));
  }
}

function byName(places: readonly Place[]): Beside {
  return new Map(places.map((place) => [place.name, place]));
}

async function* visit(
  place: Place,
  state: Walk,
  above: readonly string[],
  beside: Beside,
): AsyncGenerator<Entry> {
  const { path } = place;
  // What a METS file names comes with it.
  if (typeof place.location === 'string' && state.parts.delete(place.location)) return;
  let stats: Stats;
  try {
    stats = await stat(place.location);
  } catch (error) {
    yield { kind: 'failed', path, error: await whyNot(place, error) };
    return;
  }
  if (stats.isDirectory()) {
    const page = await pageAround(place, beside);
    if (page !== null) yield { kind: 'skipped', path, error: await partsOf(place, page) };
    else yield* enter(place, stats, state, above);
  } else if (isLitter(place.name, 'file')) {
    yield { kind: 'skipped', path, error: archiveError('system-file', { path }) };
  } else if (stats.isFile()) {
    yield* fileEntries(place, stats.size, state);
  } else {
    yield { kind: 'failed', path, error: archiveError('not-a-file', { path }) };
  }
}

function* fileEntries(place: Place, size: number, { issues }: Walk): Generator<Entry> {
  const issue = typeof place.location === 'string' ? issues.get(place.location) : undefined;
  if (issue === undefined) {
    yield { kind: 'file', ...place, size };
    return;
  }
  issues.delete(place.location.toString());
  yield { kind: 'file', ...place, size: issue.size, issue };
  yield { kind: 'skipped', path: place.path, error: issueParts(issue, place.path) };
}

/** Finds the METS files in a folder, and in one named for them inside it, before anything there is visited. */
async function findIssues(places: readonly Place[], folder: string, state: Walk): Promise<void> {
  const candidates = new Set(
    mayBeMets(
      places.map(({ name }) => name),
      folder,
    ),
  );
  for (const { name, location, root } of places) {
    if (typeof location !== 'string') continue;
    if (candidates.has(name)) await findIssue(location, root, state);
    // Pages may stand beside the folder of the METS file, and come before it.
    else if (/^mets$/iu.test(name)) {
      const inner = (await readdir(location).catch(() => [])).sort();
      for (const mets of mayBeMets(inner, name)) await findIssue(join(location, mets), root, state);
    }
  }
}

async function findIssue(location: string, root: string | null, state: Walk): Promise<void> {
  if (state.issues.has(location)) return;
  const issue = await issueFolderOf(location, root);
  if (issue === null) return;
  state.issues.set(location, issue);
  for (const part of [...issue.texts.values(), ...issue.others]) state.parts.add(part);
}

async function* enter(
  place: Place,
  stats: Stats,
  state: Walk,
  above: readonly string[],
): AsyncGenerator<Entry> {
  const { path } = place;
  const real = await realpath(place.location).catch(() => null);
  if (real !== null && state.excluded.has(real)) return;
  if (isLitter(place.name, 'folder')) {
    yield { kind: 'skipped', path, error: archiveError('system-file', { path }) };
    return;
  }
  // Some file systems of Windows and of networks number nothing: there the real path must do.
  const identity = stats.ino === 0 ? (real ?? path) : `${stats.dev}:${stats.ino}`;
  if (state.entered.has(identity)) {
    const kind = above.includes(identity) ? 'failed' : 'skipped';
    yield { kind, path, error: archiveError('link-loop', { path }) };
    return;
  }
  state.entered.add(identity);
  let names: readonly Buffer[];
  try {
    names = await readdir(place.location, { encoding: 'buffer' });
  } catch (error) {
    yield { kind: 'failed', path, error: unreadable(path, error) };
    return;
  }
  const places = sorted(names).map((name) => inside(place, name));
  await findIssues(places, place.name, state);
  const beside = byName(places);
  for (const inner of places) yield* visit(inner, state, [...above, identity], beside);
}

/** The page beside a folder that takes its pictures and scripts from it; null when there is none. */
async function pageAround({ name }: Place, beside: Beside): Promise<Place | null> {
  for (const page of pagesOfFolder(name)) {
    const place = beside.get(page);
    if (place === undefined) continue;
    // A page that cannot be read is told when its own turn comes.
    const read = await readSource(place.location).catch(() => null);
    if (read === null || read.kind === 'special') continue;
    if (takesPartsFrom(name, read.kind === 'whole' ? read.bytes : read.head)) return place;
  }
  return null;
}

async function partsOf({ location, path }: Place, { path: page }: Place): Promise<ArchiveError> {
  const parts = await readdir(location).catch(() => []);
  return archiveError('page-parts', { path, page, files: parts.length });
}

/** By their bytes: for UTF-8 that is the order of the characters, and it is the same on every machine. */
function sorted(names: readonly Buffer[]): readonly Buffer[] {
  return [...names].sort((a, b) => Buffer.compare(a, b));
}

function inside(folder: Place, bytes: Buffer): Place {
  const name = bytes.toString('utf8');
  const isText = typeof folder.location === 'string' && Buffer.from(name, 'utf8').equals(bytes);
  const location = isText
    ? join(folder.location, name)
    : Buffer.concat([Buffer.from(folder.location), Buffer.from(sep), bytes]);
  return { location, path: join(folder.path, name), name, root: folder.root ?? folder.path };
}

/** Why a path that was named or listed cannot be looked at. */
async function whyNot({ location, path }: Place, error: unknown): Promise<ArchiveError> {
  const code = systemCode(error);
  if (code === 'ELOOP') return archiveError('link-loop', { path });
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const isLink = await lstat(location).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
    return isLink ? archiveError('dangling-link', { path }) : archiveError('not-found', { path });
  }
  return unreadable(path, error);
}

/** The error of a file or folder that the system refuses to read. Anything but the system's own errors is thrown again. */
export function unreadable(path: string, error: unknown): ArchiveError {
  const detail = systemCode(error);
  // A path with a NUL, or one that is too long for Node itself, is refused before the system sees it.
  const refused =
    error instanceof Error && (error as NodeJS.ErrnoException).code?.startsWith('ERR_') === true;
  if (detail === null && !refused) throw error;
  return archiveError('unreadable', { path, detail: detail ?? 'EINVAL' });
}
