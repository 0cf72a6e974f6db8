import { ZstandardStream } from '../access/zstandard/stream.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { PackedMember } from './gzip-member.ts';
import type { UnpackBudget } from './unpack-budget.ts';
import { BrokenBytes } from './web-record.ts';

/** The longest header of a frame: magic number, descriptor, window, dictionary, size (RFC 8878, 3.1.1.1). */
const longestHeader = 18;
/** What `zstd --long` makes at most. In bytes. */
const largestWindow = 128 * 1024 * 1024;

/** Whether a Zstandard frame (RFC 8878, 3.1.1) begins here. */
export function isZstandard(bytes: Uint8Array): boolean {
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}

/**
 * Whether the dictionary of a web archive begins here: the skippable frame 0x184D2A5D of the WARC extension for
 * Zstandard (https://iipc.github.io/warc-specifications/specifications/warc-zstd/).
 */
export function isZstandardDictionary(bytes: Uint8Array): boolean {
  return bytes[0] === 0x5d && bytes[1] === 0x2a && bytes[2] === 0x4d && bytes[3] === 0x18;
}

/** The length of the frame's header; null when a dictionary is needed. */
function headerLength(bytes: Uint8Array): number | null {
  const flags = bytes[4] ?? 0;
  const isSingle = (flags & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  const size = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const at = 5 + (isSingle ? 0 : 1);
  if (bytes.subarray(at, at + dictionary).some((byte) => byte !== 0)) return null;
  return at + dictionary + size;
}

/** The memory a frame asks for (RFC 8878, 3.1.1.1.2): the window, or its whole content when that is one segment. */
function windowOf(bytes: Uint8Array): number {
  const flags = bytes[4] ?? 0;
  const view = Buffer.alloc(longestHeader);
  view.set(bytes.subarray(0, longestHeader));
  if ((flags & 0x20) === 0) {
    const base = 2 ** (10 + ((bytes[5] ?? 0) >> 3));
    return base + (base / 8) * ((bytes[5] ?? 0) & 7);
  }
  const at = 5 + ([0, 1, 2, 4][flags & 3] ?? 0);
  const kind = flags >> 6;
  if (kind === 0) return view.readUInt8(at);
  if (kind === 1) return view.readUInt16LE(at) + 256;
  return kind === 2 ? view.readUInt32LE(at) : Number(view.readBigUInt64LE(at));
}

/** The end of the frame at `start`, by the lengths of its blocks (RFC 8878, 3.1.1.2): nothing is unpacked. */
async function endOfFrame(source: ByteSource, start: number): Promise<number> {
  const head = await source.read(start, longestHeader);
  const header = isZstandard(head) ? headerLength(head) : null;
  if (header === null) throw new BrokenBytes('its packed bytes are damaged');
  if (windowOf(head) > largestWindow) throw new BrokenBytes('it needs more memory than Cuttings gives it');
  for (let at = start + header; ;) {
    const block = await source.read(at, 3);
    if (block.length < 3) throw new BrokenBytes('it ends too early');
    const word = (block[0] ?? 0) | ((block[1] ?? 0) << 8) | ((block[2] ?? 0) << 16);
    const kind = (word >> 1) & 3;
    if (kind === 3) throw new BrokenBytes('its packed bytes are damaged');
    // A block of kind 1 is one byte, repeated.
    at += 3 + (kind === 1 ? 1 : word >>> 3);
    if ((word & 1) !== 0) return at + (((head[4] ?? 0) & 4) !== 0 ? 4 : 0);
  }
}

/** Whether the frame at the beginning of a file needs a dictionary. */
export function needsDictionary(head: Uint8Array): boolean {
  return isZstandardDictionary(head) || (isZstandard(head) && headerLength(head) === null);
}

/** The frame that begins at `start`; `pieces` throws `BrokenBytes` for what is damaged. */
export async function openZstandardFrame(
  source: ByteSource,
  start: number,
  budget: UnpackBudget,
): Promise<PackedMember> {
  const end = await endOfFrame(source, start);
  if (end > source.size) throw new BrokenBytes('it ends too early');
  return {
    end: () => end,
    // The checksum (XXH64) is not looked at: the digests of the records are what tells.
    checksumHolds: async () => true,
    async *pieces() {
      let unpacked: Uint8Array[] = [];
      const stream = new ZstandardStream((piece) => {
        // It hands out parts of a buffer that it goes on writing to.
        budget.spend(piece.length);
        if (piece.length > 0) unpacked.push(piece.slice());
      });
      const step = 64 * 1024;
      for (let at = start; at < end; at += step) {
        const piece = await source.read(at, Math.min(step, end - at));
        budget.reached(at + piece.length);
        push(stream, piece, at + step >= end);
        yield* unpacked;
        unpacked = [];
      }
    },
  };
}

function push(stream: ZstandardStream, piece: Uint8Array, isLast: boolean): void {
  try {
    stream.push(piece.slice(), isLast);
  } catch (error) {
    const isDamage = error instanceof Error && 'code' in error && typeof error.code === 'number';
    throw isDamage || error instanceof RangeError || error instanceof TypeError
      ? new BrokenBytes('its packed bytes are damaged', { cause: error })
      : error;
  }
}

/** What the first blocks of a frame unpack to, in Latin-1; empty when it is damaged or needs a dictionary. */
export function zstandardOpening(bytes: Uint8Array): string {
  if (needsDictionary(bytes) || windowOf(bytes) > largestWindow) return '';
  let opening = '';
  const stream = new ZstandardStream((piece) => {
    if (opening.length < 8_192) opening += Buffer.from(piece.subarray(0, 8_192)).toString('latin1');
  });
  // Blocks hold 128 KiB at most when unpacked: few of them fit here.
  for (let at = 0; at < bytes.length && opening === ''; at += 1_024) {
    try {
      push(stream, bytes.subarray(at, at + 1_024), false);
    } catch (error) {
      if (error instanceof BrokenBytes) return opening;
      throw error;
    }
  }
  return opening;
}
