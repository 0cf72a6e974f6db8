import { manifestName, manifestNumber, manifestNumbers, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import type { Files } from './files.ts';

/** Another program (a virus scanner, a process that searches) has the file open; it is removed another time. */
const heldCodes: readonly string[] = ['EPERM', 'EBUSY', 'EACCES', 'ENOENT'];

function isHeld(error: unknown): boolean {
  return error instanceof Error && heldCodes.includes((error as NodeJS.ErrnoException).code ?? '');
}

function namesOf(manifest: Manifest): readonly string[] {
  const own = manifest.segments.flatMap(({ name, removed }) => (removed === null ? [name] : [name, removed]));
  return [manifestName(manifest.number), ...own];
}

/** The newest whole manifest before this one. */
function predecessor(files: Files, manifest: Manifest): Manifest | null {
  for (const number of manifestNumbers(files)) {
    if (number >= manifest.number) continue;
    const found = readManifest(files, manifestName(number));
    if (found !== null) return found;
  }
  return null;
}

/**
 * Removes the files that neither this manifest nor the one before it names; with `all`, those of the one before too. What
 * cannot be removed now is tried again at the next sweep. A file of a stranger is left alone.
 */
export function sweep(files: Files, manifest: Manifest, all = false): void {
  const before = all ? null : predecessor(files, manifest);
  const kept = new Set([...namesOf(manifest), ...(before === null ? [] : namesOf(before))]);
  for (const name of files.names()) {
    const ours = manifestNumber(name) !== null || /\.(?:segment|removed)$/u.test(name);
    if (!ours || kept.has(name)) continue;
    try {
      files.remove(name);
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
  }
}
