import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { unpackedCorpus } from './search/corpora.ts';
import { jsonLines, pages, textFiles, webArchive } from './import/material.ts';
import type { Material } from './import/material.ts';
import { gunzipped, parsedLines, readablePages, warcioRecords } from './import/peers.ts';
import { runImport } from './import/run-import.ts';

/* `npm run bench -- import`: what comes in how fast, beside the bare libraries. See README.md beside. */

interface Row {
  readonly material: Material;
  readonly rate: (milliseconds: number) => string;
  readonly value: (milliseconds: number) => number;
  readonly goal: number;
  readonly peers: Readonly<Record<string, () => Promise<number>>>;
}

const perSecond = (amount: number, milliseconds: number): number => amount / (milliseconds / 1000);

function row(material: Material, unit: 'MB' | 'pages', goal: number, peers: Row['peers']): Row {
  const amount = unit === 'pages' ? material.files : (material.text ?? material.bytes) / 1_000_000;
  const value = (milliseconds: number): number => perSecond(amount, milliseconds);
  return {
    material,
    goal,
    peers,
    value,
    rate: (milliseconds) => `${value(milliseconds).toFixed(1)} ${unit}/s`,
  };
}

async function measure({ material, rate, value, goal, peers }: Row, folder: string): Promise<void> {
  const library = path.join(folder, `library-${material.name.replace(/\W+/gu, '-')}`);
  const first = runImport(material.source, library);
  const again = runImport(material.source, library);
  const met = value(first.milliseconds) >= goal ? 'met' : 'MISSED';
  const { added, kept, failed, skipped, resident } = first;
  console.log(
    `${material.name}: ${(material.bytes / 1_000_000).toFixed(1)} MB in ${String(material.files)} files\n` +
      `  import        ${rate(first.milliseconds)} (goal ${String(goal)}: ${met}), ${(first.milliseconds / 1000).toFixed(1)} s, ` +
      `${String(added)} added, ${String(kept)} kept, ${String(failed)} failed, ${String(skipped)} passed over, ` +
      `${String(Math.round(resident / 1_000_000))} MB at most\n` +
      `  again         ${rate(again.milliseconds)}, ${String(again.added)} added, ${String(again.duplicates)} there`,
  );
  for (const [name, run] of Object.entries(peers)) {
    const milliseconds = await run();
    console.log(
      `  ${name.padEnd(13)} ${rate(milliseconds)}: ${(first.milliseconds / milliseconds).toFixed(1)} times as fast as the import`,
    );
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, megabytes: { type: 'string', default: '200' } },
  });
  const news = unpackedCorpus('news-98k');
  const corpora = news === null ? null : path.dirname(news);
  if (corpora === null) {
    console.log('The shared corpora are not unpacked: nothing is measured.');
    return;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-bench-import-'));
  try {
    const wanted = (name: string): boolean => values.only === undefined || name === values.only;
    if (wanted('jsonl')) {
      const material = jsonLines(corpora);
      await measure(row(material, 'MB', 8, { 'JSON.parse': () => parsedLines(material) }), folder);
    }
    if (wanted('text')) await measure(row(textFiles(corpora, folder, 3_000), 'MB', 8, {}), folder);
    if (wanted('html')) {
      const material = pages(corpora, folder);
      await measure(row(material, 'pages', 60, { Readability: () => readablePages(material) }), folder);
    }
    if (wanted('warc')) {
      const material = webArchive(folder, Number(values.megabytes));
      const peers = { gunzip: () => gunzipped(material), warcio: () => warcioRecords(material) };
      await measure(row(material, 'MB', 20, peers), folder);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

await main();
