import type { Files, ReadableFile, WritableFile } from '../../../../archive/search/store/files.ts';

/** A folder in memory. */
export class MemoryFiles implements Files {
  readonly contents: Map<string, Uint8Array>;

  constructor(contents: Iterable<readonly [name: string, bytes: Uint8Array]> = []) {
    this.contents = new Map(contents);
  }

  open(name: string): ReadableFile {
    const bytes = this.contents.get(name);
    if (bytes === undefined) throw Object.assign(new Error(`There is no ${name}.`), { code: 'ENOENT' });
    return {
      size: bytes.length,
      read: (into, length, position) => {
        const part = bytes.subarray(position, position + length);
        into.set(part);
        return part.length;
      },
      close: () => undefined,
    };
  }

  create(name: string): WritableFile {
    if (this.contents.has(name)) throw Object.assign(new Error(`There is a ${name}.`), { code: 'EEXIST' });
    const parts: Uint8Array[] = [];
    const store = (): void => {
      this.contents.set(name, Uint8Array.from(Buffer.concat(parts)));
    };
    store();
    return { write: (bytes) => void parts.push(bytes.slice()), sync: store, close: store };
  }

  remove(name: string): void {
    this.contents.delete(name);
  }

  names(): readonly string[] {
    return [...this.contents.keys()];
  }

  has(name: string): boolean {
    return this.contents.has(name);
  }

  syncFolder(): void {
    // Memory forgets nothing.
  }
}
