import { readFileSync } from 'node:fs';
import { Decompress } from 'fzstd';
import { expect, test } from 'vitest';
import { DamagedZstandard } from '../../../../archive/readers/access/zstandard/bits.ts';
import { ZstandardStream } from '../../../../archive/readers/access/zstandard/stream.ts';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import { inTime } from '../../support/in-time.ts';

const samples = ['lines.zst', 'kosovo.tar.zst'].map((name) =>
  readFileSync(new URL(`../archives/samples/${name}`, import.meta.url)),
);

/** What a frame unpacks to in pieces of a size; `damaged` when it does not. */
function unpacked(frame: Buffer, size: number): Buffer | 'damaged' {
  const pieces: Uint8Array[] = [];
  const stream = new ZstandardStream((piece) => pieces.push(piece.slice()));
  try {
    for (let at = 0; at < frame.length; at += size) {
      stream.push(frame.subarray(at, at + size), at + size >= frame.length);
    }
  } catch (error) {
    if (error instanceof DamagedZstandard) return 'damaged';
    throw error;
  }
  return Buffer.concat(pieces);
}

function byFzstd(frame: Buffer): Buffer {
  const pieces: Uint8Array[] = [];
  new Decompress((piece) => pieces.push(piece.slice())).push(frame, false);
  return Buffer.concat(pieces);
}

test.each([1, 7, 1_000, 1_000_000])('gives what fzstd gives, in pieces of %i bytes', (size) => {
  for (const sample of samples) expect(unpacked(sample, size)).toEqual(byFzstd(sample));
});

test('what is cut off is damaged', () => {
  for (const sample of samples) {
    // The last four bytes are the checksum.
    for (let end = 0; end < sample.length - 4; end += 97) {
      expect(end === 0 ? 'damaged' : unpacked(sample.subarray(0, end), 1_000)).toBe('damaged');
    }
  }
});

/** One block of 98,047 sequences that each repeat 65,539 bytes: fzstd works on it for minutes. */
test('a block that asks for gigabytes ends at once', async () => {
  const block = [0, 255, 255, 255, 0x54, 0, 0, 52, 1, 1, 1, 1];
  const header = (block.length << 3) | (2 << 1) | 1;
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x58, header, 0, 0, ...block]);
  expect(await inTime(500, () => unpacked(frame, 1_000))).toBe('damaged');
});

const runs = isLong ? 20_000 : 600;
test(`${runs} changed frames give bytes or are damaged, in no time`, async () => {
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = randomFrom(seed);
    const frame = Buffer.from(samples[below(random, samples.length)] ?? []);
    for (let count = below(random, 6); count >= 0; count -= 1) {
      frame[4 + below(random, frame.length - 4)] = below(random, 256);
    }
    const found = await inTime(1_000, () => unpacked(frame, 4_096));
    expect(found === 'damaged' || found.length <= 64 * 128 * 1024).toBe(true);
  }
}, 3_600_000);
