import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Location } from './walk.ts';

/** What is longer is read at one go only by readers that say so; longer text in one article is kept but not read. */
export const textLimit = 5_000_000;

/** How much of a large file is looked at to tell what it is. */
export const headSize = 64 * 1024;
const pieceSize = 1024 * 1024;

/** A file's bytes, or what is known of a file that is too large to be held whole. */
export type SourceBytes =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'large'; readonly size: number; readonly head: Uint8Array }
  /** What was a file when it was looked at is a pipe or a device now. */
  | { readonly kind: 'special' };

// A pipe put in the file's place meanwhile must not make us wait for its other end. Windows has no such flag.
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function withFile<T>(location: Location, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(location, openFlags);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/** Reads up to `length` bytes from the start; the size a file claims is not relied on. */
async function readStart(handle: FileHandle, length: number): Promise<Uint8Array> {
  let buffer = new Uint8Array(Math.min(length, headSize));
  let filled = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
    filled += bytesRead;
    if (bytesRead === 0 || filled === length) return buffer.subarray(0, filled);
    if (filled === buffer.length) {
      const larger = new Uint8Array(Math.min(length, buffer.length * 4));
      larger.set(buffer);
      buffer = larger;
    }
  }
}

/** Reads a file whole when it is at most `limit` bytes. Throws what the system throws. */
export async function readSource(location: Location, limit = textLimit): Promise<SourceBytes> {
  return withFile(location, async (handle): Promise<SourceBytes> => {
    const stats = await handle.stat();
    if (!stats.isFile()) return { kind: 'special' };
    if (stats.size > limit) {
      return { kind: 'large', size: stats.size, head: await readStart(handle, headSize) };
    }
    const bytes = await readStart(handle, limit + 1);
    return bytes.length > limit
      ? { kind: 'large', size: Math.max(stats.size, bytes.length), head: bytes.slice(0, headSize) }
      : { kind: 'whole', bytes };
  });
}

/** A file in pieces, for what is too large to be held whole. A piece is the reader's own. */
export async function* sourcePieces(location: Location): AsyncGenerator<Uint8Array> {
  const handle = await open(location, openFlags);
  try {
    for (;;) {
      const piece = new Uint8Array(pieceSize);
      const { bytesRead } = await handle.read(piece, 0, pieceSize, null);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
