import fs from 'node:fs';

/** Marks the fuses in an Electron binary (electron/electron, docs/tutorial/fuses.md). */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/**
 * The state of every fuse that an Electron binary has: after the sentinel come a version, the number of fuses, and a
 * character for each: 0 off, 1 on, r removed.
 */
export function readFuses(file: string): Record<string, string> {
  const binary = fs.readFileSync(file);
  const at = binary.indexOf(fuseSentinel, 0, 'latin1');
  if (at < 0) throw new Error(`${file} has no fuses`);
  const start = at + fuseSentinel.length;
  const count = binary.readUInt8(start + 1);
  const states = binary.toString('latin1', start + 2, start + 2 + count);
  return Object.fromEntries([...states].map((state, index) => [fuseNames[index] ?? `fuse ${index}`, state]));
}

interface AsarFolder {
  readonly files: Readonly<Record<string, AsarEntry>>;
}
type AsarEntry = AsarFolder | { readonly size: number; readonly unpacked?: boolean };

function listFolder(folder: AsarFolder, prefix: string): string[] {
  return Object.entries(folder.files).flatMap(([name, entry]) => {
    const file = `${prefix}${name}`;
    return 'files' in entry ? listFolder(entry, `${file}/`) : [file];
  });
}

/**
 * All files that an ASAR archive names, unpacked ones included (electron/asar, README "Format"): four numbers, the last
 * of them the length of the JSON after it.
 */
export function listAsar(file: string): string[] {
  const archive = fs.readFileSync(file);
  const header = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12));
  return listFolder(JSON.parse(header) as AsarFolder, '').sort();
}

/** Width and height of a PNG in pixels (RFC 2083). */
export function sizeOfPng(png: Buffer): { readonly width: number; readonly height: number } {
  if (png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
