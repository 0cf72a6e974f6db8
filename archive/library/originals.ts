import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSpan, Sha256 } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { moveInto, syncFile, syncFolder, temporaryName, writeTemporary } from './durable-files.ts';
import { systemCode } from './system-errors.ts';

/** So many files are made durable at a time. */
const syncedTogether = 32;

/** The SHA-256 of bytes in memory. */
export function sha256Of(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}

/** The SHA-256 of a file, read piece by piece; null when there is no such file. */
export async function sha256OfFile(path: string): Promise<Sha256 | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex') as Sha256;
}

/**
 * The bytes as they came: one file per content, named by its SHA-256, in folders by the first two digits. A file is
 * written under another name, made durable, and then renamed; it is never changed after. `flush` ends that for all that
 * were put and must be called before a row that names them is committed.
 */
export class OriginalStore {
  readonly folder: string;
  /** For files that are not kept: whoever holds the import lease may write here, and the next opening clears it. */
  readonly temporary: string;
  private readonly unsynced = new Set<string>();
  /** Written, but not durable and not under their names yet. */
  private readonly pending = new Map<Sha256, string>();

  constructor(folder: string) {
    this.folder = folder;
    this.temporary = join(folder, 'partial');
  }

  /** Where the original with this hash stands. */
  pathOf(sha256: Sha256): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  /** Makes the folders. Throws what the system throws. */
  async prepare(): Promise<void> {
    await mkdir(this.temporary, { recursive: true });
  }

  /** Removes what a killed import left behind. Only whoever holds the import lease may call this. */
  async removeLeftovers(): Promise<void> {
    for (const name of await readdir(this.temporary)) {
      await rm(join(this.temporary, name), { recursive: true, force: true });
    }
  }

  /** Whether the original is there with the bytes it is named by. */
  async isWhole(sha256: Sha256): Promise<boolean> {
    return (await sha256OfFile(this.pathOf(sha256))) === sha256;
  }

  /**
   * Keeps the bytes: they stand under their name after the next `flush`. When they are kept already nothing is written,
   * unless the file was damaged since.
   */
  async put(bytes: Uint8Array): Promise<Sha256> {
    const sha256 = sha256Of(bytes);
    if (this.pending.has(sha256) || (await this.isWhole(sha256))) return sha256;
    const temporary = join(this.temporary, temporaryName());
    await writeFile(temporary, bytes, { flag: 'wx' });
    this.pending.set(sha256, temporary);
    return sha256;
  }

  /** Keeps what the pieces make up, never holding more than one of them. */
  async putPieces(
    pieces: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly sha256: Sha256; readonly bytes: number }> {
    const hash = createHash('sha256');
    let bytes = 0;
    const temporary = join(this.temporary, temporaryName());
    await writeTemporary(temporary, async (handle) => {
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.byteLength;
        // Unlike `write`, this goes on until the whole piece is written.
        await handle.writeFile(piece);
      }
    });
    const sha256 = hash.digest('hex') as Sha256;
    await this.adopt(temporary, sha256);
    return { sha256, bytes };
  }

  /** Makes all originals put since the last call durable, and their names. */
  async flush(): Promise<void> {
    const pending = [...this.pending];
    for (let at = 0; at < pending.length; at += syncedTogether) {
      const group = pending.slice(at, at + syncedTogether);
      // Together: the system writes its journal once for many that wait, and not once for each.
      await Promise.all(group.map(([, temporary]) => syncFile(temporary)));
      for (const [sha256, temporary] of group) {
        await this.adopt(temporary, sha256);
        this.pending.delete(sha256);
      }
    }
    for (const folder of this.unsynced) {
      await syncFolder(folder);
      this.unsynced.delete(folder);
    }
  }

  /** The bytes, after their hash was checked. Error: `original-damaged`. */
  async read(sha256: Sha256): Promise<Result<Uint8Array, ArchiveError>> {
    const path = this.pathOf(sha256);
    const damaged = archiveError('original-damaged', { sha256, path });
    try {
      const bytes = new Uint8Array(await readFile(path));
      return sha256Of(bytes) === sha256 ? ok(bytes) : fail(damaged);
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return fail(damaged);
    }
  }

  /**
   * The bytes of one record of a file of many. The hash of the whole file is not checked, since that would read all of it;
   * an article's id is made of the hash of its own bytes (`recordId`), so that the caller can. Error: `original-damaged`
   * when the file is gone or ends before the span does.
   */
  async readSpan(sha256: Sha256, span: ByteSpan): Promise<Result<Uint8Array, ArchiveError>> {
    const path = this.pathOf(sha256);
    const damaged = archiveError('original-damaged', { sha256, path });
    try {
      const handle = await open(path, 'r');
      try {
        const { size } = await handle.stat();
        // The span comes from the catalogue: no more is set aside for it than the file has.
        if (span.start < 0 || span.end < span.start || span.end > size) return fail(damaged);
        const bytes = new Uint8Array(span.end - span.start);
        for (let filled = 0; filled < bytes.length;) {
          const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, span.start + filled);
          if (bytesRead === 0) return fail(damaged);
          filled += bytesRead;
        }
        return ok(bytes);
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return fail(damaged);
    }
  }

  private async adopt(temporary: string, sha256: Sha256): Promise<void> {
    const path = this.pathOf(sha256);
    const made = await moveInto(temporary, path);
    this.unsynced.add(dirname(path));
    if (made) this.unsynced.add(this.folder);
  }
}
