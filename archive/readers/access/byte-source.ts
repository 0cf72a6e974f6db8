import type { FileHandle } from 'node:fs/promises';

/** Bytes that can be read at any place, any number of times: a file, a part of one, or memory. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `start`, at most `length`; fewer only at the end. Throws what the system throws. */
  read(start: number, length: number): Promise<Uint8Array>;
}

const pieceSize = 1024 * 1024;

/** Bytes in memory. The caller must not change them. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    // All of it is the same object each time: what was found out about it is kept by that.
    read: async (start, length) =>
      start === 0 && length >= bytes.length ? bytes : bytes.subarray(start, start + length),
  };
}

/** A file open for reading, of so many bytes; whoever opened it closes it. */
export function fileSource(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    read: async (start, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - start)));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
  };
}

/** A part of other bytes. Of what lies beyond their end there is nothing. */
export function partOf(source: ByteSource, start: number, end: number): ByteSource {
  const from = Math.min(Math.max(0, start), source.size);
  const size = Math.max(0, Math.min(end, source.size) - from);
  return {
    size,
    read: (at, length) =>
      source.read(from + Math.min(at, size), Math.max(0, Math.min(length, size - Math.min(at, size)))),
  };
}

/** Bytes in pieces of a megabyte, from `start`. */
export async function* piecesOf(source: ByteSource, start = 0): AsyncGenerator<Uint8Array> {
  for (let at = start; at < source.size;) {
    const piece = await source.read(at, pieceSize);
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

/** All bytes; only for what is known to be small enough. */
export async function wholeOf(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, source.size);
}
