import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { recordId } from '../../../archive/library/article-id.ts';
import { changedRecords, lastCommit } from '../../../archive/library/changes.ts';
import { openLibrary } from '../../../archive/library/library.ts';
import type { Library } from '../../../archive/library/library.ts';
import { sha256Of } from '../../../archive/library/originals.ts';
import { overviewOf } from '../../../archive/library/overview.ts';
import { lastStep } from '../../../archive/library/undo-steps.ts';
import type { ArticleId } from '../../../archive/model/article.ts';
import { readCollectionName } from '../../../archive/model/collections.ts';
import { temporaryFolder } from '../support/temporary.ts';

async function emptyLibrary(): Promise<Library> {
  const opened = await openLibrary(path.join(temporaryFolder(), 'library'), {});
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

const original = { sha256: sha256Of(new Uint8Array()), bytes: 0, name: 'pages.jsonl' };

/** An article published on a day of November; every second one lists a text that nobody has. */
function add(library: Library, at: number, collection: string): ArticleId {
  const id = recordId(sha256Of(new TextEncoder().encode(`page ${at}`)));
  const day = `2007-11-${String(1 + (at % 28)).padStart(2, '0')}`;
  library.write((recorder) => {
    recorder.original(original);
    recorder.article(original, {
      ...{ id, ordinal: at, collection, reader: { name: 'test', version: 1 } },
      origin: { payload: original.sha256, member: null, captured: null, members: [] },
      draft: {
        ...{ headline: `Page ${at}`, url: null, standfirst: null, blocks: [], byline: null, source: null },
        ...{ section: null, language: 'sq', warnings: [], mediaType: 'text/plain', encoding: 'utf-8' },
        published: at % 7 === 0 ? null : { value: day, precision: 'day', printed: day, zone: null },
        listed: at % 2 === 0 ? [] : [{ headline: `Nobody wrote ${at}`, url: null, heading: null }],
        places: { headline: null, standfirst: null, published: null },
      },
    });
  });
  return id;
}

/** Follows as an index does, and holds the collection of each record. */
class Follower {
  readonly held = new Map<string, string>();
  private upTo = 0;

  follow(library: Library): void {
    while (this.upTo < lastCommit(library.database).change) {
      const { records, upTo } = changedRecords(library.database, this.upTo, 3);
      expect(upTo).toBeGreaterThan(this.upTo);
      for (const { id, isNew, record } of records) {
        if (isNew) expect(this.held.has(id)).toBe(false);
        if (record === null) this.held.delete(id);
        else this.held.set(id, record.summary.collection);
      }
      this.upTo = upTo;
    }
  }
}

type Model = ReadonlyMap<ArticleId, string>;

/** What the overview is to say of the collections. */
function summaries(names: ReadonlySet<string>, articles: Model, days: ReadonlyMap<ArticleId, string | null>) {
  return [...names].sort().map((name) => {
    const ids = [...articles].filter(([, collection]) => collection === name).map(([id]) => id);
    const dated = ids.flatMap((id) => days.get(id) ?? []).sort();
    return { name, articles: ids.length, first: dated[0] ?? null, last: dated.at(-1) ?? null };
  });
}

const name = fc.constantFrom('Press', 'Косово 2007', 'Bisedimet e Vjenës', 'Štampa', 'New');
const action = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), into: name }),
  fc.record({ kind: fc.constant('create' as const), into: name }),
  fc.record({ kind: fc.constant('rename' as const), from: name, into: name }),
  fc.record({
    kind: fc.constant('merge' as const),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    into: name,
  }),
  fc.record({ kind: fc.constant('remove' as const), from: name, into: fc.option(name) }),
  fc.record({
    kind: fc.constant('move' as const),
    picks: fc.array(fc.nat({ max: 30 }), { maxLength: 5 }),
    into: name,
  }),
  fc.record({ kind: fc.constant('undo' as const) }),
);
type Step = typeof action extends fc.Arbitrary<infer T> ? T : never;
const actions = fc.array(action, { minLength: 1, maxLength: 25 });

/** The same changes done to a plain map, with whole copies to take them back by. */
class NaiveCollections {
  names = new Set<string>();
  articles = new Map<ArticleId, string>();
  private readonly past: { names: Set<string>; articles: Map<ArticleId, string> }[] = [];

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  keep(): void {
    this.past.push({ names: new Set(this.names), articles: new Map(this.articles) });
  }

  moveAll(from: readonly string[], into: string): void {
    this.names.add(into);
    for (const one of from) if (one !== into) this.names.delete(one);
    for (const [id, now] of this.articles) if (from.includes(now)) this.articles.set(id, into);
  }

  undo(): void {
    const before = this.past.pop();
    if (before === undefined) return;
    ({ names: this.names, articles: this.articles } = before);
  }

  /** What is added from outside cannot be taken back, and ends what can. */
  forget(): void {
    this.past.length = 0;
  }
}

