import { expect, test } from 'vitest';
import { IndexSearch } from '../../../../archive/search/index-search.ts';
import { DamagedSegment } from '../../../../archive/search/segment/damaged-segment.ts';
import { openSegment } from '../../../../archive/search/segment/segment-reader.ts';
import { verifySegment } from '../../../../archive/search/segment/verify-segment.ts';
import { IndexReader } from '../../../../archive/search/store/index-reader.ts';
import { IndexWriter } from '../../../../archive/search/store/index-writer.ts';
import { newestManifest, writeManifest } from '../../../../archive/search/store/manifest.ts';
import { createNameVariants } from '../../../../archive/text/name-variants.ts';
import { largestAllocation } from '../support/allocations.ts';
import { forged } from '../support/damage.ts';
import type { LooseContents } from '../support/damage.ts';
import { damageSubject, questions } from '../support/damage-subject.ts';
import { isLong } from '../support/form.ts';
import { identity } from '../support/index-of.ts';
import { MemoryFiles } from '../support/memory-files.ts';
import { below, randomFrom } from '../support/random.ts';

const mostAllocated = 64 * 1024 * 1024;
/** Far above what an answer takes, far below a hang. In milliseconds. */
const longest = 5_000;

const subject = damageSubject(300);
const whole = (subject.files as MemoryFiles).contents;
const name = [...whole.keys()].filter((one) => one.endsWith('.segment')).sort()[0]!;
const file = whole.get(name)!;

const lies = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fff_ffff, 0xffff_ffff];

/** Overwrites some bytes with values that lie. */
function lieIn(data: Uint8Array, [start, length]: readonly [number, number], random: () => number): void {
  const value = random() < 0.5 ? lies[below(random, lies.length)]! : below(random, 0x1_0000_0000);
  const width = [1, 2, 4, 8][below(random, 4)]!;
  const at = start + below(random, Math.max(1, length - width));
  for (let index = 0; index < width && at + index < start + length; index += 1) {
    data[at + index] = index < 4 ? value >>> (8 * index) : value & 0xff;
  }
}

const numbers = (random: () => number): number =>
  [0, 1, 5, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, below(random, 1_000_000)][below(random, 8)]!;

function lieInContents(contents: LooseContents, random: () => number): void {
  const sections = Object.values(contents.sections);
  const dictionaries = Object.keys(contents.terms);
  const kind = below(random, 5);
  if (kind === 0) contents.documents = numbers(random);
  else if (kind === 1) sections[below(random, sections.length)]![0] = numbers(random);
  else if (kind === 2) sections[below(random, sections.length)]![1] = numbers(random);
  else if (kind === 3) contents.terms[dictionaries[below(random, dictionaries.length)]!] = numbers(random);
  else delete contents.sections[Object.keys(contents.sections)[below(random, sections.length)]!];
}

/** The index with a forged segment, and a manifest that agrees with it. */
function indexWith(bytes: Uint8Array, documents: number): MemoryFiles {
  const files = new MemoryFiles([...whole].map(([own, old]) => [own, own === name ? bytes : old] as const));
  const manifest = newestManifest(files)!;
  const segments = manifest.segments.map((one) =>
    one.name === name ? { ...one, documents, length: bytes.length } : one,
  );
  writeManifest(files, { ...manifest, number: manifest.number + 1, segments });
  return files;
}

function onlyDamaged(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DamagedSegment)) throw error;
  }
}

/** Everything that reads: answers come, whatever they say; verifying and merging say that it is damaged, or nothing. */
function readAll(files: MemoryFiles): void {
  const source = { records: (ids: readonly string[]) => ids.map((id) => subject.records.get(id) ?? null) };
  const variants = createNameVariants({ names: [] });
  const search = new IndexSearch(new IndexReader(files, () => true), source, {
    list: { names: [] },
    variants,
  });
  for (const question of questions) search.search(question);
  search.facets(questions[1]!);
  search.complete('tal', 10);
  search.explain({ ...questions[1]!, limit: 3 });
  search.related([...subject.records.values()][0]!, 5);
  onlyDamaged(() => verifySegment(openSegment(files, name)));
  onlyDamaged(() => new IndexWriter(files, identity).mergeAll());
}

test('a segment whose checksums are right and whose numbers lie throws nothing, hangs nowhere and asks for little', () => {
  const runs = isLong ? 20_000 : 40;
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = randomFrom(seed);
    let documents = 0;
    const bytes = forged(file, (data, contents) => {
      const ranges: (readonly [number, number])[] = [
        ...Object.values(contents.sections),
        [16, Math.min(...Object.values(contents.sections).map(([at]) => at)) - 16],
      ];
      if (random() < 0.3) lieInContents(contents, random);
      else
        for (let count = 0; count < 3; count += 1) lieIn(data, ranges[below(random, ranges.length)]!, random);
      ({ documents } = contents);
    });
    let [asked, took] = [0, Infinity];
    // Once more when it took long: the machine may have been busy with something else.
    for (let tries = 0; tries < 2 && took >= longest; tries += 1) {
      const begun = performance.now();
      expect(
        () => (asked = largestAllocation(() => readAll(indexWith(bytes, documents)))),
        `seed ${String(seed)}`,
      ).not.toThrow();
      took = performance.now() - begun;
    }
    expect([seed, asked < mostAllocated, took < longest]).toEqual([seed, true, true]);
  }
});
