import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startingFolder } from '../../scripts/setup/paths.mjs';
import { readCollections } from './relevance/collections.ts';
import type { Collection } from './relevance/collections.ts';
import { meanOf, worthOf } from './relevance/measures.ts';
import type { Worth } from './relevance/measures.ts';
import type { BenchEngine } from './search/engine.ts';
import { loadEngine } from './search/engines.ts';
import type { BenchQuery } from './search/queries.ts';

/* `npm run bench -- relevance [--json FILE]`: how good the order of results is, beside lunr and FTS5. See README.md beside. */

const engineNames = ['ours', 'lunr', 'fts5-best'] as const;
type Name = (typeof engineNames)[number];
const shown: Readonly<Record<Name, string>> = { ours: 'ours', lunr: 'lunr', 'fts5-best': 'FTS5' };
type Row = Readonly<Record<Name, Worth>>;

const depth = 1000;
/** On no collection more than this below the better of the others. */
const slack = 0.01;

async function measure(engine: BenchEngine, { documents, queries }: Collection): Promise<Worth> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-relevance-'));
  try {
    await engine.build(folder, documents, 1);
    const opened = await engine.open(folder);
    const worths: Worth[] = [];
    for (const { words, relevant } of queries) {
      const query: BenchQuery = {
        set: 'warming up',
        kind: 'words',
        words,
        match: 'any',
        offset: 0,
        limit: depth,
      };
      const answer = words.length === 0 ? null : await opened.ask(query);
      worths.push(worthOf(answer?.ids ?? [], relevant));
    }
    await opened.close();
    return meanOf(worths);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(collection: Collection): Promise<Row> {
  const row: Partial<Record<Name, Worth>> = {};
  for (const name of engineNames) {
    const engine = await loadEngine(name);
    if (engine !== null) row[name] = await measure(engine, collection);
  }
  return row as Row;
}

function print(rows: ReadonlyMap<string, Row>): void {
  const heads = ['nDCG@10', 'MAP', 'P@10'].flatMap((measured) =>
    engineNames.map((name) => [measured, shown[name]]),
  );
  const line = (label: string, cells: readonly string[]) =>
    process.stdout.write(`${label.padEnd(16)}${cells.map((cell) => cell.padStart(9)).join('')}\n`);
  line(
    '',
    heads.map(([measured = ''], index) => (index % engineNames.length === 0 ? measured : '')),
  );
  line(
    '',
    heads.map(([, name = '']) => name),
  );
  for (const [collection, row] of rows) {
    const values = (['ndcg10', 'map', 'p10'] as const).flatMap((key) =>
      engineNames.map((name) => row[name][key]),
    );
    line(
      collection,
      values.map((value) => value.toFixed(3)),
    );
  }
}

interface RelevanceGoal {
  readonly what: string;
  readonly measured: number;
  readonly least: number;
}

function goals(rows: ReadonlyMap<string, Row>): readonly RelevanceGoal[] {
  const mean = (name: Name) => meanOf([...rows.values()].map((row) => row[name])).ndcg10;
  const each = [...rows].map(([collection, row]) => {
    const least = Math.max(row.lunr.ndcg10, row['fts5-best'].ndcg10) - slack;
    return { what: `${collection}: at most ${slack} below the better`, measured: row.ours.ndcg10, least };
  });
  const least = Math.max(mean('lunr'), mean('fts5-best'));
  return [...each, { what: 'mean: above both', measured: mean('ours'), least }];
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const collections = readCollections();
  if (collections.length === 0) {
    process.stdout.write('The collections with judgements are not unpacked here.\n');
    return 0;
  }
  const rows = new Map<string, Row>();
  for (const collection of collections) {
    const { name, documents, queries } = collection;
    rows.set(`${name} (${queries.length})`, await measureAll(collection));
    process.stderr.write(`${name}: ${documents.length} documents, ${queries.length} queries\n`);
  }
  print(rows);
  process.stdout.write('\n');
  for (const { what, measured, least } of goals(rows)) {
    const verdict = measured >= least ? 'met' : 'MISSED';
    process.stdout.write(
      `nDCG@10, ${what.padEnd(48)} ${measured.toFixed(3)}  goal: ${least.toFixed(3)}  ${verdict}\n`,
    );
  }
  if (values.json !== undefined) {
    const numbers = { collections: Object.fromEntries(rows), goals: goals(rows) };
    fs.writeFileSync(path.resolve(startingFolder(), values.json), `${JSON.stringify(numbers, null, 1)}\n`);
  }
  return 0;
}

process.exitCode = await main();
