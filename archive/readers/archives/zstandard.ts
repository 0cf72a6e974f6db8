import { piecesOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import { DamagedZstandard } from '../access/zstandard/bits.ts';
import { ZstandardFrame } from '../access/zstandard/frame.ts';
import { largestBlock } from '../access/zstandard/literals.ts';
import { compressedReader } from './compressed.ts';
import type { Unpacked } from './compressed.ts';
import { isBomb } from './safety.ts';
import { StreamTape } from './tape.ts';
import type { UnpackFailure } from './unpacking.ts';
import {
  frameMagic,
  isSkippable,
  longestFrameHeader,
  readFrameHeader,
} from '../access/zstandard/frame-header.ts';

/** What `zstd` itself unpacks without being told to: windows of 128 MB. */
const largestWindow = 128 * 1024 * 1024;
/** Unpacks frame by frame and block by block. */
class ZstandardUnpacking implements Unpacked {
  failure: UnpackFailure | null = null;
  private length = 0;
  private readonly tape: StreamTape;

  constructor(content: ByteSource) {
    const never = async (): Promise<never> => Promise.reject(new Error('Nothing is spooled here.'));
    this.tape = new StreamTape(piecesOf(content), never);
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    while (this.failure === null) {
      const head = await this.tape.peek(longestFrameHeader);
      // Zeros after the last frame are what a disk or a tape adds.
      if (head.every((byte) => byte === 0)) return;
      const magic = head.length < 4 ? 0 : head.readUInt32LE(0);
      if (isSkippable(magic) && head.length >= 8) await this.tape.skip(8 + head.readUInt32LE(4));
      else if (magic === frameMagic) yield* this.frame(head);
      else this.failure = head.length < 4 ? 'cut-off' : 'damaged';
    }
  }

  private async *frame(head: Buffer): AsyncGenerator<Uint8Array> {
    const header = readFrameHeader(head);
    if (header === null) this.failure = head.length < longestFrameHeader ? 'cut-off' : 'damaged';
    else if (header.hasDictionary) this.failure = 'dictionary';
    else if (header.window > largestWindow) this.failure = 'window';
    if (header === null || this.failure !== null) return;
    await this.tape.take(header.length);
    const frame = new ZstandardFrame(header.window);
    for (let isLast = false; !isLast && this.failure === null;) {
      const block = await this.block();
      const piece = block === null ? null : this.unpack(frame, block);
      isLast = ((block?.[0] ?? 0) & 1) === 1;
      // What a frame gives is its own, and written over when it goes on.
      if (piece !== null && piece.length > 0 && this.mayGive(piece)) yield piece.slice();
    }
    if (header.hasChecksum && this.failure === null) await this.tape.skip(4);
  }

  /** The next block with its header; null when it is cut off or damaged. */
  private async block(): Promise<Buffer | null> {
    const header = await this.tape.peek(3);
    const value = header.length < 3 ? 0 : header.readUIntLE(0, 3);
    const kind = (value >>> 1) & 3;
    const size = value >>> 3;
    const length = 3 + (kind === 1 ? 1 : size);
    const block = size > largestBlock ? header : await this.tape.take(length);
    if (size > largestBlock || kind === 3) this.failure = 'damaged';
    else if (header.length < 3 || block.length < length) this.failure = 'cut-off';
    return this.failure === null ? block : null;
  }

  private unpack(frame: ZstandardFrame, block: Buffer): Uint8Array | null {
    try {
      return frame.block(block);
    } catch (error) {
      if (!(error instanceof DamagedZstandard)) throw error;
      this.failure = 'damaged';
      return null;
    }
  }

  private mayGive({ length }: Uint8Array): boolean {
    this.length += length;
    if (isBomb(this.tape.position, this.length)) this.failure = 'bomb';
    return this.failure === null;
  }
}

function claims({ bytes }: { readonly bytes: Uint8Array }): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, longestFrameHeader));
  if (head.length < 8) return false;
  const magic = head.readUInt32LE(0);
  return readFrameHeader(head) !== null || (isSkippable(magic) && followsFrame(bytes, head.readUInt32LE(4)));
}

/** After what is passed over a frame must come, as far as that can be seen. */
function followsFrame(bytes: Uint8Array, length: number): boolean {
  const next = Buffer.from(bytes.subarray(8 + length, 12 + length));
  return next.length === 4 && (next.readUInt32LE(0) === frameMagic || isSkippable(next.readUInt32LE(0)));
}

/** Zstandard (RFC 8878): one file, its frames joined, or a tar of files. Checksums (XXH64) are not looked at. */
export const zstandard = compressedReader({
  name: 'zstandard',
  version: 1,
  claims,
  unpack: (content) => new ZstandardUnpacking(content),
  ownName: async () => null,
  endings: /\.(?:zst|zstd)$/iu,
});
