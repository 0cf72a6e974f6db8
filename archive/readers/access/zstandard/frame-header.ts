/** What a frame of Zstandard says of itself before its blocks (RFC 8878, 3.1.1.1). */
export interface ZstandardHeader {
  /** Of the header, in bytes. */
  readonly length: number;
  /** The memory that unpacking needs, in bytes. */
  readonly window: number;
  readonly hasDictionary: boolean;
  readonly hasChecksum: boolean;
}

export const frameMagic = 0xfd2fb528;
/** The longest header, its magic number included. */
export const longestFrameHeader = 18;

/** Whether four bytes begin a frame that is passed over (RFC 8878, 3.1.2). */
export function isSkippable(magic: number): boolean {
  return magic >>> 4 === 0x184d2a5;
}

/** Reads a header; null when there are too few bytes of it, or when it is none. */
export function readFrameHeader(bytes: Buffer): ZstandardHeader | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== frameMagic) return null;
  const descriptor = bytes[4] ?? 0;
  if ((descriptor & 8) !== 0) return null;
  const isSingle = (descriptor & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeField = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
  const start = isSingle ? 5 : 6;
  const length = start + dictionary + sizeField;
  if (bytes.length < length) return null;
  const identifier = dictionary === 0 ? 0 : bytes.readUIntLE(start, dictionary);
  return {
    length,
    window: isSingle ? contentSize(bytes, start + dictionary, sizeField) : windowSize(bytes[5] ?? 0),
    hasDictionary: identifier !== 0,
    hasChecksum: (descriptor & 4) !== 0,
  };
}

function contentSize(bytes: Buffer, at: number, field: number): number {
  if (field === 8) return Number(bytes.readBigUInt64LE(at));
  return field === 0 ? 0 : bytes.readUIntLE(at, field) + (field === 2 ? 256 : 0);
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}
