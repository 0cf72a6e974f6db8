import { open, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { rootElement } from '../readers/agency/root-element.ts';
import { placesOf } from '../readers/newspapers/mets-href.ts';
import { metsFilesOf, metsLimit } from '../readers/newspapers/mets.ts';
import { readSource } from './source-bytes.ts';

/** So much of a file is looked at for its first element. */
const lookedAt = 4_096;
/** In a folder of more XML files than this a METS file is known by its name first: a batch of agency files is not opened twice. */
const fewFiles = 500;

/** A METS file and the files beside it that are one issue with it. */
export interface IssueFolder {
  /** The pages: paths by the names that the METS file gives them. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pictures of the pages and the like, which are not read. */
  readonly others: readonly string[];
  /** Of all of them, in bytes. */
  readonly size: number;
}

/** Which names in a folder may be METS files; `folder` is its own. */
export function mayBeMets(names: readonly string[], folder: string): readonly string[] {
  const files = names.filter((name) => /\.xml$/iu.test(name));
  if (files.length <= fewFiles) return files;
  return files.filter((name) => /mets/iu.test(name) || name.toLowerCase() === `${folder.toLowerCase()}.xml`);
}

/** The first element of a file; null when it cannot be read, which is told when its own turn comes. */
async function firstElement(path: string): Promise<string | null> {
  try {
    const handle = await open(path, 'r');
    try {
      const head = new Uint8Array(lookedAt);
      const { bytesRead } = await handle.read(head, 0, lookedAt, 0);
      return rootElement(head.subarray(0, bytesRead))?.name ?? null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

/** The file that a METS file names, and its size; null when it is not there, or lies outside of `root`. */
async function fileAt(
  root: string,
  mets: string,
  href: string,
): Promise<{ readonly path: string; readonly size: number } | null> {
  for (const place of placesOf(mets, href)) {
    if (/^[a-z]+:/iu.test(place)) continue;
    const path = join(root, ...place.split('/'));
    if (!path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) continue;
    const stats = await stat(path).catch(() => null);
    if (stats?.isFile() === true) return { path, size: stats.size };
  }
  return null;
}

/**
 * What is one issue with a file, when it is a METS file and a page that it names is there. `root` is the folder that was named
 * for import, out of which no name leads; null when the file itself was. Never throws for what the disk holds.
 */
export async function issueFolderOf(location: string, root: string | null): Promise<IssueFolder | null> {
  if ((await firstElement(location)) !== 'mets') return null;
  const read = await readSource(location, metsLimit).catch(() => null);
  if (read?.kind !== 'whole') return null;
  const files = metsFilesOf({ name: '', path: location, bytes: read.bytes });
  if (files === null) return null;
  const top = root === null ? dirname(location) : resolve(root);
  const mets = relative(top, location).split(sep).join('/');
  const texts = new Map<string, string>();
  const others: string[] = [];
  let size = read.bytes.length;
  for (const href of files.texts) {
    const file = await fileAt(top, mets, href);
    if (file === null || file.path === location) continue;
    if ((await firstElement(file.path)) !== 'alto') continue;
    texts.set(href, file.path);
    size += file.size;
  }
  if (texts.size === 0) return null;
  for (const href of files.others) {
    const file = await fileAt(top, mets, href);
    if (file === null) continue;
    others.push(file.path);
    size += file.size;
  }
  return { texts, others, size };
}

/** The one line of the report about the parts of an issue; `path` is that of its METS file, to show. */
export function issueParts({ texts, others }: IssueFolder, path: string): ArchiveError {
  return archiveError('issue-parts', { path, files: texts.size + others.length });
}
