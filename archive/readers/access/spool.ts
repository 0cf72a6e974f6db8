import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSource, memorySource } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';

/** What is longer goes to the disk. In bytes. */
const mostInMemory = 8 * 1024 * 1024;

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * Makes streams readable at any place: in memory when they are short, else in a temporary file inside `folder`. `close`
 * removes what was written. A process that is killed leaves the files to whoever clears `folder`.
 */
export class Spool {
  private readonly folder: string;
  private own: Promise<string> | null = null;
  private readonly handles: FileHandle[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Reads a stream to its end. Throws what it throws, and what the system throws. */
  async take(pieces: AsyncIterable<Uint8Array>): Promise<ByteSource> {
    let held: Uint8Array[] = [];
    let length = 0;
    let handle: FileHandle | null = null;
    for await (const piece of pieces) {
      held.push(piece);
      length += piece.length;
      if (length <= mostInMemory) continue;
      handle ??= await this.newFile();
      for (const each of held) await handle.writeFile(each);
      held = [];
    }
    return handle === null ? memorySource(joined(held, length)) : fileSource(handle, length);
  }

  /** Removes everything that was taken: none of it can be read afterwards. */
  async close(): Promise<void> {
    const { own } = this;
    for (const handle of this.handles.splice(0)) await handle.close();
    this.own = null;
    if (own !== null) await rm(await own, { recursive: true, force: true });
  }

  private async newFile(): Promise<FileHandle> {
    this.own ??= mkdtemp(join(this.folder, 'spool-'));
    const handle = await open(join(await this.own, String(this.handles.length)), 'wx+', 0o600);
    this.handles.push(handle);
    return handle;
  }
}
