import type { FieldMap } from '../../model/field-map.ts';
import { ByteWindow } from '../records/byte-window.ts';
import { JsonScanner } from './json-scanner.ts';
import type { JsonObjectSpan } from './json-scanner.ts';
import { NextElement } from './next-element.ts';
import { parseJson } from './parse-json.ts';

/** An element longer than this, in bytes, is passed over. */
export const elementLimit = 16_000_000;

/** One object in a list of articles. */
export interface JsonElement {
  readonly start: number;
  readonly end: number;
  readonly inList: boolean;
  /** Its bytes, good until the next is asked for; null when it is longer than the limit. */
  readonly bytes: Buffer | null;
  /** What they parse to; an error when they do not. */
  readonly value: unknown;
}

/** The elements of the chosen containers, in a document that comes in pieces. */
export class JsonElements {
  private readonly window = new ByteWindow();
  private readonly scanner: JsonScanner;
  private readonly next: NextElement;
  /** Where an element begins that is too long to be held. */
  private lost: number | null = null;

  constructor(containers: ReadonlySet<string>, map: FieldMap | null) {
    this.scanner = new JsonScanner(containers);
    this.next = new NextElement(map);
  }

  /** The elements that end in a piece. */
  *take(piece: Uint8Array): Generator<JsonElement> {
    this.window.append(piece);
    yield* this.through(this.scanner.take(piece));
    const open = this.scanner.open;
    if (open !== null && this.window.end - open > elementLimit && this.lost !== open)
      yield* this.giveUp(open);
    this.window.release(
      this.lost === this.scanner.open ? this.window.end : (this.scanner.open ?? this.window.end),
    );
  }

  /** The element that the end of the file cuts off, and those that it hides. */
  *last(): Generator<JsonElement> {
    const open = this.scanner.open;
    if (open === null || open === this.lost) return;
    yield* this.giveUp(open, true);
  }

  private *through(spans: readonly JsonObjectSpan[]): Generator<JsonElement> {
    for (const { start, end, inList } of spans) {
      if (start === this.lost || start < this.window.start) {
        yield { start, end, inList, bytes: null, value: null };
        continue;
      }
      const bytes = this.window.slice(start, end);
      const value = parseJson(bytes);
      const hidden = value instanceof Error && inList ? this.next.find(bytes) : null;
      if (hidden === null) yield { start, end, inList, bytes, value };
      else {
        yield* this.resume(start, start + hidden, value);
        return;
      }
    }
  }

  /** An element that never ends: what it hides is read, else it is let go. */
  private *giveUp(start: number, atEnd = false): Generator<JsonElement> {
    const bytes = this.window.slice(start, this.window.end);
    const hidden = this.next.find(bytes);
    if (hidden !== null) {
      yield* this.resume(start, start + hidden, new SyntaxError('out of place'));
      const { open } = this.scanner;
      if (atEnd && open !== null) yield* this.giveUp(open, true);
    } else if (atEnd) {
      yield { start, end: this.window.end, inList: true, bytes, value: new SyntaxError('end of input') };
    } else this.lost = start;
  }

  private *resume(start: number, at: number, error: unknown): Generator<JsonElement> {
    yield { start, end: at, inList: true, bytes: this.window.slice(start, at), value: error };
    this.scanner.restart(at);
    yield* this.through(this.scanner.take(this.window.slice(at, this.window.end)));
  }
}
