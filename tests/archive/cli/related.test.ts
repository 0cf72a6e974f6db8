import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { run, runJson } from './support.ts';

interface Related {
  readonly id: string;
  readonly related: readonly {
    readonly id: string;
    readonly headline: string;
    readonly source: string;
    readonly published: string;
    readonly score: number;
    readonly because: readonly string[];
  }[];
}

test('articles about the same as the BBC page, with the words that say so', async () => {
  const library = temporaryFolder();
  const json = await runJson<Related>(library, 'related', '9f79d270', '--limit', '2');
  const text = await run(library, 'related', '9f79d270', '--limit', '2');
  const [first, second] = json.related;
  expect([json.related.length, Object.keys(first ?? {})]).toEqual([
    2,
    ['id', 'headline', 'source', 'published', 'score', 'because'],
  ]);
  expect(first?.score).toBeGreaterThanOrEqual(second?.score ?? Infinity);
  expect({ ...text, stdout: text.stdout.toString() }).toEqual({
    code: 0,
    stderr: '',
    stdout: json.related
      .map(({ id, headline, source, published, because }) =>
        [
          headline,
          `    ${id.slice(0, 12)} · ${source} · ${published}`,
          `    both have: ${because.join(', ')}\n\n`,
        ].join('\n'),
      )
      .join(''),
  });
});

test('an id that names nothing is told', async () => {
  const { code, stderr } = await run(temporaryFolder(), 'related', '0'.repeat(32));
  expect([code, stderr]).toEqual([1, `This library has no article ${'0'.repeat(32)}.\n`]);
});
