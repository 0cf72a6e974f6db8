/*
 * What the index needs of a disk, and no more, so that a test can put a disk in its place that forgets what was not
 * synced. Everything is synchronous: a positioned read of what the system has in memory takes two microseconds, a
 * promise more than that.
 */

/** A file being read. Several may read at once. */
export interface ReadableFile {
  /** In bytes. */
  readonly size: number;
  /** Fills `into[0, length)` from `position` on; the count of bytes read, less only at the end of the file. */
  read(into: Uint8Array, length: number, position: number): number;
  close(): void;
}

/** A new file being written from its start to its end. */
export interface WritableFile {
  write(bytes: Uint8Array): void;
  /** Makes what was written durable. */
  sync(): void;
  close(): void;
}

/** A folder's files by name, without deeper folders. Every method throws what the system throws. */
export interface Files {
  open(name: string): ReadableFile;
  /** Fails when a file of this name is there. */
  create(name: string): WritableFile;
  remove(name: string): void;
  names(): readonly string[];
  has(name: string): boolean;
  /** Makes names durable: those created and those removed. */
  syncFolder(): void;
}
