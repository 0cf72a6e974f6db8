import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Files, ReadableFile, WritableFile } from './files.ts';

class DiskReadable implements ReadableFile {
  readonly size: number;
  private handle: number;

  constructor(path: string) {
    this.handle = fs.openSync(path, 'r');
    this.size = fs.fstatSync(this.handle).size;
  }

  read(into: Uint8Array, length: number, position: number): number {
    let filled = 0;
    while (filled < length) {
      const count = fs.readSync(this.handle, into, filled, length - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return filled;
  }

  close(): void {
    if (this.handle >= 0) fs.closeSync(this.handle);
    this.handle = -1;
  }
}

class DiskWritable implements WritableFile {
  private handle: number;

  constructor(path: string) {
    this.handle = fs.openSync(path, 'wx');
  }

  write(bytes: Uint8Array): void {
    let written = 0;
    while (written < bytes.length) {
      written += fs.writeSync(this.handle, bytes, written, bytes.length - written);
    }
  }

  sync(): void {
    fs.fsyncSync(this.handle);
  }

  close(): void {
    if (this.handle >= 0) fs.closeSync(this.handle);
    this.handle = -1;
  }
}

/** The files of a folder on the disk; the folder is made when it is not there. */
export function diskFiles(folder: string): Files {
  fs.mkdirSync(folder, { recursive: true });
  return {
    open: (name) => new DiskReadable(join(folder, name)),
    create: (name) => new DiskWritable(join(folder, name)),
    remove: (name) => fs.rmSync(join(folder, name)),
    names: () => fs.readdirSync(folder),
    has: (name) => fs.existsSync(join(folder, name)),
    syncFolder: () => {
      // Windows has no such call, and keeps names in order by itself.
      if (process.platform === 'win32') return;
      const handle = fs.openSync(folder, 'r');
      try {
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
    },
  };
}
