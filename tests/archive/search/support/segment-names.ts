import type { MemoryFiles } from './memory-files.ts';

/** The files of segments, without those of their removals. */
export function segmentNames(files: MemoryFiles): readonly string[] {
  return files.names().filter((name) => name.endsWith('.segment'));
}
