/** Unpacking to less than this is no danger, however small the archive is. In bytes. */
export const harmlessSize = 100 * 1024 * 1024;
/** Beyond it, so many times the packed size at most: the text of news packs to a tenth, at best to a fortieth. */
export const largestRatio = 200;
/** What an archive may hold: bytes unpacked, and entries. */
export const mostUnpacked = 256 * 1024 * 1024 * 1024;
export const mostEntries = 1_000_000;
/** The longest name of an entry, in UTF-16 units. */
export const longestName = 4_096;

/** Whether so many bytes unpack to so many as only a bomb does. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > mostUnpacked || (unpacked > harmlessSize && unpacked > packed * largestRatio);
}

/** Why an entry's name is not to be trusted, for the end of a sentence; null when it leads to a place in the archive. */
export function unsafeName(name: string): string | null {
  if (name.includes('\0')) return 'a name with a NUL in it';
  if (name.length > longestName) return 'a name of more than 4,096 characters';
  if (/^[/\\]/u.test(name) || /^[a-z]:/iu.test(name)) return 'a name that begins at the root of a disk';
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)/u.test(name)) return 'a name that leads out of the archive';
  return null;
}
