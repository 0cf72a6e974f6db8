/** The bytes of a file that comes in pieces, from some place on: no more is held than what is not let go yet. */
export class ByteWindow {
  private parts: Buffer[] = [];
  private from = 0;
  private to = 0;

  /** Where the first held byte stands in the file. */
  get start(): number {
    return this.from;
  }

  /** Where the next piece will begin. */
  get end(): number {
    return this.to;
  }

  append(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.parts.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    this.to += piece.length;
  }

  /** The bytes between two places that are held. They are only good until the next call. */
  slice(start: number, end: number): Buffer {
    const [only] = this.parts;
    if (this.parts.length > 1 && (only === undefined || end - this.from > only.length)) {
      this.parts = [Buffer.concat(this.parts)];
    }
    return (this.parts[0] ?? Buffer.alloc(0)).subarray(start - this.from, end - this.from);
  }

  /** Lets go of everything before a place. */
  release(before: number): void {
    while (this.parts.length > 0 && this.from < before) {
      const [first] = this.parts;
      if (first === undefined) return;
      const gone = Math.min(before - this.from, first.length);
      if (gone === first.length) this.parts.shift();
      else this.parts[0] = first.subarray(gone);
      this.from += gone;
    }
  }
}

/** Fewer bytes than this are not looked at twice in vain. */
const firstLook = 64 * 1024;

/** Says when enough more has come that looking again at what is held costs no more than twice the reading of it. */
export class Patience {
  private wanted = firstLook;

  /** Whether it is time to look at so many bytes. */
  isOver(held: number): boolean {
    return held >= this.wanted;
  }

  /** Nothing complete was found in so many bytes. */
  grow(held: number): void {
    this.wanted = Math.max(firstLook, held * 2);
  }

  reset(): void {
    this.wanted = firstLook;
  }
}

/** A file that comes in pieces, of which the beginning has been looked at. */
export interface Headed {
  /** At most so many bytes as were asked for. */
  readonly head: Buffer;
  /** Whether the head is all of the file. */
  readonly complete: boolean;
  /** The file from its beginning; to be read once, or ended by `return`. */
  readonly all: AsyncGenerator<Uint8Array>;
}

/** Looks at the beginning of a file that comes in pieces, whatever their size. */
export async function withHead(pieces: AsyncIterable<Uint8Array>, length: number): Promise<Headed> {
  const iterator = pieces[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let held = 0;
  let complete = false;
  while (held <= length && !complete) {
    const next = await iterator.next();
    if (next.done === true) complete = true;
    else {
      seen.push(Buffer.from(next.value));
      held += next.value.length;
    }
  }
  const whole = Buffer.concat(seen);
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield whole;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: whole.subarray(0, length), complete: held <= length, all: all() };
}

/** A file that is there as a whole, as one that comes in pieces. */
export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
