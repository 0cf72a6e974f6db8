import type { ContainerReader } from '../member.ts';
import { SourceTape } from './tape.ts';
import { blockSize, readTarHeader } from './tar-header.ts';
import { openInTar, savedPagesOn, tarMembers } from './tar-members.ts';

/**
 * Tar files (POSIX.1-2001 `pax`, `ustar`, GNU tar, Version 7). A file that is cut short gives its last entry with the
 * warning `cut-off`. Links, devices, sparse files and names that lead out of the archive are refused one by one.
 */
export const tar: ContainerReader = {
  name: 'tar',
  version: 1,
  claims: ({ bytes }) => readTarHeader(bytes.subarray(0, blockSize)) !== null,
  async *members(content, visit) {
    const pages = await savedPagesOn(new SourceTape(content), visit);
    yield* tarMembers(new SourceTape(content), 'tar', visit, pages);
  },
  open: async (content, place, visit) =>
    openInTar(new SourceTape(content, place.span?.start ?? 0), place, visit),
};
