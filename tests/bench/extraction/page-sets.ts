import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { parseDocument } from './linkedom.ts';
import { unpackedCorpus } from '../search/corpora.ts';
import { plainTextOf } from './plain-text.ts';

/** A page and what is expected of it; null where the set says nothing. */
export interface JudgedPage {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly text: string | null;
  /** Whether `text` is only the beginning of what is expected. */
  readonly begins: boolean;
  readonly headline: string | null;
  /** ISO 8601, as the set writes it. */
  readonly date: string | null;
  readonly authors: readonly string[] | null;
}

export interface PageSet {
  readonly name: string;
  /** Of how many words the runs are that are compared. */
  readonly shingle: number;
  readonly pages: readonly JudgedPage[];
}

interface Folders {
  readonly html: string;
}

function json<Type>(file: string): Type {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Type;
}

function scrapinghub({ html }: Folders): PageSet {
  const folder = path.join(html, 'scrapinghub-aeb');
  const truth = json<Record<string, { articleBody: string; url?: string }>>(
    path.join(folder, 'ground-truth.json'),
  );
  const pages = Object.entries(truth).map(([id, { articleBody, url }]): JudgedPage => {
    const bytes = zlib.gunzipSync(fs.readFileSync(path.join(folder, 'html', `${id}.html.gz`)));
    return {
      id,
      bytes,
      url: url ?? null,
      text: articleBody,
      begins: false,
      headline: null,
      date: null,
      authors: null,
    };
  });
  return { name: 'scrapinghub-aeb', shingle: 4, pages };
}

interface ReadabilityMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedTime: string | null;
}

function readability({ html }: Folders): PageSet {
  const folder = path.join(html, 'mozilla-readability', 'test', 'test-pages');
  const pages = fs.readdirSync(folder).map((id): JudgedPage => {
    const file = (name: string) => path.join(folder, id, name);
    const expected = fs.readFileSync(file('expected.html'), 'utf8');
    const { title, byline, publishedTime } = json<ReadabilityMetadata>(file('expected-metadata.json'));
    return {
      id,
      bytes: fs.readFileSync(file('source.html')),
      url: null,
      text: plainTextOf(parseDocument(`<html><head></head><body>${expected}</body></html>`).body),
      begins: false,
      headline: title,
      date: publishedTime,
      authors: byline === null ? null : [byline],
    };
  });
  return { name: 'mozilla-readability', shingle: 1, pages };
}

interface GooseFile {
  readonly url?: string;
  readonly expected?: {
    readonly cleaned_text?: string;
    readonly title?: string;
    readonly authors?: readonly string[];
    readonly publish_date?: string;
  };
}

function goose({ html }: Folders): PageSet {
  const folder = path.join(html, 'goose3', 'tests', 'data');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .flatMap((file): JudgedPage[] => {
      const beside = path.join(folder, file.replace(/\.html$/u, '.json'));
      if (!fs.existsSync(beside)) return [];
      const { url, expected = {} } = json<GooseFile>(beside);
      return [
        {
          id: file,
          bytes: fs.readFileSync(path.join(folder, file)),
          url: url ?? null,
          text: expected.cleaned_text ?? null,
          begins: true,
          headline: expected.title ?? null,
          date: expected.publish_date ?? null,
          authors: expected.authors ?? null,
        },
      ];
    });
  return { name: 'goose3', shingle: 1, pages };
}

interface NewspaperFile {
  readonly url?: string;
  readonly text?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publish_date?: string | null;
}

function newspaper({ html }: Folders): PageSet {
  const folder = path.join(html, 'newspaper4k', 'tests', 'data');
  const names = fs.readdirSync(path.join(folder, 'html')).map((name) => name.replace(/\.html$/u, ''));
  const pages = names.flatMap((id): JudgedPage[] => {
    const [metadata, text] = [
      path.join(folder, 'metadata', `${id}.json`),
      path.join(folder, 'txt', `${id}.txt`),
    ];
    const known: NewspaperFile = fs.existsSync(metadata) ? json<NewspaperFile>(metadata) : {};
    const expected = fs.existsSync(text) ? fs.readFileSync(text, 'utf8') : (known.text ?? null);
    if (expected === null) return [];
    return [
      {
        id,
        bytes: fs.readFileSync(path.join(folder, 'html', `${id}.html`)),
        url: known.url ?? null,
        text: expected,
        begins: false,
        headline: known.title ?? null,
        date: known.publish_date ?? null,
        authors: known.authors ?? null,
      },
    ];
  });
  return { name: 'newspaper4k', shingle: 1, pages };
}

/** The sets that are unpacked here. */
export function readPageSets(): readonly PageSet[] {
  const html = unpackedCorpus('html');
  return html === null ? [] : [scrapinghub, readability, goose, newspaper].map((read) => read({ html }));
}
