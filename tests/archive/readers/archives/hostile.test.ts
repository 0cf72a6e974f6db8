import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import { claimant, contentsOf, streamedZip, zipOf } from './support.ts';
import { tarOf } from './tar-of.ts';
import { inTime } from '../../support/in-time.ts';

/** Nothing that anybody sends may take longer. In milliseconds of work, whatever else the machine does. */
const longest = 2_000;

const text = Array.from({ length: 300 }, (_, at) => `Line ${at} of the story.`).join('\n');
const files = { 'a.txt': text, 'news/čaj.html': '<p>Two.</p>', 'news/c.jpg': 'x' };
const tar = tarOf(
  { name: 'a.txt', text },
  { name: '././@LongLink', type: 'L', text: 'long\0' },
  { name: 'b', text: 'Two.' },
);
const sample = (name: string): Buffer => readFileSync(new URL(`samples/${name}`, import.meta.url));
const sources: readonly Buffer[] = [
  await zipOf(files),
  await zipOf(files, { compress: false, forceZip64Format: true }),
  await streamedZip('a.txt', text),
  tar,
  gzipSync(tar),
  gzipSync(text),
  sample('lines.zst'),
  sample('kosovo.tar.zst'),
];

const timed = (bytes: Buffer): Promise<string[]> => inTime(longest, () => contentsOf(bytes));

test('cut anywhere, an archive gives results', async () => {
  for (const bytes of sources) {
    const step = Math.max(1, Math.floor(bytes.length / 60));
    for (let end = 0; end < bytes.length; end += step) {
      for (const line of await timed(bytes.subarray(0, end)))
        expect(line).not.toContain('opens as something else');
    }
  }
}, 120_000);

const runs = isLong ? 20_000 : 400;
test(`${runs} changed archives give members or reasons`, async () => {
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = randomFrom(seed);
    const bytes = Buffer.from(sources[below(random, sources.length)] ?? []);
    for (let count = below(random, 12); count >= 0; count -= 1) {
      bytes[below(random, bytes.length)] = below(random, 256);
    }
    if (claimant(bytes) === null) continue;
    for (const line of await timed(bytes)) expect(line).not.toContain('opens as something else');
  }
}, 3_600_000);

test.each([
  [
    'a tar of empty entries',
    Buffer.concat(Array.from({ length: 5_000 }, () => tarOf({ name: 'a' }).subarray(0, 512))),
  ],
  [
    'a tar of global headers',
    Buffer.concat(
      Array.from({ length: 5_000 }, () => tarOf({ name: 'a', type: 'g', text: '9 a=b\n' }).subarray(0, 1024)),
    ),
  ],
  ['a tar of gaps', Buffer.concat([tarOf({ name: 'a' }).subarray(0, 512), Buffer.alloc(5_000_000, 'x')])],
  ['a gzip of many members', Buffer.concat(Array.from({ length: 50_000 }, () => gzipSync('a')))],
  [
    'frames to pass over',
    Buffer.concat([
      ...Array.from({ length: 200_000 }, () => Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0])),
    ]),
  ],
])(
  '%s: done in two seconds',
  async (_, bytes) => {
    expect((await timed(bytes)).length).toBeGreaterThan(0);
  },
  60_000,
);
