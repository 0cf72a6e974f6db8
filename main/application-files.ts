import fs from 'node:fs/promises';
import path from 'node:path';
import { isApplicationAddress } from './application-address.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file the application may show itself. */
export interface ApplicationFile {
  readonly path: string;
  readonly mediaType: string;
}

// What a bundler names files. Everything with a meaning to a file system (`..`, backslash, drive, stream, NUL) is outside.
const plainSegment = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/u;

function segmentsOf(address: string): readonly string[] | null {
  if (!isApplicationAddress(address)) return null;
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(address).pathname);
  } catch {
    // A broken percent escape names nothing.
    return null;
  }
  if (pathname === '/') return ['index.html'];
  const segments = pathname.slice(1).split('/');
  return segments.every((segment) => plainSegment.test(segment)) ? segments : null;
}

function contains(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

/**
 * The file under `root` that an `app://cuttings/…` address names, or null when it names none: another host, a path that
 * is not made of plain names, a folder, a media type the application has no use for, or a link that leads out of `root`.
 */
export async function findApplicationFile(root: string, address: string): Promise<ApplicationFile | null> {
  const segments = segmentsOf(address);
  if (segments === null) return null;
  const named = path.join(root, ...segments);
  const extension = path.extname(named);
  const mediaType = Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
  if (mediaType === undefined) return null;
  try {
    const [realRoot, real] = await Promise.all([fs.realpath(root), fs.realpath(named)]);
    if (!contains(realRoot, real) || !(await fs.stat(real)).isFile()) return null;
    return { path: real, mediaType };
  } catch {
    // Whatever the file system says (missing, not permitted, too long): there is no such file for the page.
    return null;
  }
}
