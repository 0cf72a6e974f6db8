/** Pictures that are kept with an article, by their media types. Browsers show all but TIFF. */
export type ImageKind = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/tiff';

/** The ending of a file of each kind. */
export const imageEndings: Readonly<Record<ImageKind, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/tiff': 'tif',
};

/** The most bytes of a picture that is kept with an article. */
export const mostImageBytes = 64 * 1024 * 1024;

/** What each kind begins with, and what stands at a later place. */
const signatures: readonly (readonly [ImageKind, string, number?, string?])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n', 12, 'IHDR'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/webp', 'RIFF', 8, 'WEBP'],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
];
/** No picture of any of these kinds has fewer bytes. */
const fewest = 24;

/** The kind of a picture by its first bytes, whatever its name says; null for what is none. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  if (bytes.length < fewest) return null;
  const head = String.fromCharCode(...bytes.subarray(0, fewest));
  const found = signatures.find(
    ([, start, at = 0, later = '']) => head.startsWith(start) && head.startsWith(later, at),
  );
  return found?.[0] ?? null;
}
