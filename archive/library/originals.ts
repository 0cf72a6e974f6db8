import { createHash } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSpan, Sha256 } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { syncFolder, temporaryName, writeTemporary } from './durable-files.ts';
import { systemCode } from './system-errors.ts';

/** So many files are made durable at a time. */
const syncedTogether = 32;
const hashedAtOnce = 256 * 1024;

/** The SHA-256 of bytes in memory. */
export function sha256Of(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}

/** The SHA-256 of a file, read piece by piece; null when there is no such file. */
export async function sha256OfFile(path: string): Promise<Sha256 | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const hash = createHash('sha256');
    const piece = new Uint8Array(hashedAtOnce);
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return hash.digest('hex') as Sha256;
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

/** Written, but not durable and not under its name yet. */
interface Pending {
  readonly temporary: string;
  readonly handle: FileHandle;
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
  private readonly pending = new Map<Sha256, Pending>();
  /** Folders that are surely there. */
  private readonly made = new Set<string>();

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
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
    } catch (error) {
      await dropped({ temporary, handle });
      throw error;
    }
    // The same bytes may have been put meanwhile. Only what is written whole may be met by a `flush`.
    if (this.pending.has(sha256)) await dropped({ temporary, handle });
    else this.pending.set(sha256, { temporary, handle });
    return sha256;
  }

  /** Forgets what was put since the last `flush`, when it will have no row. */
  async discard(): Promise<void> {
    const all = [...this.pending.values()];
    this.pending.clear();
    for (const one of all) await dropped(one);
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

  /**
   * Leaves a file of this hash where it is: under its name stands a symbolic link. Whoever reads it finds its bytes, and
   * removing it removes the link alone. Throws what the system throws, `EPERM` where it allows no links.
   */
  async link(sha256: Sha256, location: string | Buffer): Promise<void> {
    const temporary = join(this.temporary, temporaryName());
    await symlink(location, temporary, 'file');
    await this.adopt(temporary, sha256);
  }

  /** Makes all originals put since the last call durable, and their names. */
  async flush(): Promise<void> {
    const pending = [...this.pending];
    for (let at = 0; at < pending.length; at += syncedTogether) {
      const group = pending.slice(at, at + syncedTogether);
      // Together: the system writes its journal once for many that wait, and not once for each.
      await Promise.all(group.map(([, { handle }]) => handle.sync()));
      for (const [sha256, { temporary, handle }] of group) {
        this.pending.delete(sha256);
        await handle.close();
        await this.adopt(temporary, sha256);
      }
    }
    const folders = [...this.unsynced];
    for (let at = 0; at < folders.length; at += syncedTogether) {
      const group = folders.slice(at, at + syncedTogether);
      await Promise.all(group.map((folder) => syncFolder(folder)));
      for (const folder of group) this.unsynced.delete(folder);
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
    const folder = dirname(path);
    if (!this.made.has(folder)) await this.make(folder);
    try {
      await rename(temporary, path);
    } catch (error) {
      // Somebody has removed the folder since.
      if (systemCode(error) !== 'ENOENT') throw error;
      await this.make(folder);
      await rename(temporary, path);
    }
    this.unsynced.add(folder);
  }

  private async make(folder: string): Promise<void> {
    if ((await mkdir(folder, { recursive: true })) !== undefined) this.unsynced.add(this.folder);
    this.made.add(folder);
  }
}

async function dropped({ temporary, handle }: Pending): Promise<void> {
  await handle.close();
  await rm(temporary, { force: true });
}
