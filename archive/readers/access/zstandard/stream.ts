import { DamagedZstandard } from './bits.ts';
import { ZstandardFrame } from './frame.ts';
import { longestFrameHeader, readFrameHeader } from './frame-header.ts';
import { largestBlock } from './literals.ts';

const blockHeader = 3;

/** Unpacks one frame of Zstandard that comes in pieces, without a dictionary. What follows the frame is passed over. */
export class ZstandardStream {
  private readonly give: (piece: Uint8Array) => void;
  private held: Buffer = Buffer.alloc(0);
  private frame: ZstandardFrame | null = null;
  private isOver = false;

  /** `give` gets what each block unpacks to, which is good until it returns. */
  constructor(give: (piece: Uint8Array) => void) {
    this.give = give;
  }

  /** Takes the next piece; after the last one the frame must be whole. Throws `DamagedZstandard`. */
  push(piece: Uint8Array, isLast = false): void {
    if (this.isOver) return;
    this.held = this.held.length === 0 ? Buffer.from(piece) : Buffer.concat([this.held, piece]);
    this.frame ??= this.begin(isLast);
    while (this.frame !== null && !this.isOver) {
      const block = this.block();
      if (block === null) break;
      const unpacked = this.frame.block(block);
      this.isOver = ((block[0] ?? 0) & 1) === 1;
      this.give(unpacked);
    }
    if (isLast && !this.isOver) throw new DamagedZstandard('the frame is cut off');
  }

  private begin(isLast: boolean): ZstandardFrame | null {
    const header = readFrameHeader(this.held);
    if (header === null) {
      if (!isLast && this.held.length < longestFrameHeader) return null;
      throw new DamagedZstandard('no frame begins here');
    }
    this.held = this.held.subarray(header.length);
    return new ZstandardFrame(header.window);
  }

  /** The next block; null when it is not all there. */
  private block(): Buffer | null {
    if (this.held.length < blockHeader) return null;
    const header = this.held.readUIntLE(0, blockHeader);
    const size = header >>> 3;
    if (size > largestBlock) throw new DamagedZstandard('a block is too large');
    const length = blockHeader + (((header >> 1) & 3) === 1 ? 1 : size);
    if (this.held.length < length) return null;
    const block = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return block;
  }
}
