import { readFileSync, realpathSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import type { LibraryRisk } from '../model/library-risk.ts';

/** File systems that are on another machine, or in a cloud, as the mount table of Linux names them. */
const networkSystems =
  /^(?:nfs4?|cifs|smb[23f]?s?|smbfs|ncpfs|afs|9p|ceph|glusterfs|lustre|davfs2?|fuse\.(?:sshfs|rclone|davfs2?|gvfsd-fuse|smbnetfs|s3fs|gcsfuse|glusterfs|curlftpfs|google-drive-ocamlfuse|onedriver))$/u;

/** Folders that programs synchronise, by their names: a part of the path is one of these. */
const services: readonly (readonly [RegExp, string])[] = [
  [/^dropbox(?: \(.*\))?$/iu, 'Dropbox'],
  [/^onedrive(?: ?- .*)?$/iu, 'OneDrive'],
  [/^(?:icloud ?drive|mobile documents|com~apple~clouddocs)$/iu, 'iCloud Drive'],
  [/^(?:google ?drive|googledrive-.*)$/iu, 'Google Drive'],
  [/^nextcloud\d*$/iu, 'Nextcloud'],
  [/^owncloud\d*$/iu, 'ownCloud'],
];

/** What the place of a folder depends on. */
export interface RiskSurroundings {
  readonly platform: NodeJS.Platform;
  /** The mount table, as `/proc/self/mounts` has it (fstab(5)); null where there is none. */
  readonly mounts: string | null;
}

/** Blanks and backslashes of a mount point stand as three octal digits. */
function unescape(field: string): string {
  return field.replace(/\\([0-7]{3})/gu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

/** The kind of the file system that holds a folder: that of the longest mount point above it, the last of equals. */
function systemOf(folder: string, mounts: string): string | null {
  let found: { readonly point: string; readonly system: string } | null = null;
  for (const line of mounts.split('\n')) {
    const [, point, system] = line.split(' ');
    if (point === undefined || system === undefined) continue;
    const name = unescape(point);
    const holds = name === '/' || folder === name || folder.startsWith(`${name}/`);
    if (holds && (found === null || name.length >= found.point.length)) found = { point: name, system };
  }
  return found?.system ?? null;
}

/** Why a library should not be in this folder, or null. `folder` is absolute, without links. */
export function riskOf(folder: string, { platform, mounts }: RiskSurroundings): LibraryRisk | null {
  if (platform === 'win32' && /^(?:\\\\|\/\/)(?![?.][\\/](?!UNC))/iu.test(folder)) {
    return { kind: 'network', system: 'UNC' };
  }
  const system = mounts === null ? null : systemOf(folder, mounts);
  if (system !== null && networkSystems.test(system)) return { kind: 'network', system };
  const parts = folder.split(platform === 'win32' ? /[\\/]/u : posix.sep);
  for (const part of parts) {
    const service = services.find(([name]) => name.test(part));
    if (service !== undefined) return { kind: 'synchronised', service: service[1] };
  }
  return null;
}

/** The folder without links; of one that is not there yet, its nearest folder that is. */
function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const above = dirname(folder);
    return above === folder
      ? folder
      : resolve(real(above), folder.slice(above.length).replace(/^[\\/]/u, ''));
  }
}

/** Why a library should not be in this folder of this machine, or null; what cannot be found out is no risk. */
export function libraryRisk(folder: string): LibraryRisk | null {
  let mounts: string | null = null;
  try {
    if (process.platform === 'linux') mounts = readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    // Without a mount table the name is all that tells.
  }
  return riskOf(real(resolve(folder)), { platform: process.platform, mounts });
}
