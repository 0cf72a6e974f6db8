import { describe, expect, test } from 'vitest';
import { IndexReader } from '../../../../archive/search/store/index-reader.ts';
import { IndexSearch } from '../../../../archive/search/index-search.ts';
import { DamagedSegment } from '../../../../archive/search/segment/damaged-segment.ts';
import { openSegment } from '../../../../archive/search/segment/segment-reader.ts';
import { verifySegment } from '../../../../archive/search/segment/verify-segment.ts';
import { readManifest } from '../../../../archive/search/store/manifest.ts';
import { readRemoved } from '../../../../archive/search/store/removed-file.ts';
import { createNameVariants } from '../../../../archive/text/name-variants.ts';
import { largestAllocation } from '../support/allocations.ts';
import { contentsOf, flipped } from '../support/damage.ts';
import { damageSubject, isAdmitted, questions, told } from '../support/damage-subject.ts';
import { isLong } from '../support/form.ts';
import { MemoryFiles } from '../support/memory-files.ts';
import { below, randomFrom } from '../support/random.ts';

const mostAllocated = 64 * 1024 * 1024;

const subject = damageSubject();
const whole = (subject.files as MemoryFiles).contents;
const names = [...whole.keys()].sort();
const segments = names.filter((name) => name.endsWith('.segment'));

function searchOver(files: MemoryFiles): { readonly search: IndexSearch; readonly reader: IndexReader } {
  const reader = new IndexReader(files, () => true);
  const source = { records: (ids: readonly string[]) => ids.map((id) => subject.records.get(id) ?? null) };
  const variants = createNameVariants({ names: [] });
  return { search: new IndexSearch(reader, source, { list: { names: [] }, variants }), reader };
}

const right = questions.map((question) => told(searchOver(new MemoryFiles(whole)).search.search(question)));

function withFile(name: string, bytes: Uint8Array): MemoryFiles {
  return new MemoryFiles([...whole].map(([own, old]) => [own, own === name ? bytes : old] as const));
}

/** Places in a segment's file, several in every section and in all that lies around them. */
function placesIn(file: Uint8Array, random: () => number, each: number): readonly number[] {
  const { sections, covered } = contentsOf(file);
  const ranges: (readonly [number, number])[] = Object.values(sections);
  const firstSection = Math.min(...ranges.map(([offset]) => offset));
  ranges.push([0, 16], [16, firstSection - 16], [covered, file.length - covered], [file.length - 24, 24]);
  return ranges
    .filter(([, length]) => length > 0)
    .flatMap(([offset, length]) => Array.from({ length: each }, () => offset + below(random, length)));
}

function expectRightOrAdmitted(files: MemoryFiles, where: string): void {
  const { search } = searchOver(files);
  questions.forEach((question, index) => {
    const answer = search.search(question);
    const got = isAdmitted(answer) ? 'admitted' : told(answer);
    expect([where, question.text, got]).toEqual([
      where,
      question.text,
      isAdmitted(answer) ? 'admitted' : right[index],
    ]);
  });
  search.complete('tal', 10);
  search.facets(questions[1]!);
  search.explain({ ...questions[1]!, limit: 3 });
  for (const found of [...subject.records.values()].slice(0, 2)) search.related(found, 5);
}

describe('a bit that was turned', () => {
  test.each(segments)('anywhere in a segment gives the right answer or one that admits it', (name) => {
    const random = randomFrom(11);
    const file = whole.get(name)!;
    for (const at of placesIn(file, random, isLong ? 200 : 2)) {
      const files = withFile(name, flipped(file, at, below(random, 8)));
      const asked = largestAllocation(() => expectRightOrAdmitted(files, `${name} at ${String(at)}`));
      expect(asked).toBeLessThan(mostAllocated);
    }
  });

  test.each(names.filter((name) => name.endsWith('.removed')))(
    'in a list of removed documents is admitted',
    (name) => {
      const file = whole.get(name)!;
      for (let at = 0; at < file.length; at += 1) {
        const files = withFile(name, flipped(file, at, at % 8));
        expect(() => readRemoved(files, name, (file.length - 12) * 8)).toThrow(DamagedSegment);
        if (at % (isLong ? 1 : 9) === 0) expectRightOrAdmitted(files, `${name} at ${String(at)}`);
      }
    },
  );

  test('in a manifest makes it none', () => {
    for (const name of names.filter((one) => one.startsWith('manifest-'))) {
      const file = whole.get(name)!;
      for (let at = 0; at < file.length; at += 1) {
        expect([at, readManifest(withFile(name, flipped(file, at, at % 8)), name)]).toEqual([at, null]);
      }
    }
  });

  test('is found by verifying, wherever it is', () => {
    const [name = ''] = segments;
    const file = whole.get(name)!;
    const random = randomFrom(3);
    const places = isLong ? Array.from(file, (_, at) => at) : placesIn(file, random, 8);
    for (const at of places) {
      const verify = (): void =>
        verifySegment(openSegment(withFile(name, flipped(file, at, below(random, 8))), name));
      expect(verify, `at ${String(at)}`).toThrow(DamagedSegment);
    }
  });
});

test('a file that was cut short, lengthened, emptied or lost is admitted', () => {
  for (const name of names.filter((one) => !one.startsWith('manifest-'))) {
    const file = whole.get(name)!;
    const longer = new Uint8Array(file.length + 7);
    longer.set(file);
    const others = [file.slice(0, -1), file.slice(0, Math.floor(file.length / 2)), new Uint8Array(0), longer];
    for (const other of others)
      expectRightOrAdmitted(withFile(name, other), `${name} of ${String(other.length)}`);
    const gone = new MemoryFiles([...whole].filter(([own]) => own !== name));
    expectRightOrAdmitted(gone, `${name} gone`);
  }
});

test('what is read only when the page is made up, or shown, is damaged: that is admitted, too', () => {
  // So many documents that ids and dates fill blocks of the file by themselves.
  const many = damageSubject(12_000, 1);
  const files = (many.files as MemoryFiles).contents;
  const source = { records: (ids: readonly string[]) => ids.map((id) => many.records.get(id) ?? null) };
  const variants = createNameVariants({ names: [] });
  const name = [...files.keys()].find((one) => one.endsWith('.segment')) ?? '';
  const file = files.get(name)!;
  const { sections } = contentsOf(file);
  const asked = questions.slice(0, 6).map((question) => {
    const all = { ...question, limit: 200 };
    return [all, many.search.search(all).total] as const;
  });
  for (const [section, [offset, length]] of Object.entries(sections)) {
    const turned = flipped(file, offset + Math.floor(length / 2), 3);
    const other = new MemoryFiles(
      [...files].map(([own, old]) => [own, own === name ? turned : old] as const),
    );
    const ask = <T>(work: (search: IndexSearch) => T): T =>
      work(new IndexSearch(new IndexReader(other, () => true), source, { list: { names: [] }, variants }));
    for (const [question, expected] of asked) {
      const got = ask((search) => search.search(question));
      const right = isAdmitted(got) ? got.total : expected;
      expect([section, question.text, got.total]).toEqual([section, question.text, right]);
    }
    ask((search) => search.explain({ ...questions[1]!, limit: 50 }));
    ask((search) => search.related([...many.records.values()][0]!, 5));
    ask((search) => search.complete('sour', 5));
    ask((search) => search.facets(questions[0]!));
  }
});
