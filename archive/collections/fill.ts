import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ingest } from '../ingest/ingest.ts';
import type { Library } from '../library/library.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { chooseReader } from '../readers/registry.ts';

/** How long another process may take to fill it; after that the library opens with what is there. */
const patienceMs = 30_000;

/** The part of `collection.json` that matters here. */
async function collectionName(folder: string): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(join(folder, 'collection.json'), 'utf8'));
  const name = typeof parsed === 'object' && parsed !== null && 'name' in parsed ? parsed.name : null;
  if (typeof name !== 'string') throw new Error('The bundled collection.json has no name.');
  return name;
}

/**
 * Brings the bundled collection into a library that was made for it, through the same door as everything else. Begins
 * anew when the first filling was killed half way; does nothing once it is done, so that what a person deletes stays
 * deleted. While another process is filling it, this one waits for it, up to half a minute.
 */
export async function fillWithCollection(
  library: Library,
  folder: string | null,
): Promise<Result<null, ArchiveError>> {
  const begun = performance.now();
  while (folder !== null && library.meta('bundled') === 'wanted') {
    const filled = await fillOnce(library, folder);
    const busy = !filled.ok && filled.error.code === 'import-running';
    if (!busy) return filled;
    if (performance.now() - begun > patienceMs) return ok(null);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return ok(null);
}

async function fillOnce(library: Library, folder: string): Promise<Result<null, ArchiveError>> {
  const texts = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const paths = texts.map((name) => join(folder, name));
  const collection = await collectionName(folder);
  const filled = await ingest(library, paths, { collection, chooseReader });
  if (!filled.ok) return filled;
  const bad = filled.value.lines.find(({ outcome }) => outcome !== 'added' && outcome !== 'duplicate');
  if (bad !== undefined) {
    return fail(archiveError('internal', { detail: `the bundled collection could not be read (${bad.path})` }));
  }
  library.write((recorder) => recorder.setMeta('bundled', 'done'));
  return ok(null);
}
