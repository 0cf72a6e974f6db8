import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OriginalStore } from '../../../archive/library/originals.ts';
import { temporaryFolder } from '../support/temporary.ts';

async function store(): Promise<{ readonly folder: string; readonly originals: OriginalStore }> {
  const folder = temporaryFolder();
  const originals = new OriginalStore(folder);
  await originals.prepare();
  return { folder, originals };
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

test('any bytes, whole or in pieces, come back as they went in, under their own hash', async () => {
  const { originals } = await store();
  const sizes = fc.integer({ min: 1, max: 64 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), sizes, async (bytes, size) => {
      const expected = createHash('sha256').update(bytes).digest('hex');
      const whole = await originals.put(bytes);
      const pieces = await originals.putPieces(inPieces(bytes, size));
      await originals.flush();
      expect([whole, pieces]).toEqual([expected, { sha256: expected, bytes: bytes.length }]);
      expect(await originals.read(whole)).toEqual({ ok: true, value: new Uint8Array(bytes) });
    }),
    { numRuns: 40 },
  );
});

test('the same bytes are kept once, and a kept file is not written again', async () => {
  const { folder, originals } = await store();
  const bytes = Buffer.from('the same bytes');
  const sha256 = await originals.put(bytes);
  // Twice in one batch.
  await originals.put(bytes);
  await originals.flush();
  const before = fs.statSync(originals.pathOf(sha256), { bigint: true });
  await originals.put(bytes);
  await originals.flush();
  const after = fs.statSync(originals.pathOf(sha256), { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  expect(path.relative(folder, originals.pathOf(sha256))).toBe(path.join(sha256.slice(0, 2), sha256));
});

test('a damaged original is not shown, and the same material imported again heals it', async () => {
  const { originals } = await store();
  const bytes = new Uint8Array(Buffer.from('what was kept'));
  const sha256 = await originals.put(bytes);
  await originals.flush();
  fs.writeFileSync(originals.pathOf(sha256), 'what was k3pt');
  const damaged = await originals.read(sha256);
  fs.rmSync(originals.pathOf(sha256));
  const gone = await originals.read(sha256);
  await originals.put(bytes);
  await originals.flush();
  expect([damaged, gone].map((read) => !read.ok && read.error.code)).toEqual([
    'original-damaged',
    'original-damaged',
  ]);
  expect(await originals.read(sha256)).toEqual({ ok: true, value: bytes });
});

test('a source that fails half way leaves nothing behind', async () => {
  const { folder, originals } = await store();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a first piece');
    throw new Error('the disk was pulled out');
  }
  await expect(originals.putPieces(broken())).rejects.toThrow('the disk was pulled out');
  expect(fs.readdirSync(folder, { recursive: true })).toEqual(['partial']);
});
