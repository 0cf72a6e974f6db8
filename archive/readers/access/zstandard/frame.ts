import { DamagedZstandard } from './bits.ts';
import type { HuffmanTable } from './huffman.ts';
import { largestBlock, readLiterals } from './literals.ts';
import { SequenceReader } from './sequence-codes.ts';
import type { Sequence, SequenceTables } from './sequence-codes.ts';

const blockHeader = 3;
/** What is kept beside the window, so that it is seldom moved. In bytes. */
const slack = 4 * 1024 * 1024;
const firstRoom = 256 * 1024;
const shortStretch = 48;

/**
 * Unpacks the blocks of a frame of Zstandard (RFC 8878, 3.1.1) one by one. Whatever the bytes are, a block takes time for
 * 128 KB at most: fzstd, which looks at no limit, can be kept busy for minutes by twenty bytes.
 */
export class ZstandardFrame {
  private readonly window: number;
  private history: Uint8Array;
  /** Up to where `history` is filled. */
  private end = 0;
  private huffman: HuffmanTable | null = null;
  private tables: SequenceTables | null = null;
  private offsets: [number, number, number] = [1, 4, 8];

  /** `window` is how far back a block may look, in bytes, as the frame's header says. */
  constructor(window: number) {
    this.window = window;
    this.history = new Uint8Array(Math.min(firstRoom, window + slack));
  }

  /**
   * What a block, header and all, unpacks to: good until the next one. Throws `DamagedZstandard`; the frame cannot be gone
   * on with then.
   */
  block(bytes: Uint8Array): Uint8Array {
    const header = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) | ((bytes[2] ?? 0) << 16);
    const kind = (header >> 1) & 3;
    const size = header >>> 3;
    const content = bytes.subarray(blockHeader);
    if (size > largestBlock || content.length !== (kind === 1 ? 1 : size)) {
      throw new DamagedZstandard('a block is cut off');
    }
    this.makeRoom();
    const start = this.end;
    if (kind === 0) this.append(content);
    else if (kind === 1) this.history.fill(content[0] ?? 0, start, (this.end += size));
    else if (kind === 2) this.unpack(content, start + largestBlock);
    else throw new DamagedZstandard('a block of no known kind');
    return this.history.subarray(start, this.end);
  }

  private append(bytes: Uint8Array): void {
    this.history.set(bytes, this.end);
    this.end += bytes.length;
  }

  /** Most stretches of literals are a few bytes: a loop is quicker than a view of them. */
  private copy(bytes: Uint8Array, from: number, until: number): void {
    const { history, end } = this;
    if (until - from > shortStretch) history.set(bytes.subarray(from, until), end);
    else for (let at = from; at < until; at += 1) history[end + at - from] = bytes[at] ?? 0;
    this.end = end + until - from;
  }

  private unpack(block: Uint8Array, limit: number): void {
    const { bytes, length, table } = readLiterals(block, this.huffman);
    this.huffman = table;
    const rest = block.subarray(length);
    let used = 0;
    if (rest[0] === undefined) throw new DamagedZstandard('a block is cut off');
    if (rest[0] !== 0) {
      const sequences = new SequenceReader(rest, this.tables);
      this.tables = sequences.tables;
      const sequence: Sequence = { literals: 0, match: 0, offset: 0 };
      for (let left = sequences.count; left > 0; left -= 1) {
        sequences.next(sequence, left === 1);
        const until = used + sequence.literals;
        if (until > bytes.length || this.end + sequence.literals + sequence.match > limit) {
          throw new DamagedZstandard('a block gives more than it may');
        }
        this.copy(bytes, used, until);
        used = until;
        this.repeat(this.offsetOf(sequence), sequence.match);
      }
    }
    if (this.end + bytes.length - used > limit) throw new DamagedZstandard('a block gives more than it may');
    this.append(bytes.subarray(used));
  }

  /** RFC 8878, 3.1.1.5. */
  private offsetOf({ offset, literals }: Sequence): number {
    const [first, second, third] = this.offsets;
    if (offset > 3) {
      this.offsets = [offset - 3, first, second];
      return offset - 3;
    }
    const choice = offset + (literals === 0 ? 1 : 0);
    if (choice === 1) return first;
    const chosen = choice === 2 ? second : choice === 3 ? third : first - 1;
    this.offsets = choice === 2 ? [chosen, first, third] : [chosen, first, second];
    return chosen;
  }

  private repeat(offset: number, length: number): void {
    const { history, end } = this;
    const from = end - offset;
    if (offset < 1 || from < 0 || offset > this.window)
      throw new DamagedZstandard('a match lies too far back');
    if (offset >= length && length > shortStretch) history.copyWithin(end, from, from + length);
    else for (let at = 0; at < length; at += 1) history[end + at] = history[from + at] ?? 0;
    this.end = end + length;
  }

  /** Makes room for the largest block; what lies before the window goes. */
  private makeRoom(): void {
    const needed = this.end + largestBlock;
    if (needed <= this.history.length) return;
    const most = this.window + slack + largestBlock;
    if (needed <= most) {
      const larger = new Uint8Array(Math.min(most, Math.max(needed, this.history.length * 2)));
      larger.set(this.history.subarray(0, this.end));
      this.history = larger;
      return;
    }
    const keep = Math.min(this.end, this.window);
    this.history.copyWithin(0, this.end - keep, this.end);
    this.end = keep;
  }
}
