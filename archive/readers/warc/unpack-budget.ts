import { UnsafeBytes } from './web-record.ts';

/** So much may be unpacked, however small the file is. In bytes. */
const harmless = 64 * 1024 * 1024;
/** Beyond it, so many times what was read of the file. Whole crawls unpack to ten times their size, pages of text to forty. */
const ratio = 60;

/**
 * What a file may unpack to, over all its records and the codings within them: a small file that is made of bombs ends
 * before it has cost much.
 */
export class UnpackBudget {
  private packed = 0;
  private unpacked = 0;

  /** The file was read as far as `position`. */
  reached(position: number): void {
    this.packed = Math.max(this.packed, position);
  }

  /** Throws `UnsafeBytes` when there is more than the file may give. */
  spend(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked > harmless + this.packed * ratio) throw new UnsafeBytes('it unpacks to far too much');
  }
}
