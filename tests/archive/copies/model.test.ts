import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { CopiesInMemory } from './support/copies-in-memory.ts';
import { naiveGroups } from './support/naive-copies.ts';
import type { Written } from './support/naive-copies.ts';

/** Small bounds, so that few articles cross them. */
const limits = { sharedFeatures: 4, textsOfFeature: 4, textsAtAddress: 3 };

function words(seed: number, count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, place) => `w${((seed * 7_919 + place * 104_729) % 611).toString(36)}`,
  );
}

const agencyCopy = [words(1, 60), words(2, 90), words(3, 200), words(4, 12)];
const notice = words(9, 40);

interface Printed {
  readonly story: number;
  /** Cut after this share. */
  readonly share: number;
  readonly changed: readonly number[];
  readonly figure: number;
  readonly notice: boolean;
}

function bodyOf({ story, share, changed, figure, notice: hasNotice }: Printed): string {
  const whole = agencyCopy[story]!;
  const kept = whole.slice(0, Math.ceil(whole.length * share)).map((word, place) => {
    return changed.some((one) => one % whole.length === place) ? `x${String(place)}` : word;
  });
  return [...kept.slice(0, 5), String(figure), ...kept.slice(5), ...(hasNotice ? notice : [])].join(' ');
}

const printed = fc.record({
  story: fc.nat({ max: 3 }),
  share: fc.constantFrom(1, 1, 0.8, 0.5, 0.35),
  changed: fc.array(fc.nat({ max: 199 }), { maxLength: 4 }),
  figure: fc.constantFrom(2_007, 2_007, 2_008),
  notice: fc.boolean(),
});

const written = fc
  .record({
    printed,
    url: fc.option(fc.nat({ max: 2 }), { freq: 2 }),
    headline: fc.nat({ max: 1 }),
    empty: fc.nat({ max: 9 }),
  })
  .map(({ printed: one, url, headline, empty }): Written => ({
    headline: `headline ${String(headline)}`,
    body: empty === 0 ? '' : bodyOf(one),
    url: url === null ? null : `https://paper.example/story/${String(url)}`,
  }));

const id = fc.nat({ max: 13 }).map((number) => number.toString(16).padStart(32, '0'));
const commits = fc.array(
  fc.uniqueArray(fc.tuple(id, fc.option(written, { freq: 4 })), {
    selector: ([own]) => own,
    minLength: 1,
    maxLength: 8,
  }),
  { minLength: 1, maxLength: 6 },
);

test('groups are those of a model that looks at every pair, after every commit', () => {
  fc.assert(
    fc.property(commits, (all) => {
      const folder = temporaryFolder();
      const copies = new CopiesInMemory(folder, limits);
      try {
        for (const changes of all) {
          copies.commit(new Map(changes));
          expect(copies.groups()).toEqual(naiveGroups(copies.articles, limits));
        }
      } finally {
        copies.database.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('groups do not depend on the order in which articles came, nor on how many came at a time', () => {
  const articles = fc.uniqueArray(fc.tuple(id, written), {
    selector: ([own]) => own,
    minLength: 4,
    maxLength: 14,
  });
  fc.assert(
    fc.property(articles, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (all, order) => {
      const together = new CopiesInMemory(temporaryFolder(), limits);
      const apart = new CopiesInMemory(temporaryFolder(), limits);
      try {
        together.commit(new Map(all));
        const shuffled = all.map((one, place) => ({ one, key: order[place]! })).sort((a, b) => a.key - b.key);
        for (const { one } of shuffled) apart.commit(new Map([one]));
        expect(apart.groups()).toEqual(together.groups());
      } finally {
        together.database.close();
        apart.database.close();
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
