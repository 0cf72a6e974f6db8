import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSource, memorySource } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';

/** What is longer goes to the disk. In bytes. */
const mostInMemory = 8 * 1024 * 1024;

interface SpooledFile {
  readonly path: string;
  readonly handle: FileHandle;
}

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
  private readonly files = new Map<ByteSource, SpooledFile>();
  private made = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Reads a stream to its end. Throws what it throws, and what the system throws. */
  async take(pieces: AsyncIterable<Uint8Array>): Promise<ByteSource> {
    let held: Uint8Array[] = [];
    let length = 0;
    let file: SpooledFile | null = null;
    for await (const piece of pieces) {
      held.push(piece);
      length += piece.length;
      if (length <= mostInMemory) continue;
      file ??= await this.newFile();
      for (const each of held) await file.handle.writeFile(each);
      held = [];
    }
    if (file === null) return memorySource(joined(held, length));
    const source = fileSource(file.handle, length);
    this.files.set(source, file);
    return source;
  }

  /** Removes what `take` gave, which is not read any more. Other sources are passed over. */
  async release(source: ByteSource): Promise<void> {
    const file = this.files.get(source);
    if (file === undefined) return;
    this.files.delete(source);
    await file.handle.close();
    await rm(file.path, { force: true });
  }

  /** Removes everything that was taken: none of it can be read afterwards. */
  async close(): Promise<void> {
    const { own } = this;
    for (const { handle } of this.files.values()) await handle.close();
    this.files.clear();
    this.own = null;
    if (own !== null) await rm(await own, { recursive: true, force: true });
  }

  private async newFile(): Promise<SpooledFile> {
    this.own ??= mkdtemp(join(this.folder, 'spool-'));
    this.made += 1;
    const path = join(await this.own, String(this.made));
    return { path, handle: await open(path, 'wx+', 0o600) };
  }
}
