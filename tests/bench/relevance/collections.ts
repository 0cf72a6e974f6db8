import fs from 'node:fs';
import path from 'node:path';
import lunr from 'lunr';
import { unpackedCorpus } from '../search/corpora.ts';
import type { BenchDocument } from '../search/document.ts';
import { jsonLines } from '../search/prepared.ts';

/** A test collection with queries and judgements. */
export interface Collection {
  readonly name: string;
  readonly documents: readonly BenchDocument[];
  readonly queries: readonly JudgedQuery[];
}

export interface JudgedQuery {
  /** Words in lower case, stop words left out for all engines alike; one that was said twice is there twice. */
  readonly words: readonly string[];
  readonly relevant: ReadonlySet<number>;
}

interface Line {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

function rows(file: string): readonly string[][] {
  const lines = fs.readFileSync(file, 'utf8').split(/\r?\n/u);
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // lunr's list, as lunr leaves these out of what it indexes.
  return words.filter((word) => lunr.stopWordFilter(new lunr.Token(word, {})) !== undefined);
}

function readCollection(folder: string): Collection {
  const lines = [...jsonLines<Line>(path.join(folder, 'docs.jsonl'))];
  const numbers = new Map(lines.map(({ id }, number) => [id, number]));
  const judged = new Map<string, Set<number>>();
  for (const [query = '', document = ''] of rows(path.join(folder, 'qrels.tsv'))) {
    const relevant = judged.get(query) ?? new Set();
    const number = numbers.get(document);
    if (number !== undefined) relevant.add(number);
    judged.set(query, relevant);
  }
  const queries = rows(path.join(folder, 'queries.tsv')).flatMap(([id = '', text = '']): JudgedQuery[] => {
    const relevant = judged.get(id) ?? new Set<number>();
    return relevant.size === 0 ? [] : [{ words: wordsOf(text), relevant }];
  });
  const documents = lines.map(({ title, body }, id) => {
    return { id, title, body, date: null, source: 'collection', language: 'en' };
  });
  return { name: path.basename(folder), documents, queries };
}

/** The collections that are unpacked here, by name; each folder with documents, queries and judgements is one. */
export function readCollections(): readonly Collection[] {
  const folder = unpackedCorpus('relevance');
  if (folder === null) return [];
  const names = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = names.map(({ name }) => path.join(folder, name)).sort();
  return folders.filter((one) => fs.existsSync(path.join(one, 'qrels.tsv'))).map(readCollection);
}
