import { expect, test } from 'vitest';
import { documentOf } from '../../../../archive/search/document-of.ts';
import { IndexSearch } from '../../../../archive/search/index-search.ts';
import type { Files } from '../../../../archive/search/store/files.ts';
import { IndexReader } from '../../../../archive/search/store/index-reader.ts';
import { IndexWriter } from '../../../../archive/search/store/index-writer.ts';
import { manifestName, newestManifest } from '../../../../archive/search/store/manifest.ts';
import { verifySegment } from '../../../../archive/search/segment/verify-segment.ts';
import { createNameVariants } from '../../../../archive/text/name-variants.ts';
import { idOf, record, request } from '../support/corpus.ts';
import { isLong } from '../support/form.ts';
import { identity } from '../support/index-of.ts';
import { MemoryFiles } from '../support/memory-files.ts';
import { PowerLoss, PowerLossFiles } from '../support/power-loss-files.ts';
import { randomFrom } from '../support/random.ts';

const tries = isLong ? 200 : 3;

/** Names of articles, as they are after each change by its number. */
type States = ReadonlyMap<number, readonly string[]>;
type State = readonly [change: number, names: readonly string[]];

function articleOf(name: string) {
  return documentOf(
    record({ id: name, headline: `Talks ${name}`, blocks: [`The status of ${name}. `.repeat(40)] }),
  );
}

function commit(
  writer: IndexWriter,
  change: number,
  add: readonly string[],
  remove: readonly string[],
): void {
  const builder = writer.builder();
  for (const name of add) builder.add(articleOf(name));
  writer.commit({ add: builder, remove: remove.map(idOf) }, { change, token: `token ${String(change)}` });
}

function found(files: Files): readonly string[] {
  const reader = new IndexReader(files, () => true);
  const search = new IndexSearch(
    reader,
    { records: (ids) => ids.map(() => null) },
    { list: { names: [] }, variants: createNameVariants({ names: [] }) },
  );
  const { total, exact } = search.search(request('talks status'));
  const snapshot = reader.snapshot();
  for (const { segment } of snapshot.segments) verifySegment(segment);
  const ids = snapshot.segments.flatMap(({ segment, removed }) =>
    Array.from({ length: segment.documents }, (_, at) =>
      removed?.has(at) === true ? '' : segment.columns.id(at),
    ),
  );
  expect({ total, exact, damaged: snapshot.damaged }).toEqual({
    total: ids.filter((id) => id !== '').length,
    exact: true,
    damaged: [],
  });
  reader.close();
  return ids.filter((id) => id !== '').sort();
}

/** The state after the power came back is one of those allowed, searching works, and so does the next commit. */
function expectWhole(files: MemoryFiles, allowed: States): void {
  const change = newestManifest(files)?.change ?? -1;
  const expected = [...(allowed.get(change) ?? ['a state that nobody wrote'])].map(idOf).sort();
  expect(found(files)).toEqual(expected);
  const writer = new IndexWriter(files, identity);
  commit(writer, 100, ['next'], []);
  writer.close();
  expect(found(files)).toEqual([...expected, idOf('next')].sort());
  expect([...files.names()].sort()).toEqual([...namedFiles(files)].sort());
}

/** The files that the two newest manifests name, and these. */
function namedFiles(files: Files): ReadonlySet<string> {
  const numbers = files.names().filter((name) => name.startsWith('manifest-'));
  const named = new Set(numbers);
  for (const name of numbers) {
    const number = Number(/\d+/u.exec(name)?.[0]);
    const only = new MemoryFiles([[manifestName(number), bytesOf(files, name)]]);
    for (const { name: segment, removed } of newestManifest(only)?.segments ?? []) {
      named.add(segment);
      if (removed !== null) named.add(removed);
    }
  }
  expect(numbers.length).toBeLessThanOrEqual(2);
  return named;
}

function bytesOf(files: Files, name: string): Uint8Array {
  const file = files.open(name);
  const bytes = new Uint8Array(file.size);
  file.read(bytes, file.size, 0);
  return bytes;
}

/** Two segments, of which one has a removed article. */
function base(): MemoryFiles {
  const files = new MemoryFiles();
  const writer = new IndexWriter(files, identity);
  commit(writer, 1, ['a', 'b', 'c'], []);
  commit(writer, 2, ['d', 'e'], ['b']);
  writer.close();
  return files;
}

/** Lets the power go at every step of some work, and looks at what is left, several times each. */
function atEveryStep(work: (writer: IndexWriter) => void, allowed: States, done: States): number {
  for (let crashAt = 1; ; crashAt += 1) {
    const disk = new PowerLossFiles(base(), crashAt);
    let ended = false;
    try {
      const writer = new IndexWriter(disk, identity);
      work(writer);
      ended = true;
    } catch (error) {
      if (!(error instanceof PowerLoss)) throw error;
    }
    for (let seed = 1; seed <= tries; seed += 1) {
      expectWhole(disk.survivors(randomFrom(crashAt * 1_000 + seed)), ended ? done : allowed);
    }
    if (ended) return crashAt;
  }
}

const before: State = [2, ['a', 'c', 'd', 'e']];

test('the power goes at any step of a commit with removals: the state before it or the one after it is there', () => {
  const after: State = [3, ['a', 'd', 'f', 'g']];
  const work = (writer: IndexWriter): void => commit(writer, 3, ['f', 'g'], ['c', 'e']);
  expect(atEveryStep(work, new Map([before, after]), new Map([after]))).toBeGreaterThan(10);
});

test('the power goes at any step of a merge: nothing is lost', () => {
  const work = (writer: IndexWriter): void => writer.mergeAll();
  expect(atEveryStep(work, new Map([before]), new Map([before]))).toBeGreaterThan(5);
});

test('the power goes again and again: what was committed last is there each time', () => {
  const runs = isLong ? 2_000 : 15;
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = randomFrom(seed);
    let files = base();
    let committed: State = before;
    for (let round = 0; round < 4; round += 1) {
      const disk = new PowerLossFiles(files, 1 + Math.floor(random() * 40));
      let tried = committed;
      try {
        const writer = new IndexWriter(disk, identity);
        for (let index = 0; index < 4; index += 1) {
          if (random() < 0.3) writer.mergeAll();
          const [change, names] = committed;
          const [first = '', ...rest] = names;
          const name = `${String(seed)} ${String(change + 1)}`;
          tried = [change + 1, [...rest, name]];
          commit(writer, change + 1, [name], [first]);
          committed = tried;
        }
      } catch (error) {
        if (!(error instanceof PowerLoss)) throw error;
      }
      files = disk.survivors(random);
      const change = newestManifest(files)?.change;
      if (change === tried[0]) committed = tried;
      expect([seed, round, change, found(files)]).toEqual([
        seed,
        round,
        committed[0],
        committed[1].map(idOf).sort(),
      ]);
    }
  }
});
