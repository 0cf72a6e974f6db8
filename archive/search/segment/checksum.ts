/*
 * CRC-32 as in ISO 3309 and PNG (reflected polynomial EDB88320), eight bytes at a step ("slicing by 8", Kounavis and
 * Berry 2005). Node has it built in only from 20.15 on.
 */

const tables = makeTables();

function makeTables(): Uint32Array {
  const all = new Uint32Array(8 * 256);
  for (let value = 0; value < 256; value += 1) {
    let crc = value;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    all[value] = crc;
  }
  for (let slice = 1; slice < 8; slice += 1) {
    for (let value = 0; value < 256; value += 1) {
      const before = all[(slice - 1) * 256 + value]!;
      all[slice * 256 + value] = (before >>> 8) ^ all[before & 0xff]!;
    }
  }
  return all;
}

/** The CRC-32 of `bytes[start, end)`, an unsigned 32-bit number. `seed` continues the checksum of what came before. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, seed = 0): number {
  const table = tables;
  let crc = ~seed;
  let at = start;
  for (const last = end - 7; at < last; at += 8) {
    const low = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
    crc =
      table[1792 + (low & 0xff)]! ^
      table[1536 + ((low >>> 8) & 0xff)]! ^
      table[1280 + ((low >>> 16) & 0xff)]! ^
      table[1024 + (low >>> 24)]! ^
      table[768 + bytes[at + 4]!]! ^
      table[512 + bytes[at + 5]!]! ^
      table[256 + bytes[at + 6]!]! ^
      table[bytes[at + 7]!]!;
  }
  for (; at < end; at += 1) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}
