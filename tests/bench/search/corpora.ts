import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../e2e/support/places.ts';
import type { BenchDocument } from './document.ts';
import { generateArticles } from './generator/articles.ts';
import { jsonLines } from './prepared.ts';
import { readReuters } from './reuters.ts';

export type CorpusName = 'reuters' | 'news' | 'synthetic';

const folderNames = { reuters: 'reuters-21578', news: 'news-98k' } as const;

/** Where the shared corpora may be unpacked, the likeliest first. */
function places(): readonly string[] {
  const chosen = process.env['CUTTINGS_CORPORA'];
  return [
    ...(chosen === undefined ? [] : [chosen]),
    path.join(projectRoot, '..', 'shared', 'corpora'),
    path.join(os.homedir(), '.cache', 'cuttings-corpora'),
  ];
}

/** A corpus that was unpacked, by the name of its folder, or null. */
export function unpackedCorpus(name: string): string | null {
  const found = places().map((place) => path.join(place, name));
  return found.find((folder) => fs.existsSync(folder) && holdsText(folder)) ?? null;
}

/** Packed, a corpus is a folder of `.xz` files under the same name. */
function holdsText(folder: string): boolean {
  return fs.readdirSync(folder).every((name) => !name.endsWith('.xz'));
}

/** Whether a corpus can be read here. */
export function isThere(name: CorpusName): boolean {
  return name === 'synthetic' || unpackedCorpus(folderNames[name]) !== null;
}

interface NewsRecord {
  readonly title: string;
  readonly body: string;
  readonly date: string | null;
  readonly source: string;
  readonly lang: string;
}

function* readNews(folder: string): Generator<BenchDocument> {
  let id = 0;
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  for (const file of files.sort()) {
    for (const record of jsonLines<NewsRecord>(path.join(folder, file))) {
      const { title, body, source } = record;
      yield { id, title, body, date: record.date ?? null, source, language: record.lang };
      id += 1;
    }
  }
}

/** The articles of a corpus, one at a time. `articles` is for the generator. Throws when the corpus is not unpacked. */
export function readCorpus(name: CorpusName, articles: number): Iterable<BenchDocument> {
  if (name === 'synthetic') return generateArticles({ articles });
  const folder = unpackedCorpus(folderNames[name]);
  if (folder === null) throw new Error(`The corpus ${folderNames[name]} is not unpacked here.`);
  return name === 'reuters' ? readReuters(folder) : readNews(folder);
}
