/** One `item` of a file, from its `<` to its last `>`. */
export interface ItemBytes {
  readonly start: number;
  readonly end: number;
  /** Null when it is longer than the limit. Good until the next piece is taken. */
  readonly bytes: Buffer | null;
  /** Another item begins in it, or the file ends: it has no end of its own. */
  readonly isBroken: boolean;
}

const opening = Buffer.from('<item');
const closing = Buffer.from('</item>');
const sections = [
  { begin: Buffer.from('<![CDATA['), end: Buffer.from(']]>') },
  { begin: Buffer.from('<!--'), end: Buffer.from('-->') },
] as const;
type Section = (typeof sections)[number];

/** No mark that is looked for is longer: so much of a piece waits for the next. */
const longestMark = 9;
const lessThan = 0x3c;

function startsWith(data: Buffer, mark: Buffer, at: number): boolean {
  return data.compare(mark, 0, mark.length, at, at + mark.length) === 0;
}

/**
 * Cuts a file of XML that comes in pieces into what stands before its items and the items, without ever holding more than
 * one of them. Tags in CDATA sections and comments are none. Only for encodings in which ASCII is ASCII.
 */
export class ItemCutter {
  private readonly limit: number;
  /** The bytes that wait for the next piece, and where they stand in the file. */
  private rest = Buffer.alloc(0);
  private offset = 0;
  private section: Section | null = null;
  /** What is being collected: what stands before the first item, an item, or nothing between items. */
  private state: 'head' | 'item' | 'between' = 'head';
  private start = 0;
  private parts: Buffer[] = [];
  private length = 0;
  private headBytes: Buffer | null = null;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** What stands before the first item, cut at the limit; null until that has come. */
  get head(): Buffer | null {
    return this.headBytes;
  }

  take(piece: Uint8Array): ItemBytes[] {
    const fresh = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const data = this.rest.length === 0 ? fresh : Buffer.concat([this.rest, fresh]);
    return this.scan(data, Math.max(0, data.length - longestMark));
  }

  /** What no end closes. */
  last(): ItemBytes[] {
    const data = Buffer.concat([this.rest, Buffer.alloc(longestMark)]);
    const items = this.scan(data, this.rest.length);
    if (this.state === 'head') this.headBytes = this.collected();
    else if (this.state === 'item') items.push(this.item(this.offset, true));
    return items;
  }

  /** Looks at marks that begin before `to`; what follows waits. */
  private scan(data: Buffer, to: number): ItemBytes[] {
    const items: ItemBytes[] = [];
    let kept = 0;
    let at = 0;
    while (at < to) {
      const found = this.nextMark(data, at);
      if (found === -1 || found >= to) {
        at = Math.max(at, to);
        break;
      }
      const step = this.mark(data, found);
      if (step.boundary) {
        const end = step.isEnd ? found + closing.length : found;
        this.keep(data.subarray(kept, end));
        this.boundary(items, this.offset + end, this.offset + found, step.isEnd);
        kept = end;
      }
      at = found + step.length;
    }
    // What is left goes on in the next piece, whose bytes may come in the same memory.
    this.keep(Buffer.from(data.subarray(kept, at)));
    this.rest = Buffer.from(data.subarray(at));
    this.offset += at;
    return items;
  }

  private nextMark(data: Buffer, at: number): number {
    return this.section === null ? data.indexOf(lessThan, at) : data.indexOf(this.section.end, at);
  }

  /** What stands at a place: how many bytes it takes, and whether an item begins or ends there. */
  private mark(data: Buffer, at: number): { length: number; boundary: boolean; isEnd: boolean } {
    const none = { boundary: false, isEnd: false };
    if (this.section !== null) {
      const { length } = this.section.end;
      this.section = null;
      return { length, ...none };
    }
    const section = sections.find(({ begin }) => startsWith(data, begin, at));
    if (section !== undefined) {
      this.section = section;
      return { length: section.begin.length, ...none };
    }
    if (startsWith(data, closing, at)) {
      return { length: closing.length, boundary: this.state === 'item', isEnd: true };
    }
    const after = data[at + opening.length] ?? 0;
    const isOpening = startsWith(data, opening, at) && (after === 0x3e || after <= 0x20);
    return { length: 1, boundary: isOpening, isEnd: false };
  }

  private boundary(items: ItemBytes[], end: number, next: number, isEnd: boolean): void {
    if (this.state === 'head') this.headBytes = this.collected();
    else if (this.state === 'item') items.push(this.item(end, !isEnd));
    this.parts = [];
    this.length = 0;
    this.state = isEnd ? 'between' : 'item';
    this.start = next;
  }

  private keep(part: Buffer): void {
    if (this.state === 'between' || part.length === 0) return;
    this.length += part.length;
    if (this.length <= this.limit) this.parts.push(part);
    else if (this.state === 'item') this.parts = [];
  }

  private collected(): Buffer {
    const bytes = Buffer.from(this.joined());
    this.parts = [];
    this.length = 0;
    return bytes;
  }

  private joined(): Buffer {
    const [only] = this.parts;
    return this.parts.length === 1 && only !== undefined ? only : Buffer.concat(this.parts);
  }

  private item(end: number, isBroken: boolean): ItemBytes {
    const bytes = this.length > this.limit ? null : this.joined();
    return { start: this.start, end, bytes, isBroken };
  }
}
