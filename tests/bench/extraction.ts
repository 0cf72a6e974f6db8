import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startingFolder } from '../../scripts/setup/paths.mjs';
import { ours, plainReadability } from './extraction/extractors.ts';
import type { Extracted, Extractor } from './extraction/extractors.ts';
import { meanScore, overlapOf, scoreOf } from './extraction/measures.ts';
import type { Overlap } from './extraction/measures.ts';
import { readPageSets } from './extraction/page-sets.ts';
import type { JudgedPage, PageSet } from './extraction/page-sets.ts';

/* `npm run bench -- extraction`: what is found in pages, beside plain Readability. See README.md beside. */

const engines: Readonly<Record<string, Extractor>> = { ours, Readability: plainReadability };

const wordPattern = /[\p{L}\p{N}_]+/gu;

/** As many words as expected, from where the first of them stand. */
function beginning(text: string, like: string): string {
  const wanted = like.match(wordPattern) ?? [];
  const words = text.match(wordPattern) ?? [];
  const lead = wanted.slice(0, 4).join(' ');
  const from = words.findIndex((_, at) => words.slice(at, at + 4).join(' ').startsWith(lead));
  return words.slice(Math.max(0, from), Math.max(0, from) + wanted.length).join(' ');
}

function overlap({ text, begins }: JudgedPage, { shingle }: PageSet, got: Extracted): Overlap {
  const expected = text ?? '';
  return overlapOf(expected, begins ? beginning(got.text, expected) : got.text, shingle);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, dump: { type: 'string' }, set: { type: 'string' }, only: { type: 'string' } },
  });
  for (const set of readPageSets()) {
    if (values.set !== undefined && !set.name.includes(values.set)) continue;
    for (const [name, extract] of Object.entries(engines)) {
      if (values.only !== undefined && values.only !== name) continue;
      const began = Date.now();
      const overlaps: Overlap[] = [];
      let slowest = 0; let slow = '';
      const rows: string[] = [];
      for (const page of set.pages) {
        if (page.text === null) continue;
        const t = Date.now();
        const got = await extract(page);
        if (Date.now() - t > slowest) { slowest = Date.now() - t; slow = page.id; }
        const one = overlap(page, set, got);
        overlaps.push(one);
        const { precision, recall, f1 } = scoreOf(one);
        rows.push(`${f1.toFixed(3)} ${precision.toFixed(3)} ${recall.toFixed(3)} ${page.id} ${page.url ?? ''}`);
        if (values.dump !== undefined) {
          const folder = path.resolve(startingFolder(), values.dump, set.name);
          fs.mkdirSync(folder, { recursive: true });
          const id = page.id.replaceAll('/', '_');
          fs.writeFileSync(path.join(folder, `${id}.expected`), page.text);
          fs.writeFileSync(path.join(folder, `${id}.${name}`), got.text);
        }
      }
      const m = meanScore(overlaps);
      if (values.dump !== undefined) fs.writeFileSync(path.resolve(startingFolder(), values.dump, `${set.name}.${name}.rows`), rows.sort().join('\n'));
      process.stdout.write(`${set.name} ${name} P ${m.precision.toFixed(3)} R ${m.recall.toFixed(3)} F1 ${m.f1.toFixed(4)} meanF1 ${m.meanF1.toFixed(4)} ${Date.now() - began} ms slowest ${slowest} ${slow}\n`);
    }
  }
  return 0;
}

process.exitCode = await main();
