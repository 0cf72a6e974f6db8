import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** Makes the names inside a folder durable. Windows has no such call, and keeps them in order by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name that no other process and no earlier run uses. */
export function temporaryName(): string {
  return `${process.pid}-${randomBytes(8).toString('hex')}.partial`;
}

/**
 * Writes a file beside its final name and lets `write` fill it: the bytes are durable when this resolves, and when it
 * rejects the file is gone again.
 */
export async function writeTemporary<T>(path: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, 'wx');
  try {
    const value = await write(handle);
    await handle.sync();
    await handle.close();
    return value;
  } catch (error) {
    // The first failure is the one to report; that of closing or removing would only hide it.
    await Promise.allSettled([handle.close()]);
    await Promise.allSettled([rm(path, { force: true })]);
    throw error;
  }
}
