import { expect, onTestFinished, test } from 'vitest';
import { linkLimits } from '../../../archive/copies/link-texts.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { CopiesInMemory } from './support/copies-in-memory.ts';

function words(letter: string, count: number): string {
  return Array.from(
    { length: count },
    (_, place) => `${letter}${String.fromCharCode(97 + (place % 26))}${'x'.repeat(place / 26)}`,
  ).join(' ');
}

const ids = Array.from({ length: 4 }, (_, index) => String(index).padStart(32, '0'));
const [first, second, third] = ids as [string, string, string];
const url = 'https://www.paper.example/story?id=1';
const story = words('s', 60);
/** Half of the story and as much that is new: a version of it, and no copy. */
const update = `${words('s', 40)} ${words('u', 25)}`;

function copies(): CopiesInMemory {
  const made = new CopiesInMemory(temporaryFolder(), linkLimits);
  onTestFinished(() => made.database.close());
  return made;
}

test('versions of one article at one address are linked; the same texts elsewhere are not', () => {
  const apart = copies();
  apart.commit(
    new Map([
      [first, { headline: '', body: story, url: null }],
      [second, { headline: '', body: update, url }],
    ]),
  );
  expect(apart.groups()).toEqual([]);
  const together = copies();
  const other = 'http://paper.example/story?id=1#top';
  together.commit(
    new Map([
      [first, { headline: '', body: story, url }],
      [second, { headline: '', body: update, url: other }],
    ]),
  );
  expect(together.groups()).toEqual([[first, second]]);
});

test('a link that went through the address of one of two equal articles goes with it', () => {
  const made = copies();
  made.commit(
    new Map([
      [first, { headline: '', body: story, url }],
      [second, { headline: '', body: story, url: null }],
      [third, { headline: '', body: update, url }],
    ]),
  );
  expect(made.groups()).toEqual([[first, second, third]]);
  made.commit(new Map([[first, null]]));
  expect(made.groups()).toEqual([]);
});

test('a form that was filled in for another town is no copy, and a corrected figure makes one', () => {
  const form = (town: string, sum: string) =>
    `${words('f', 20)} ${town} receives ${sum} dollars ${words('g', 60)}`;
  const made = copies();
  made.commit(
    new Map([
      [first, { headline: '', body: form('weston', '14500 20 7'), url: null }],
      [second, { headline: '', body: form('ravenna', '99120 31 5'), url: null }],
      [third, { headline: '', body: form('weston', '14600 20 7'), url: null }],
    ]),
  );
  expect(made.groups()).toEqual([[first, third]]);
});

test('short texts are copies only when headline and text are the same', () => {
  const made = copies();
  const short = words('k', 20);
  made.commit(
    new Map([
      [first, { headline: 'Weather', body: short, url }],
      [second, { headline: 'WEATHER', body: short.toUpperCase(), url: null }],
      [third, { headline: 'Traffic', body: short, url }],
    ]),
  );
  expect(made.groups()).toEqual([[first, second]]);
});

test('what says nothing is a copy of nothing', () => {
  const made = copies();
  made.commit(
    new Map([
      [first, { headline: 'Scan', body: '', url }],
      [second, { headline: 'Scan', body: '', url }],
    ]),
  );
  expect(made.groups()).toEqual([]);
});
