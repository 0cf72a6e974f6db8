import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { unpackedCorpus } from '../search/corpora.ts';

/** What a set expects of a page's metadata; null where it says nothing. */
export interface ExpectedMetadata {
  readonly headline: string | null;
  readonly authors: readonly string[] | null;
  /** ISO 8601, as the set writes it. */
  readonly published: string | null;
  readonly language: string | null;
  readonly source: string | null;
}

/** A page to read the metadata of. */
export interface MetadataPage {
  readonly set: string;
  readonly id: string;
  readonly html: string;
  readonly url: string | null;
  readonly expected: ExpectedMetadata;
}

type Fields = Readonly<Record<string, unknown>>;

const nothing: ExpectedMetadata = {
  headline: null,
  authors: null,
  published: null,
  language: null,
  source: null,
};

function fieldsOf(file: string): Fields {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Fields;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function list(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.length > 0 ? (value as readonly string[]) : null;
}

/** Pages say their encoding in the first bytes; the sets have UTF-8 and a few others. */
function decoded(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2_000)).toString('latin1');
  const charset = /charset=["']?([\w-]+)/iu.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(/^utf-?8$/iu.test(charset) ? 'windows-1252' : charset).decode(bytes);
  }
}

function scrapinghub(html: string): MetadataPage[] {
  const folder = path.join(html, 'scrapinghub-aeb');
  const truth = fieldsOf(path.join(folder, 'ground-truth.json'));
  return Object.entries(truth).map(([id, fields]) => ({
    ...{ set: 'scrapinghub-aeb', id, url: text((fields as Fields)['url']), expected: nothing },
    html: decoded(zlib.gunzipSync(fs.readFileSync(path.join(folder, 'html', `${id}.html.gz`)))),
  }));
}

function readability(html: string): MetadataPage[] {
  const folder = path.join(html, 'mozilla-readability', 'test', 'test-pages');
  return fs.readdirSync(folder).map((id) => {
    const fields = fieldsOf(path.join(folder, id, 'expected-metadata.json'));
    const byline = text(fields['byline']);
    return {
      ...{ set: 'mozilla-readability', id, url: null },
      html: decoded(fs.readFileSync(path.join(folder, id, 'source.html'))),
      expected: {
        headline: text(fields['title']),
        authors: byline === null ? null : [byline],
        published: text(fields['publishedTime']),
        language: text(fields['lang']),
        source: text(fields['siteName']),
      },
    };
  });
}

function goose(html: string): MetadataPage[] {
  const folder = path.join(html, 'goose3', 'tests', 'data');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.flatMap((file) => {
    const beside = path.join(folder, file.replace(/\.html$/u, '.json'));
    if (!file.endsWith('.html') || !fs.existsSync(beside)) return [];
    const fields = fieldsOf(beside);
    const expected = (fields['expected'] ?? {}) as Fields;
    return [
      {
        ...{
          set: 'goose3',
          id: file,
          url: text(fields['url']),
          html: decoded(fs.readFileSync(path.join(folder, file))),
        },
        expected: {
          headline: text(expected['title']),
          authors: list(expected['authors']),
          published: text(expected['publish_date']),
          language: text(expected['meta_lang']),
          source: null,
        },
      },
    ];
  });
}

function newspaper(html: string): MetadataPage[] {
  const folder = path.join(html, 'newspaper4k', 'tests', 'data');
  return fs.readdirSync(path.join(folder, 'metadata')).flatMap((file) => {
    const page = path.join(folder, 'html', file.replace(/json$/u, 'html'));
    if (!fs.existsSync(page)) return [];
    const fields = fieldsOf(path.join(folder, 'metadata', file));
    return [
      {
        ...{ set: 'newspaper4k', id: file, url: text(fields['url']), html: decoded(fs.readFileSync(page)) },
        expected: {
          headline: text(fields['title']),
          authors: list(fields['authors']),
          published: text(fields['publish_date']),
          language: text(fields['meta_lang']),
          source: text(fields['meta_site_name']),
        },
      },
    ];
  });
}

/** The pages of all sets that are unpacked here. */
export function metadataPages(): readonly MetadataPage[] {
  const html = unpackedCorpus('html');
  return html === null ? [] : [scrapinghub, readability, goose, newspaper].flatMap((read) => read(html));
}
