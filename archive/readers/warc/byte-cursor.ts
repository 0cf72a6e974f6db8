/** Where a cursor gets its bytes. */
export interface Feed {
  /** The next bytes, never none; null at the end. */
  next(): Promise<Uint8Array | null>;
  /** Passes over at most so many bytes without reading them, where it can; says how many. */
  skip?(length: number): number;
}

const lineFeed = 0x0a;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The feed of bytes that come in pieces. `close` ends them early. */
export function feedOf(pieces: AsyncIterable<Uint8Array>): Feed & { close(): Promise<void> } {
  const iterator = pieces[Symbol.asyncIterator]();
  return {
    next: async () => {
      for (;;) {
        const step = await iterator.next();
        if (step.done === true) return null;
        if (step.value.length > 0) return step.value;
      }
    },
    close: async () => {
      await iterator.return?.();
    },
  };
}

/** Reads bytes in order: by lines, by lengths, or passing over them; it holds no more than was asked to be seen at once. */
export class ByteCursor {
  /** How many bytes were taken or passed over. */
  position: number;
  private readonly feed: Feed;
  private held: Uint8Array = new Uint8Array();
  private ended = false;

  /** `position` is that of the feed's first byte. */
  constructor(feed: Feed, position = 0) {
    this.feed = feed;
    this.position = position;
  }

  /** The next bytes, at least `length` unless they end before; they are not taken. */
  async peek(length: number): Promise<Uint8Array> {
    const more: Uint8Array[] = [];
    let have = this.held.length;
    while (have < length && !this.ended) {
      const piece = await this.feed.next();
      if (piece === null) this.ended = true;
      else more.push(piece);
      have += piece?.length ?? 0;
    }
    const [only] = more;
    if (more.length === 1 && only !== undefined) this.held = joined(this.held, only);
    else if (more.length > 1) this.held = joined(this.held, Buffer.concat(more));
    return this.held;
  }

  /** Some of the next bytes, at most `length`; null at the end. */
  async take(length: number): Promise<Uint8Array | null> {
    const next = await this.peek(1);
    if (next.length === 0) return null;
    const piece = next.subarray(0, length);
    this.drop(piece.length);
    return piece;
  }

  /** Passes over so many bytes; says over how many there were. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      if (this.held.length === 0 && !this.ended && this.feed.skip !== undefined) {
        const skipped = this.feed.skip(left);
        this.position += skipped;
        left -= skipped;
        if (left === 0) break;
      }
      const piece = await this.take(left);
      if (piece === null) break;
      left -= piece.length;
    }
    return length - left;
  }

  /**
   * The next line with its line end, as bytes; null at the end, and when no line ends within `limit` bytes: then nothing
   * is taken. The last line may have no end.
   */
  async line(limit: number): Promise<Uint8Array | null> {
    let seen = 0;
    for (;;) {
      const bytes = await this.peek(Math.min(limit, seen === 0 ? 1 : seen * 2));
      const at = bytes.indexOf(lineFeed, seen);
      const isLast = at === -1 && this.ended;
      const length = isLast ? bytes.length : at + 1;
      if (at !== -1 || isLast) {
        if (length > limit || length === 0) return null;
        const line = bytes.subarray(0, length);
        this.drop(length);
        return line;
      }
      if (bytes.length >= limit) return null;
      seen = bytes.length;
    }
  }

  async atEnd(): Promise<boolean> {
    return (await this.peek(1)).length === 0;
  }

  /** The next `length` bytes as a feed of their own, taken from here as they are read. */
  part(length: number): Feed & { readonly left: () => number } {
    let left = length;
    return {
      left: () => left,
      next: async () => {
        if (left === 0) return null;
        const piece = await this.take(left);
        left -= piece?.length ?? 0;
        return piece;
      },
    };
  }

  private drop(length: number): void {
    this.held = this.held.subarray(length);
    this.position += length;
  }
}

/** What is left of a cursor, in pieces. */
export async function* restOf(cursor: ByteCursor, length = Infinity): AsyncGenerator<Uint8Array> {
  for (let left = length; left > 0;) {
    const piece = await cursor.take(left);
    if (piece === null) return;
    left -= piece.length;
    yield piece;
  }
}
