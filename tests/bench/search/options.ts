import { parseArgs } from 'node:util';
import type { CorpusName } from './corpora.ts';
import { engineEntries } from './engines.ts';

/** What the benchmark was asked to do. */
export interface BenchOptions {
  readonly corpora: readonly CorpusName[];
  /** Of the generator. */
  readonly articles: number;
  /** At most so many articles of each corpus. */
  readonly limit: number;
  readonly engines: readonly string[];
  readonly seed: number;
  /** Where all numbers go, or null. */
  readonly json: string | null;
  readonly checkGenerator: boolean;
}

export const usage = `npm run bench -- search [--corpus reuters|news|synthetic]… [--articles N] [--limit N]
    [--engines ${engineEntries.map(({ name }) => name).join(',')}]
    [--seed N] [--json FILE]
npm run bench -- search --check-generator`;

const corpusNames: readonly string[] = ['reuters', 'news', 'synthetic'] satisfies CorpusName[];

function isCorpus(name: string): name is CorpusName {
  return corpusNames.includes(name);
}

function number(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`${text ?? ''} is not a number of something.`);
  return value;
}

/** Without `--corpus`: the generator when `--articles` is given, else Reuters and news. */
function corporaOf(named: readonly string[], articles: string | undefined): readonly CorpusName[] {
  const wrong = named.find((name) => !isCorpus(name));
  if (wrong !== undefined) throw new Error(`There is no corpus “${wrong}”.`);
  if (named.length > 0) return named.filter(isCorpus);
  return articles === undefined ? ['reuters', 'news'] : ['synthetic'];
}

function enginesOf(named: string | undefined): readonly string[] {
  const known: readonly string[] = engineEntries.map(({ name }) => name);
  const chosen = named?.split(',') ?? known;
  const wrong = chosen.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new Error(`There is no engine “${wrong}”: ${known.join(', ')}.`);
  return chosen;
}

/** Throws, with a sentence, for arguments that it does not know. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string', multiple: true, default: [] },
      articles: { type: 'string' },
      limit: { type: 'string' },
      engines: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'string' },
      'check-generator': { type: 'boolean', default: false },
    },
  });
  return {
    corpora: corporaOf(values.corpus, values.articles),
    articles: number(values.articles, 1_000_000),
    limit: number(values.limit, Number.MAX_SAFE_INTEGER),
    engines: enginesOf(values.engines),
    seed: number(values.seed, 1),
    json: values.json ?? null,
    checkGenerator: values['check-generator'],
  };
}
