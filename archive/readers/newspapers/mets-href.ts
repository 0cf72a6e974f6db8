/** How an exported archive addresses a file that had no address (`archive/export/wacz`). */
const carried = /^urn:sha256:[\da-f]{64}$/u;

/** The address of a part of an issue that an exported archive carries: below that of its METS file. */
export function partAddress(mets: string, name: string): string {
  return `${mets}/${encodeURIComponent(name)}`;
}

/** `file://./text\1.xml` is `text/1.xml`; an address of the web stays as it is. */
export function plainHref(href: string): string {
  if (/^https?:\/\//iu.test(href)) return href;
  return href
    .replace(/^file:\/{2,3}/iu, '')
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/u, '');
}

/** A path joined to the folder of another; null when it leads out of where that one lies. */
function joined(folder: readonly string[], path: string): string | null {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Where a file may be that a METS file names: paths from where `mets` begins, or addresses when that is one; most likely
 * first. None when the name leads out of there. `mets` is the path of the METS file with `/`, or its address.
 */
export function placesOf(mets: string, href: string): readonly string[] {
  const path = plainHref(href);
  if (path.includes('\0') || path.length > 4_096) return [];
  if (carried.test(mets)) return [partAddress(mets, path)];
  if (/^https?:\/\//iu.test(mets)) {
    try {
      return [new URL(path, mets).href];
    } catch {
      return [];
    }
  }
  const folder = mets.split('/').slice(0, -1);
  const places = [path, decoded(path)].map((one) => joined(folder, one));
  return [...new Set(places)].filter((place) => place !== null && !place.includes('\0')) as string[];
}
