/** Objects deeper than this are only counted. */
const deepest = 7;
const longestKey = 200;

/** An object of JSON, by its bytes. */
export interface JsonObjectSpan {
  /** The list or object that it is an element of: `$.response.docs`; `^` for the outermost. */
  readonly container: string;
  /** Whether the container is a list. */
  readonly inList: boolean;
  readonly start: number;
  readonly end: number;
}

interface Frame {
  readonly kind: 'root' | 'object' | 'list';
  readonly path: string;
  readonly start: number;
  /** Whether the next string is a name. */
  atName: boolean;
  name: string;
  readonly names: string[];
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];

function frame(kind: Frame['kind'], path: string, start: number): Frame {
  return { kind, path, start, atName: kind === 'object', name: '', names: [] };
}

/**
 * Finds the objects in JSON that comes in pieces (RFC 8259), without building anything of it: no more is held than the path
 * to the present place. It does not check: what is found is parsed by others, and bad JSON gives spans that do not parse.
 */
export class JsonScanner {
  private readonly wanted: ReadonlySet<string> | null;
  private readonly frames: Frame[] = [frame('root', '^', 0)];
  /** How many brackets are open that are no frames. */
  private beyond = 0;
  private offset = 0;
  private inString = false;
  private escaped = false;
  private key: number[] | null = null;

  /** Objects in these containers are given, and nothing inside them; null gives the objects of all, from the inside out. */
  constructor(wanted: ReadonlySet<string> | null) {
    this.wanted = wanted;
  }

  /** Where the wanted object under way begins, or null. */
  get open(): number | null {
    const { top } = this;
    return this.wanted !== null && top.kind === 'object' && this.isWanted(this.parent) ? top.start : null;
  }

  /** The names seen in the objects that are still open, by the containers of those objects. */
  openNames(): readonly { readonly container: string; readonly names: readonly string[] }[] {
    return this.frames.flatMap(({ kind, names }, at) =>
      kind === 'object' ? [{ container: this.frames[at - 1]?.path ?? '^', names }] : [],
    );
  }

  /** Gives up on what is open in the container, and goes on with bytes from another place, between two elements. */
  restart(offset: number): void {
    while (this.open !== null) this.frames.pop();
    this.beyond = 0;
    this.inString = false;
    this.escaped = false;
    this.offset = offset;
  }

  /** The objects that end in a piece. */
  take(bytes: Uint8Array): JsonObjectSpan[] {
    const found: JsonObjectSpan[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.inString) this.inside(byte);
      else if (byte === quote) this.beginString();
      else if (byte === openObject || byte === openList) this.begin(byte === openObject, this.offset + at);
      else if (byte === closeObject || byte === closeList) this.end(this.offset + at + 1, found);
      else if (this.beyond === 0 && (byte === comma || byte === colon)) {
        this.top.atName = byte === comma && this.top.kind === 'object';
      }
    }
    this.offset += bytes.length;
    return found;
  }

  private get top(): Frame {
    return this.frames[this.frames.length - 1] as Frame;
  }

  private get parent(): Frame {
    return this.frames[this.frames.length - 2] as Frame;
  }

  private isWanted({ path }: Frame): boolean {
    return this.wanted === null || this.wanted.has(path);
  }

  private beginString(): void {
    this.inString = true;
    this.key = this.beyond === 0 && this.top.atName ? [] : null;
  }

  private inside(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === backslash) this.escaped = true;
    else if (byte === quote) {
      this.inString = false;
      if (this.key !== null) this.named(Buffer.from(this.key).toString('utf8'));
      return;
    }
    if (this.key !== null && this.key.length < longestKey) this.key.push(byte);
  }

  private named(name: string): void {
    const { top } = this;
    top.name = name;
    if (top.names.length < longestKey) top.names.push(name);
    this.key = null;
  }

  private begin(isObject: boolean, start: number): void {
    const { top } = this;
    const inWanted = this.open !== null;
    if (this.beyond > 0 || inWanted || this.frames.length > deepest) {
      this.beyond += 1;
      return;
    }
    const path =
      top.kind === 'root' ? '$' : top.kind === 'list' ? `${top.path}[]` : `${top.path}.${top.name}`;
    this.frames.push(frame(isObject ? 'object' : 'list', path, start));
  }

  private end(end: number, found: JsonObjectSpan[]): void {
    if (this.beyond > 0) {
      this.beyond -= 1;
      return;
    }
    const { top } = this;
    if (top.kind === 'root') return;
    this.frames.pop();
    const container = this.top;
    if (top.kind === 'object' && this.isWanted(container)) {
      found.push({ container: container.path, inList: container.kind === 'list', start: top.start, end });
    }
    container.atName = false;
  }
}
