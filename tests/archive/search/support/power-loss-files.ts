import type { Files, ReadableFile, WritableFile } from '../../../../archive/search/store/files.ts';
import { MemoryFiles } from './memory-files.ts';
import { below } from './random.ts';

/** The power is gone: thrown by the step at which it goes, and by all that are tried after it. */
export class PowerLoss extends Error {}

/** What a file holds: what was synced, and what was written since, piece by piece. */
interface Inode {
  durable: Uint8Array;
  written: Uint8Array;
  /** `[start, end)` of the pieces written since the last sync. */
  pending: (readonly [start: number, end: number])[];
}

interface NameChange {
  readonly name: string;
  /** Null: the name was removed. */
  readonly inode: Inode | null;
}

/**
 * A folder that loses its power at a chosen step. What was synced stays; of everything else any part may stay: pieces of
 * files in any order, the last one torn, and names created or removed.
 */
export class PowerLossFiles implements Files {
  /** Steps so far: whatever changes the disk is one. */
  steps = 0;
  private readonly crashAt: number;
  private readonly inodes = new Map<string, Inode>();
  private durableNames: ReadonlyMap<string, Inode>;
  private nameChanges: NameChange[] = [];

  constructor(start: MemoryFiles, crashAt: number) {
    this.crashAt = crashAt;
    for (const [name, bytes] of start.contents)
      this.inodes.set(name, { durable: bytes, written: bytes, pending: [] });
    this.durableNames = new Map(this.inodes);
  }

  open(name: string): ReadableFile {
    const { written } = this.find(name);
    return new MemoryFiles([[name, written]]).open(name);
  }

  create(name: string): WritableFile {
    this.step();
    if (this.inodes.has(name)) throw Object.assign(new Error(`There is a ${name}.`), { code: 'EEXIST' });
    const inode: Inode = { durable: new Uint8Array(0), written: new Uint8Array(0), pending: [] };
    this.inodes.set(name, inode);
    this.nameChanges.push({ name, inode });
    return {
      write: (bytes) => this.write(inode, bytes),
      sync: () => {
        this.step();
        inode.durable = inode.written;
        inode.pending = [];
      },
      close: () => undefined,
    };
  }

  remove(name: string): void {
    this.step();
    this.find(name);
    this.inodes.delete(name);
    this.nameChanges.push({ name, inode: null });
  }

  names(): readonly string[] {
    return [...this.inodes.keys()];
  }

  has(name: string): boolean {
    return this.inodes.has(name);
  }

  syncFolder(): void {
    this.step();
    this.durableNames = new Map(this.inodes);
    this.nameChanges = [];
  }

  /** What is on the disk when the power is back: one of the many possibilities. */
  survivors(random: () => number): MemoryFiles {
    const names = new Map(this.durableNames);
    const taste = random();
    // All of them, none, or some.
    const stays = (): boolean => (taste < 0.2 ? true : taste < 0.4 ? false : random() < 0.5);
    for (const { name, inode } of this.nameChanges) {
      if (!stays()) continue;
      if (inode === null) names.delete(name);
      else names.set(name, inode);
    }
    return new MemoryFiles([...names].map(([name, inode]) => [name, remains(inode, stays, random)] as const));
  }

  private write(inode: Inode, bytes: Uint8Array): void {
    const start = inode.written.length;
    // The write during which the power goes is under way: a part of it may arrive.
    if (this.steps + 1 >= this.crashAt && this.steps < this.crashAt) append(inode, bytes, start);
    this.step();
    append(inode, bytes, start);
  }

  private find(name: string): Inode {
    const inode = this.inodes.get(name);
    if (inode === undefined) throw Object.assign(new Error(`There is no ${name}.`), { code: 'ENOENT' });
    return inode;
  }

  private step(): void {
    this.steps += 1;
    if (this.steps >= this.crashAt) throw new PowerLoss(`The power went at step ${String(this.crashAt)}.`);
  }
}

function append(inode: Inode, bytes: Uint8Array, start: number): void {
  const longer = new Uint8Array(start + bytes.length);
  longer.set(inode.written);
  longer.set(bytes, start);
  inode.written = longer;
  inode.pending.push([start, longer.length]);
}

/** What is left of a file: of each piece all, nothing, or its beginning; where a later one is there, zeros. */
function remains(
  { durable, written, pending }: Inode,
  stays: () => boolean,
  random: () => number,
): Uint8Array {
  let bytes = durable;
  for (const [start, end] of pending) {
    if (!stays()) continue;
    const torn = random() < 0.3 ? start + below(random, end - start) : end;
    const longer = new Uint8Array(Math.max(bytes.length, torn));
    longer.set(bytes);
    longer.set(written.subarray(start, torn), start);
    bytes = longer;
  }
  return bytes;
}
