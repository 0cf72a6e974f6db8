import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { run, runJson, runWith } from './support.ts';

let library: string;
const stdout = async (...argv: readonly string[]) => (await run(library, ...argv)).stdout.toString();

beforeAll(() => {
  library = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-cli-'));
});
afterAll(() => fs.rmSync(library, { recursive: true, force: true }));

describe('beside the hits', () => {
  test('counts of the whole result, by the commonest, years in their order', async () => {
    expect(await stdout('search', 'lang:sq', '--limit', '0', '--facets')).toBe(`By source
  Cuttings background  1

By year
  2007  1

By language
  Albanian, sq  1

By section
  Events  1

By collection
  Kosovo status talks  1

`);
  });

  test('a bar for each step of time', async () => {
    expect(await stdout('search', 'headline:kosovo', '--limit', '0', '--histogram')).toBe(`Dates by year
  1974  1  ████████████████▋
  …        (24 years without)
  1999  1  ████████████████▋
  …        (7 years without)
  2007  3  ██████████████████████████████████████████████████
  2008  2  █████████████████████████████████▍

`);
  });

  test('why a hit is there', async () => {
    const words = ['headline:eide', 'reports', 'xyzzy'];
    const text = await stdout('search', ...words, '--match', 'any', '--limit', '1', '--explain');
    // The formula and the passage have tests of their own.
    expect(text.replace(/\d+\.\d+/gu, '0.0')).toBe(`The Eide report
    d43572d26e33 · Cuttings background · 2005-10
    The Norwegian diplomat Kai Eide reviewed the state of Kosovo for the Secretary-General of the United Nations in 2005. He found an uneven record and advised that talks on the status should begin.
    score 0.0 (about 255 words; the mean is 219)
      eide             0.0  in 3 articles (rarity 0.0)  eide (as typed, counts 4)
      reports          0.0  in 9 articles (rarity 0.0)  report (the same word in another form, counts 0.0)
      near each other  0.0
      not in it: xyzzy

`);
  });

  test('the same in the JSON object, and the parts of a score add up to it', async () => {
    const answer = await runJson<{
      readonly hits: readonly { readonly id: string; readonly score: number }[];
      readonly facets: Record<string, unknown>;
      readonly dates: Record<string, unknown>;
      readonly explanations: readonly {
        readonly id: string;
        readonly parts: readonly { readonly score: number }[];
        readonly nearness: number;
      }[];
    }>(library, 'search', 'kosovo status talks', '--facets', '--histogram', '--explain');
    expect([Object.keys(answer), Object.keys(answer.facets), Object.keys(answer.dates)]).toEqual([
      ['query', 'total', 'exact', 'tookMs', 'hits', 'facets', 'dates', 'explanations'],
      ['sources', 'years', 'languages', 'sections', 'collections', 'tags'],
      ['step', 'bars', 'imprecise', 'undated'],
    ]);
    expect(
      answer.explanations.map(({ id, parts, nearness }) => ({
        id,
        score: Number(parts.reduce((sum, { score }) => sum + score, nearness).toFixed(3)),
      })),
    ).toEqual(answer.hits.map(({ id, score }) => ({ id, score: Number(score.toFixed(3)) })));
  });
});

describe('what is said about an answer', () => {
  const said = async (...argv: readonly string[]) =>
    (await run(library, 'search', ...argv)).stderr.replace(/in [\d.]+ m?s/u, 'in no time');

  test('a misspelt word, on standard error', async () => {
    expect(await said('indepndence')).toBe(`indepndence: nothing found in no time.
Did you mean independence?

`);
  });

  test('a mistake with the whole text put right', async () => {
    expect(await said('titel:troika', '--limit', '0')).toBe(`titel:troika: 7 found in no time.
Searched as plain words: there is no field “titel” (there are headline, standfirst, body, caption, source, listed, date, lang, tag, collection, section).
No article has all these words. These have some of them.
Did you mean title:troika?

`);
  });

  test('which hits these are when the first are left out', async () => {
    expect(await said('kosovo', '--offset', '5', '--limit', '3'))
      .toBe(`kosovo: 32 found in no time; these are 6 to 8.
Also matched: Kosovës, Kosovë, Косова, Косово, Kosova

`);
    const all = await runJson<{ readonly hits: readonly unknown[] }>(library, 'search', 'kosovo');
    const some = await runJson<{ readonly hits: readonly unknown[] }>(
      ...([library, 'search', 'kosovo', '--offset', '5', '--limit', '3'] as const),
    );
    expect(some.hits).toEqual(all.hits.slice(5, 8));
  });
});

describe('many queries', () => {
  const input = '\uFEFF# names\r\nheadline:rugova\r\n\r\n  headline:tadic  \r\nindepndence\r\n';

  test('from standard input, each with a heading', async () => {
    const ran = await runWith({ input }, library, 'search', '--queries', '-');
    expect({ ...ran, stdout: ran.stdout.toString() }).toEqual({
      code: 0,
      stderr: `headline:rugova: Also matched: Ругова
headline:tadic: Also matched: Tadić, Тадић
indepndence: Did you mean independence?
`,
      stdout: `== headline:rugova · 1 found ==

Ibrahim Rugova
    5ecb002d0715 · Cuttings background · 2006-01-21
    Ibrahim Rugova, president of Kosovo, died on 21 January 2006, a month before the first direct talks on its status.

== headline:tadic · 1 found ==

Boris Tadić
    b18b745904cd · Cuttings background · 2008-02-03
    Boris Tadić was re-elected president of Serbia on 3 February 2008, two weeks before the declaration in Pristina. He rejected the separation of Kosovo and wanted Serbia to join the European Union.

== indepndence · nothing found ==

`,
    });
  });

  test('from a file, as one object a line', async () => {
    const file = path.join(temporaryFolder(), 'queries.txt');
    fs.writeFileSync(file, input);
    const lines = (await stdout('search', '--queries', file, '--json')).trimEnd().split('\n');
    const answers = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ query, total, exact }) => [query, total, exact])).toEqual([
      ['headline:rugova', 1, true],
      ['headline:tadic', 1, true],
      ['indepndence', 0, true],
    ]);
    expect(answers.map((answer) => Object.keys(answer).join())).toEqual(
      Array(3).fill('query,total,exact,tookMs,hits'),
    );
  });

  test('a file that is not there is named', async () => {
    const { code, stderr } = await run(library, 'search', '--queries', path.join(library, 'none.txt'));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/There is nothing at .*none\.txt/u)]);
  });
});
