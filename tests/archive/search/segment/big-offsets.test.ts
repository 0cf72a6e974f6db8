import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { documentOf } from '../../../../archive/search/document-of.ts';
import { IndexSearch } from '../../../../archive/search/index-search.ts';
import { crc32 } from '../../../../archive/search/segment/checksum.ts';
import { checkedBlock } from '../../../../archive/search/segment/format.ts';
import { DictionaryCursor } from '../../../../archive/search/segment/dictionary-cursor.ts';
import { SegmentBuilder } from '../../../../archive/search/segment/segment-builder.ts';
import { SegmentOutput } from '../../../../archive/search/segment/segment-output.ts';
import { openSegment } from '../../../../archive/search/segment/segment-reader.ts';
import { Vocabulary } from '../../../../archive/search/segment/vocabulary.ts';
import { verifySegment } from '../../../../archive/search/segment/verify-segment.ts';
import { writeSegment } from '../../../../archive/search/segment/write-segment.ts';
import { mergeSegments } from '../../../../archive/search/segment/merge-segments.ts';
import { diskFiles } from '../../../../archive/search/store/disk-files.ts';
import type { Files, WritableFile } from '../../../../archive/search/store/files.ts';
import { IndexReader } from '../../../../archive/search/store/index-reader.ts';
import { manifestNumbers, writeManifest } from '../../../../archive/search/store/manifest.ts';
import { createNameVariants } from '../../../../archive/text/name-variants.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { idOf, record, request } from '../support/corpus.ts';

/** 5 GiB, in whole blocks: the offsets of everything behind it need more than 32 bits. */
const hole = 5 * 1024 ** 3;
const zeros = new Uint8Array(checkedBlock);

/** A file on the disk with a hole after its first block, as a segment of five gigabytes of postings would be. */
function createWithHole(folder: string, name: string): WritableFile {
  const handle = fs.openSync(path.join(folder, name), 'wx');
  fs.ftruncateSync(handle, checkedBlock + hole);
  let position = 0;
  return {
    write: (bytes) => {
      fs.writeSync(handle, bytes, 0, bytes.length, position);
      position += bytes.length;
      // The writer's first block is the header and zeros; what follows stands behind the hole.
      if (position === checkedBlock) position += hole;
    },
    sync: () => fs.fsyncSync(handle),
    close: () => fs.closeSync(handle),
  };
}

/** Whether files here may have holes: 5 GiB of nothing take no room. */
function hasHoles(folder: string): boolean {
  const name = path.join(folder, 'probe');
  try {
    fs.writeFileSync(name, '');
    fs.truncateSync(name, hole);
    return fs.statSync(name).blocks * 512 < hole / 100;
  } catch {
    return false;
  } finally {
    fs.rmSync(name, { force: true });
  }
}

/** Lets a segment's output begin as if 5 GiB had been written: in bytes and in checksums. */
function skipHole(output: SegmentOutput): void {
  const inner = output as unknown as { checksums: { uint32(value: number): void }; flush(): void };
  output.write(new Uint8Array(checkedBlock - output.offset));
  inner.flush();
  const crc = crc32(zeros);
  for (let block = 0; block < hole / checkedBlock; block += 1) inner.checksums.uint32(crc);
  output.offset += hole;
}

const records = Array.from({ length: 300 }, (_, index) =>
  record({
    id: String(index),
    headline: `Talks of day ${String(index)}`,
    blocks: [`The status of the word${String(index)} river. `.repeat(3)],
  }),
);

function builderOf(): SegmentBuilder {
  const builder = new SegmentBuilder(new Vocabulary());
  for (const one of records) builder.add(documentOf(one));
  return builder;
}

/** Writes with an output that begins behind the hole. */
function behindHole(write: (file: WritableFile) => number, file: WritableFile): number {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
  const original = SegmentOutput.prototype.write;
  let begun = false;
  SegmentOutput.prototype.write = function (this: SegmentOutput, bytes: Uint8Array): void {
    original.call(this, bytes);
    // Right behind the header, before anybody asks for an offset.
    if (begun) return;
    begun = true;
    skipHole(this);
  };
  try {
    return write(file);
  } finally {
    SegmentOutput.prototype.write = original;
  }
}

function searchOver(files: Files, name: string, length: number): IndexSearch {
  const segments = [{ name, documents: records.length, length, removed: null, removedCount: 0 }];
  const number = (manifestNumbers(files)[0] ?? 0) + 1;
  writeManifest(files, { number, library: '', change: 0, token: '', fingerprint: '', segments });
  const source = { records: () => [] };
  return new IndexSearch(new IndexReader(files, () => true), source, {
    list: { names: [] },
    variants: createNameVariants({ names: [] }),
  });
}

test('a segment of more than four gigabytes is written, read, merged and verified', ({ skip }) => {
  const folder = temporaryFolder();
  if (!hasHoles(folder)) skip('files here cannot have holes');
  const files = diskFiles(folder);
  const length = behindHole(
    (file) => writeSegment(builderOf(), file, 'test'),
    createWithHole(folder, 'big.segment'),
  );
  expect(length).toBeGreaterThan(hole);
  const big = openSegment(files, 'big.segment');
  const cursor = new DictionaryCursor(big.forms);
  expect([
    cursor.find(Buffer.from('word299')),
    cursor.read().offset > 2 ** 32,
    big.columns.id(299),
    big.columns.find(idOf('17')),
  ]).toEqual([true, true, idOf('299'), 17]);
  const totals = (name: string, size: number) => {
    const search = searchOver(files, name, size);
    return ['status', '"word17 river"', 'word1*', 'wrd42~1', 'headline:talks'].map(
      (text) => search.search(request(text)).total,
    );
  };
  const expected = [300, 1, 111, 1, 300];
  expect(totals('big.segment', length)).toEqual(expected);
  const merged = behindHole(
    (file) => mergeSegments([{ segment: big, removed: null }], file, { fingerprint: 'test' }),
    createWithHole(folder, 'merged.segment'),
  );
  expect(totals('merged.segment', merged)).toEqual(expected);
  const last = openSegment(files, 'merged.segment');
  // Not all of its blocks: nobody waits for a checksum of five gigabytes of nothing.
  last.input.verify = () => undefined;
  verifySegment(last);
  last.release();
  big.release();
});
