import type { ByteCursor } from './byte-cursor.ts';
import { headerText } from './header-fields.ts';

const longestLine = 1_024;
const chunkLine = /^[ \t]*([0-9a-f]{1,12})[ \t]*(?:;[^\r\n]*)?\r?\n$/iu;

/** A body that came in chunks, joined. Once `pieces` has ended, `isCut` tells whether it ended before its time. */
export class ChunkedBody {
  /** Whether the body ends inside a chunk, or without the last one. */
  isCut = false;
  private readonly cursor: ByteCursor;

  constructor(cursor: ByteCursor) {
    this.cursor = cursor;
  }

  /**
   * The bytes of the chunks (RFC 9112, 7.1). Tools often kept the field and not the chunks: what does not begin with one is
   * given as it is, and so is what follows the last chunk that makes sense.
   */
  async *pieces(): AsyncGenerator<Uint8Array> {
    const { cursor } = this;
    for (let isFirst = true; ; isFirst = false) {
      const length = await this.chunkLength(isFirst);
      if (length === 0) return;
      if (length === null) break;
      for (let left = length; left > 0;) {
        const piece = await cursor.take(left);
        if (piece === null) {
          this.isCut = true;
          return;
        }
        left -= piece.length;
        yield piece;
      }
      await this.lineEnd();
    }
    for (let piece = await cursor.take(Infinity); piece !== null; piece = await cursor.take(Infinity)) {
      yield piece;
    }
  }

  /** Null when no chunk begins here; its line is not taken then. */
  private async chunkLength(isFirst: boolean): Promise<number | null> {
    const bytes = (await this.cursor.peek(longestLine)).subarray(0, longestLine);
    if (bytes.length === 0) {
      this.isCut = !isFirst;
      return 0;
    }
    const end = bytes.indexOf(0x0a) + 1;
    const size = chunkLine.exec(headerText(bytes.subarray(0, end)));
    if (size === null) return null;
    await this.cursor.skip(end);
    return Number.parseInt(size[1] ?? '', 16);
  }

  private async lineEnd(): Promise<void> {
    const bytes = await this.cursor.peek(2);
    const length = bytes[0] === 0x0d ? (bytes[1] === 0x0a ? 2 : 1) : bytes[0] === 0x0a ? 1 : 0;
    await this.cursor.skip(length);
  }
}
