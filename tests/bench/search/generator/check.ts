import { isThere, readCorpus } from '../corpora.ts';
import type { BenchDocument } from '../document.ts';
import { generateArticles } from './articles.ts';
import { TextStatistics } from './text-statistics.ts';
import type { TextFigure } from './text-statistics.ts';

const allowed = 0.1;

interface Measured {
  readonly figures: readonly TextFigure[];
  /** Words of each article. */
  readonly lengths: readonly number[];
  readonly seconds: number;
  readonly bytes: number;
}

function measure(documents: Iterable<BenchDocument>): Measured {
  const statistics = new TextStatistics();
  const lengths: number[] = [];
  let bytes = 0;
  let seconds = 0;
  let begun = performance.now();
  for (const { title, body } of documents) {
    seconds += (performance.now() - begun) / 1000;
    bytes += title.length + body.length;
    lengths.push(statistics.add(`${title}\n\n${body}`));
    begun = performance.now();
  }
  return { figures: statistics.figures(), lengths, seconds, bytes };
}

function shown(value: number): string {
  return value < 2 ? value.toFixed(3) : Math.round(value).toLocaleString('en');
}

function print(real: readonly TextFigure[], made: readonly TextFigure[]): number {
  let off = 0;
  process.stdout.write(`${''.padEnd(62)}${'news-98k'.padStart(12)}${'generator'.padStart(12)}\n`);
  for (const [index, { group, what, value }] of real.entries()) {
    const other = made[index]?.value ?? Number.NaN;
    const difference = other / value - 1;
    const isOff = !(Math.abs(difference) <= allowed);
    if (isOff) off += 1;
    const sign = difference < 0 ? '−' : '+';
    const percent = `${sign}${Math.abs(difference * 100).toFixed(1)} %`.padStart(9);
    const line = `${group.padEnd(11)}${what.padEnd(51)}${shown(value).padStart(12)}${shown(other).padStart(12)}${percent}`;
    process.stdout.write(`${line}${isOff ? ' OFF' : ''}\n`);
  }
  return off;
}

/**
 * Prints what news-98k and as many generated articles of the same lengths are like, side by side. Answers the exit code: 0
 * when every figure is within a tenth.
 */
export function checkGenerator(): number {
  if (!isThere('news')) {
    process.stdout.write('news-98k is not unpacked here: there is nothing to compare with.\n');
    return 1;
  }
  const real = measure(readCorpus('news', 0));
  const articles = real.lengths.length;
  const made = measure(generateArticles({ articles, length: (article) => real.lengths[article] ?? 0 }));
  const off = print(real.figures, made.figures);
  const rate = made.bytes / 1e6 / made.seconds;
  process.stdout.write(`\nGenerated ${(made.bytes / 1e6).toFixed(0)} MB at ${rate.toFixed(1)} MB/s.\n`);
  process.stdout.write(
    off === 0 ? 'All within a tenth.\n' : `${off} figures are off by more than a tenth.\n`,
  );
  return off === 0 ? 0 : 1;
}
