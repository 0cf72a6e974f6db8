import fs from 'node:fs/promises';

/** What there is at a path; null for nothing, or nothing that can be looked at. */
export async function kindOfPath(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await fs.stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    // Missing, not permitted, no name at all: there is nothing to show a person.
    return null;
  }
}
