import type { ByteSource } from '../access/byte-source.ts';

const ahead = 1024 * 1024;

/** The same bytes, read from the disk in longer pieces: for many small reads one after the other. */
export function readingAhead(source: ByteSource): ByteSource {
  let start = 0;
  let held: Uint8Array = new Uint8Array();
  return {
    size: source.size,
    read: async (at, length) => {
      const wanted = Math.max(0, Math.min(length, source.size - at));
      if (at < start || at + wanted > start + held.length) {
        if (length >= ahead) return source.read(at, length);
        held = await source.read(at, ahead);
        start = at;
      }
      return held.subarray(at - start, at - start + wanted);
    },
  };
}