function carryOut(library: Library, model: NaiveCollections, step: Step, at: number): void {
  const { database } = library;
  switch (step.kind) {
    case 'add':
      model.names.add(step.into);
      model.articles.set(add(library, at, step.into), step.into);
      model.forget();
      return;
    case 'create': {
      const done = library.write(({ collections }) => collections.create(step.into));
      expect(done.ok).toBe(!model.names.has(step.into));
      if (!done.ok) return;
      model.keep();
      model.names.add(step.into);
      return;
    }
    case 'rename': {
      const done = library.write(({ collections }) => collections.rename(step.from, step.into));
      const same = step.from === step.into;
      expect(done.ok).toBe(model.names.has(step.from) && (same || !model.names.has(step.into)));
      if (!done.ok || same) return;
      model.keep();
      model.moveAll([step.from], step.into);
      return;
    }
    case 'merge': {
      const done = library.write(({ collections }) => collections.merge(step.names, step.into));
      expect(done.ok).toBe(step.names.every((one) => model.names.has(one)));
      if (!done.ok || done.value.undo === null) return;
      model.keep();
      model.moveAll(step.names, step.into);
      return;
    }
    case 'remove': {
      const done = library.write(({ collections }) => collections.remove(step.from, step.into));
      const isEmpty = ![...model.articles.values()].includes(step.from);
      expect(done.ok).toBe(model.names.has(step.from) && (step.into !== null || isEmpty));
      if (!done.ok || done.value.undo === null) return;
      model.keep();
      if (step.into === null) model.names.delete(step.from);
      else model.moveAll([step.from], step.into);
      return;
    }
    case 'move': {
      const ids = step.picks.flatMap((pick) => [...model.articles.keys()][pick] ?? []);
      const done = library.write(({ collections }) => collections.move(ids, step.into));
      if (!done.ok || done.value.undo === null) return;
      model.keep();
      model.names.add(step.into);
      for (const id of ids) model.articles.set(id, step.into);
      return;
    }
    case 'undo': {
      const last = lastStep(database);
      if (last === null || !model.canUndo) return;
      expect(library.write(({ collections }) => collections.undo(last)).ok).toBe(true);
      model.undo();
    }
  }
}

test('whatever is done to collections and taken back, the library and whoever follows it hold the same', async () => {
  await fc.assert(
    fc.asyncProperty(actions, async (steps) => {
      const library = await emptyLibrary();
      const model = new NaiveCollections();
      const follower = new Follower();
      for (const [at, step] of steps.entries()) {
        carryOut(library, model, step, at);
        if (at % 3 === 0) follower.follow(library);
      }
      follower.follow(library);
      const articles = library.catalogue.list(0, 100);
      expect(new Map(articles.map(({ id, collection }) => [id, collection]))).toEqual(model.articles);
      const days = new Map(articles.map(({ id, published }) => [id, published?.value ?? null]));
      expect(overviewOf(library.database).collections).toEqual(summaries(model.names, model.articles, days));
      const fresh = new Follower();
      fresh.follow(library);
      expect([...follower.held].sort()).toEqual([...fresh.held].sort());
      for (const [id, collection] of model.articles) expect(follower.held.get(id)).toBe(collection);
      expect(library.database.all('PRAGMA foreign_key_check')).toEqual([]);
      library.close();
    }),
    { numRuns: process.env['CUTTINGS_LONG_TESTS'] === '1' ? 2_000 : 60 },
  );
}, 120_000);

test('what was moved or deleted since is left alone; what took a name meanwhile keeps it', async () => {
  const library = await emptyLibrary();
  const [a, b, c] = [add(library, 1, 'One'), add(library, 2, 'One'), add(library, 3, 'One')];
  const removed = library.write(({ collections }) => collections.remove('One', 'Two'));
  if (!removed.ok || removed.value.undo === null) throw new Error('not removed');
  const step = removed.value.undo;
  library.write(({ collections }) => collections.move([a], 'Three'));
  library.write((recorder) => recorder.remove(b));
  // An import goes on under the old name.
  const d = add(library, 4, 'One');
  const undone = library.write(({ collections }) => collections.undo(step));
  expect(undone).toMatchObject({ ok: true, value: { articles: 1 } });
  const of = (id: ArticleId) => library.catalogue.article(id)?.collection;
  expect([of(a), of(b), of(c), of(d)]).toEqual(['Three', undefined, 'One', 'One']);
  expect(overviewOf(library.database).collections.map(({ name: of, articles }) => [of, articles])).toEqual([
    ['One', 2],
    ['Three', 1],
  ]);
  const again = library.write(({ collections }) => collections.undo(step));
  expect(again).toMatchObject({ ok: false, error: { code: 'undo-gone' } });
});

test('only the last ten changes are remembered, and with them no more than their articles', async () => {
  const library = await emptyLibrary();
  const id = add(library, 1, 'Home');
  for (let turn = 0; turn < 13; turn += 1) {
    library.write(({ collections }) => collections.move([id], `Place ${turn}`));
  }
  const counts = library.database.first(
    'SELECT (SELECT count(*) FROM undo_steps) AS steps, (SELECT count(*) FROM undo_articles) AS articles',
  );
  expect(counts).toEqual({ steps: 10, articles: 10 });
  library.write((recorder) => recorder.remove(id));
  expect(library.database.all('SELECT * FROM undo_articles')).toEqual([]);
});

test('names are composed, their blanks made one; what cannot be shown is none', () => {
  const typed = [
    ' Bisedimet  e\tVjenës ',
    'Stampa\u030c',
    '',
    '   ',
    'a\u0000b',
    'x'.repeat(201),
    'Косово и Метохија',
  ];
  expect(typed.map(readCollectionName)).toEqual([
    ...['Bisedimet e Vjenës', 'Stampǎ', null, null, null, null, 'Косово и Метохија'],
  ]);
});
