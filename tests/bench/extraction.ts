import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startingFolder } from '../../scripts/setup/paths.mjs';
import { extractorNames, extractors } from './extraction/extractors.ts';
import type { ExtractorName } from './extraction/extractors.ts';
import { goals, measureSet } from './extraction/measure-set.ts';
import type { SetFigures } from './extraction/measure-set.ts';
import { readPageSets } from './extraction/page-sets.ts';

/* `npm run bench -- extraction [--set NAME] [--json FILE] [--worst N]`: what is found in pages. See README.md beside. */

const published = [
  ['best of all published', 0.97],
  ['go_trafilatura', 0.96],
  ['Readability.js', 0.947],
] as const;

type Row = Readonly<Record<ExtractorName, SetFigures>>;

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(3)).padStart(8);

function print(name: string, row: Row): void {
  const heads = ['precision', 'recall', 'F1', 'mean F1', 'headline', 'date', 'author'];
  process.stdout.write(`\n${name.padEnd(24)}${heads.map((head) => head.padStart(10)).join('')}\n`);
  for (const extractor of extractorNames) {
    const { precision, recall, f1, meanF1, headline, date, author } = row[extractor];
    const cells = [precision, recall, f1, meanF1, headline, date, author].map((cell) => `  ${figure(cell)}`);
    process.stdout.write(`  ${extractor.padEnd(22)}${cells.join('')}\n`);
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, set: { type: 'string' }, worst: { type: 'string' } },
  });
  const wanted = values.set ?? '';
  const sets = readPageSets().filter(({ name }) => name.includes(wanted));
  if (sets.length === 0) process.stdout.write('The page sets are not unpacked here.\n');
  const rows: Record<string, Row> = {};
  for (const set of sets) {
    const row: Partial<Record<ExtractorName, SetFigures>> = {};
    for (const name of extractorNames) row[name] = await measureSet(set, extractors[name]);
    const { ours } = (rows[set.name] = row as Row);
    print(`${set.name} (${ours.pages})`, row as Row);
    if (set.name === 'scrapinghub-aeb')
      for (const [name, f1] of published) process.stdout.write(`  ${name.padEnd(42)}${figure(f1)}\n`);
    for (const { id, f1, precision, recall } of ours.worst.slice(0, Number(values.worst ?? 0)))
      process.stdout.write(`  ${figure(f1)} (${figure(precision)}, ${figure(recall)})  ${id}\n`);
  }
  process.stdout.write('\n');
  for (const { what, measured, least } of goals(rows)) {
    const verdict = measured >= least ? 'met' : 'MISSED';
    process.stdout.write(
      `${what.padEnd(56)} ${measured.toFixed(3)}  goal: ${least.toFixed(3)}  ${verdict}\n`,
    );
  }
  if (values.json !== undefined)
    fs.writeFileSync(path.resolve(startingFolder(), values.json), `${JSON.stringify(rows, null, 1)}\n`);
  return 0;
}

process.exitCode = await main();
