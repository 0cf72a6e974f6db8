const files: ReadonlySet<string> = new Set([
  '.ds_store',
  '.localized',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
]);

const folders: ReadonlySet<string> = new Set([
  '__macosx',
  '.spotlight-v100',
  '.trashes',
  '.fseventsd',
  '.temporaryitems',
  '.documentrevisions-v100',
  '$recycle.bin',
  'system volume information',
]);

/** Whether a file or folder of this name is one that an operating system leaves behind. Case does not count. */
export function isLitter(name: string, kind: 'file' | 'folder'): boolean {
  return (kind === 'file' ? files : folders).has(name.toLowerCase());
}

/** The first bytes of an AppleDouble file (RFC 1740): what macOS writes beside a file as `._name` on foreign disks. */
const appleDouble = [0x00, 0x05, 0x16, 0x07] as const;

/** Whether this is the half of a file that macOS keeps its own notes in. */
export function isAppleDouble(name: string, bytes: Uint8Array): boolean {
  return name.startsWith('._') && appleDouble.every((byte, at) => bytes[at] === byte);
}
