import { pipeline, Readable } from 'node:stream';
import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { InflateRaw } from 'node:zlib';
import type { ByteSource } from '../access/byte-source.ts';
import { crc32 } from '../archives/checksum.ts';
import type { UnpackBudget } from './unpack-budget.ts';
import { BrokenBytes } from './web-record.ts';

/** Most records are smaller than this when packed: they are unpacked at one go. In bytes. */
const window = 128 * 1024;
const mostAtOnce = 4 * 1024 * 1024;
const pieceSize = 256 * 1024;
const longestHeader = 64 * 1024;
const trailer = 8;

/** One member of a gzip file, unpacked: its bytes, and where it ends in the file once they have all been read. */
export interface PackedMember {
  pieces(): AsyncGenerator<Uint8Array>;
  /** Known after the last of `pieces`; null before, and after damage. */
  end(): number | null;
  /** After the last of `pieces`: whether the checksum at its end is that of its bytes, as far as it has one. */
  checksumHolds(): Promise<boolean>;
}

/** Whether a gzip member (RFC 1952) may begin here. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && ((bytes[3] ?? 0xff) & 0xe0) === 0;
}

/** The length of the header of a gzip member (RFC 1952, 2.3); null when it is none, or longer than these bytes. */
export function gzipHeaderLength(bytes: Uint8Array): number | null {
  if (!isGzip(bytes)) return null;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if ((flags & 2) !== 0) at += 2;
  return at < bytes.length ? at : null;
}

interface Inflated {
  readonly bytes: Uint8Array;
  /** How many packed bytes it took. */
  readonly packed: number;
}

/** What the types of Node leave out: with `info` there is the engine beside the bytes. */
type InflateWithEngine = (
  bytes: Uint8Array,
  options: object,
) => { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };

/** Everything at one go; null when the member does not end within these bytes, or is too large for that. */
function inflateAtOnce(bytes: Uint8Array): Inflated | null {
  try {
    const { buffer, engine } = (inflateRawSync as unknown as InflateWithEngine)(bytes, {
      info: true,
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: mostAtOnce,
    });
    return engine.bytesWritten < bytes.length ? { bytes: buffer, packed: engine.bytesWritten } : null;
  } catch (error) {
    if (isTooLarge(error)) return null;
    throw brokenOr(error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isTooLarge(error: unknown): boolean {
  return codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
}

/** Damage, told from a failure of the system. */
function brokenOr(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR') return new BrokenBytes('it ends too early', { cause: error });
  return code.startsWith('Z_') ? new BrokenBytes('its packed bytes are damaged', { cause: error }) : error;
}

async function* piecesFrom(
  source: ByteSource,
  start: number,
  budget: UnpackBudget,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < source.size;) {
    const piece = await source.read(at, pieceSize);
    if (piece.length === 0) return;
    at += piece.length;
    budget.reached(at);
    yield piece;
  }
}

async function* inflateStream(
  packed: AsyncIterable<Uint8Array>,
  filter: InflateRaw,
): AsyncGenerator<Uint8Array> {
  try {
    // Errors come out of the loop: the filter is destroyed with them.
    const output = pipeline(Readable.from(packed), filter, () => undefined);
    yield* output as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw brokenOr(error);
  }
}

/** A member of which one can ask whether its checksum holds: it is worked out only then. */
class GzipMember implements PackedMember {
  private readonly source: ByteSource;
  private readonly start: number;
  private readonly packed: Uint8Array;
  private readonly budget: UnpackBudget;
  private whole: Uint8Array = new Uint8Array();
  private crc: number | null = null;
  private last: number | null = null;

  /** `start` is where the packed bytes begin in the source, `packed` the first of them. */
  constructor(source: ByteSource, start: number, packed: Uint8Array, budget: UnpackBudget) {
    this.source = source;
    this.start = start;
    this.packed = packed;
    this.budget = budget;
  }

  end(): number | null {
    return this.last;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    const inflated = inflateAtOnce(this.packed);
    if (inflated === null) {
      yield* this.stream();
      return;
    }
    this.whole = inflated.bytes;
    this.ended(inflated.packed);
    this.budget.reached(this.last ?? 0);
    this.budget.spend(inflated.bytes.length);
    yield inflated.bytes;
  }

  async checksumHolds(): Promise<boolean> {
    this.crc ??= crc32(this.whole);
    const stated = await this.source.read((this.last ?? 0) - trailer, 4);
    return stated.length === 4 && Buffer.from(stated).readUInt32LE() === this.crc;
  }

  private async *stream(): AsyncGenerator<Uint8Array> {
    const filter = createInflateRaw({ chunkSize: 64 * 1024 });
    let crc = 0;
    for await (const piece of inflateStream(piecesFrom(this.source, this.start, this.budget), filter)) {
      this.budget.spend(piece.length);
      crc = crc32(piece, crc);
      yield piece;
    }
    this.crc = crc;
    this.ended(filter.bytesWritten);
  }

  private ended(packed: number): void {
    this.last = Math.min(this.source.size, this.start + packed + trailer);
  }
}

/** The gzip member that begins at `start`. It, and its `pieces`, throw `BrokenBytes` for what is damaged. */
export async function openGzipMember(
  source: ByteSource,
  start: number,
  budget: UnpackBudget,
): Promise<PackedMember> {
  const head = await source.read(start, window);
  const header = gzipHeaderLength(head.subarray(0, longestHeader));
  if (header === null) throw new BrokenBytes('its packed bytes are damaged');
  return new GzipMember(source, start + header, head.subarray(header), budget);
}
