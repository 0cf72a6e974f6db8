import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import os from 'node:os';
import { bundledFolder } from '../support/temporary.ts';
import { run, runJson } from './support.ts';

interface SearchOutput {
  readonly query: string;
  readonly total: number;
  readonly tookMs: number;
  readonly hits: readonly {
    readonly id: string;
    readonly headline: string;
    readonly published: string | null;
    readonly snippet: { readonly text: string; readonly marks: readonly (readonly [number, number])[] };
    readonly archived: boolean;
  }[];
}

const bbcHeadline = 'Final Kosovo talks end in failure';
const bbcFile = path.join(bundledFolder, 'final-kosovo-talks-end-in-failure.txt');

let library: string;
const search = (...argv: readonly string[]) =>
  runJson<SearchOutput>(library, 'search', '--limit', '1000', ...argv);
const headlines = async (...argv: readonly string[]) =>
  (await search(...argv)).hits.map(({ headline }) => headline);

beforeAll(() => {
  library = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-cli-'));
});
afterAll(() => fs.rmSync(library, { recursive: true, force: true }));

describe('searching the bundled collection', () => {
  test('two words: the BBC page first, both words marked in its snippet', async () => {
    const { query, hits } = await search('unilateral', 'declaration');
    const [first] = hits;
    const { text, marks } = first?.snippet ?? { text: '', marks: [] };
    expect({
      query,
      headline: first?.headline,
      marked: marks.map(([start, end]) => text.slice(start, end)),
    }).toEqual({
      query: 'unilateral declaration',
      headline: bbcHeadline,
      marked: ['unilateral', 'declaration'],
    });
  });

  test('prints exactly the promised keys, in their order', async () => {
    const answer = await search('troika');
    expect(Object.keys(answer)).toEqual(['query', 'total', 'exact', 'tookMs', 'hits']);
    expect(Object.keys(answer.hits[0] ?? {})).toEqual([
      'id',
      'headline',
      'source',
      'published',
      'url',
      'score',
      'snippet',
      'archived',
    ]);
  });

  test('one word: the BBC page among the first three', async () => {
    expect((await headlines('independence')).slice(0, 3)).toContain(bbcHeadline);
  });

  test('a name in any spelling finds the page, and as written only in its own', async () => {
    const spellings = ['Thaçi', 'Thaci', 'Тачи', 'Hašim Tači'];
    const found: Record<string, readonly [boolean, boolean]> = {};
    for (const spelling of spellings) {
      const folded = await headlines(spelling);
      const exact = await headlines(spelling, '--exact-spelling');
      found[spelling] = [folded.includes(bbcHeadline), exact.includes(bbcHeadline)];
    }
    expect(found).toEqual({
      Thaçi: [true, false],
      Thaci: [true, true],
      Тачи: [true, false],
      'Hašim Tači': [true, false],
    });
  });

  test('a town in any spelling finds the same articles', async () => {
    const [albanian, serbian, english] = await Promise.all(
      ['Prishtinë', 'Приштина', 'Pristina'].map(async (name) => (await headlines(name)).sort()),
    );
    expect(albanian?.length).toBeGreaterThan(10);
    expect(serbian).toEqual(albanian);
    expect(english).toEqual(albanian);
  });

  test('an item that is only listed is found, and said not to be archived', async () => {
    const { hits } = await search('listed:clove', 'headline:clove');
    expect(
      hits.map(({ headline, archived, published }) => ({ headline, archived, published })),
    ).toContainEqual({
      headline: "How the world's oldest clove tree defied an empire",
      archived: false,
      published: null,
    });
  });
});

describe('showing the BBC page', () => {
  test('as JSON it is what a person reads on the page', async () => {
    const { hits } = await search('unilateral', 'declaration');
    const article = await runJson<Record<string, unknown>>(library, 'show', hits[0]?.id ?? '');
    const blocks = article['blocks'] as readonly { readonly kind: string; readonly text: string }[];
    expect({
      source: article['source'],
      headline: article['headline'],
      published: article['published'],
      standfirst: String(article['standfirst']).slice(0, 38),
      image: blocks.filter(({ kind }) => kind === 'image').map((block) => ({ ...block, place: null })),
      crossheads: blocks.filter(({ kind }) => kind === 'crosshead').map(({ text }) => text),
      paragraphs: blocks.filter(({ kind }) => kind === 'paragraph').length,
      others: blocks.filter(({ kind }) => !['image', 'crosshead', 'paragraph'].includes(kind)),
      listed: (article['listed'] as readonly { readonly headline: string }[]).map(({ headline }) => headline),
      warnings: article['warnings'],
    }).toEqual({
      source: 'BBC News',
      headline: bbcHeadline,
      published: {
        value: '2007-11-28T11:49:00Z',
        precision: 'minute',
        printed: 'Last Updated: Wednesday, 28 November 2007, 11:49 GMT',
        zone: 'GMT',
      },
      standfirst: 'Serbs and ethnic Albanians have failed',
      image: [
        {
          kind: 'image',
          caption: 'Kosovo Albanian leaders Hashim Thaci and Fatmir Sejdiu',
          legend: "Kosovo's Albanian leaders want nothing less than independence",
          place: null,
        },
      ],
      crossheads: ["Independence 'imminent'", 'Russian opposition'],
      paragraphs: 15,
      others: [],
      listed: [
        "Has China's housing bubble burst?",
        "How the world's oldest clove tree defied an empire",
        'Why Royal Ballet principal Sergei Polunin quit',
      ],
      warnings: [],
    });
  });

  test('the original is the file, byte for byte, also by the first digits of the id', async () => {
    const { hits } = await search('unilateral', 'declaration');
    const { stdout, code } = await run(library, 'show', hits[0]?.id.slice(0, 8) ?? '', '--original');
    expect(code).toBe(0);
    expect(stdout.equals(fs.readFileSync(bbcFile))).toBe(true);
  });
});

test('list and stats count the same articles', async () => {
  const { total, articles } = await runJson<{ total: number; articles: readonly unknown[] }>(library, 'list');
  const stats = await runJson<{ articles: number; listed: number }>(library, 'stats');
  expect([total, articles.length, stats.articles, stats.listed]).toEqual([32, 32, 32, 3]);
});
