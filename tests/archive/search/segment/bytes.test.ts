import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bitsFor,
  pack,
  packedLength,
  packingSlack,
  unpack,
} from '../../../../archive/search/segment/bit-packing.ts';
import { ByteReader } from '../../../../archive/search/segment/byte-reader.ts';
import { ByteWriter } from '../../../../archive/search/segment/byte-writer.ts';
import { crc32 } from '../../../../archive/search/segment/checksum.ts';

const whole = fc.oneof(
  fc.nat(300),
  fc.constantFrom(2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 35, 2 ** 53 - 1),
  fc.maxSafeInteger().map(Math.abs),
);

test('numbers of so many bits come back, also from the middle of a block', () => {
  const numbers = fc
    .integer({ min: 0, max: 32 })
    .chain((bits) =>
      fc.tuple(fc.constant(bits), fc.array(fc.integer({ min: 0, max: 2 ** bits - 1 }), { maxLength: 130 })),
    );
  fc.assert(
    fc.property(numbers, fc.nat(9), fc.nat(129), ([bits, list], start, skipped) => {
      const values = Uint32Array.from(list);
      const bytes = new Uint8Array(start + packedLength(list.length, bits) + packingSlack);
      const end = pack(values, 0, values.length, bits, bytes, start);
      const from = Math.min(skipped, values.length);
      const out = new Uint32Array(values.length - from);
      unpack(new DataView(bytes.buffer), start, from * bits, bits, out.length, out);
      expect([end, [...out]]).toEqual([start + packedLength(list.length, bits), list.slice(from)]);
      expect(list.every((value) => bitsFor(value) <= bits)).toBe(true);
    }),
  );
});

test('numbers beyond 32 bits come back', () => {
  fc.assert(
    fc.property(fc.array(whole), (numbers) => {
      const writer = new ByteWriter(1);
      for (const number of numbers) {
        writer.varint(number);
        writer.uint64(number);
        if (number < 2 ** 52) writer.signedVarint(-number);
      }
      const reader = new ByteReader(writer.view());
      for (const number of numbers) {
        const signed = number < 2 ** 52 ? () => -reader.signedVarint() : () => number;
        expect([reader.varint(), reader.uint64(), signed() + 0]).toEqual([number, number, number]);
      }
      expect(() => reader.byte()).toThrow();
    }),
  );
});

test.runIf(typeof zlibCrc32 === 'function')('checksums are those of zlib, in one piece or several', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
      const at = Math.min(cut, bytes.length);
      const pieces = crc32(bytes, at, bytes.length, crc32(bytes, 0, at));
      expect([crc32(bytes), pieces]).toEqual([zlibCrc32(bytes), zlibCrc32(bytes)]);
    }),
  );
});
