import { Readability } from '@mozilla/readability';
import type { Block } from '../../../archive/model/article.ts';
import { parseDocument } from './linkedom.ts';
import { htmlPage } from '../../../archive/readers/html/html-page.ts';
import type { SourceFile } from '../../../archive/readers/reader.ts';
import type { JudgedPage } from './page-sets.ts';
import { plainTextOf } from './plain-text.ts';

/** What an extractor makes of a page; '' and null where it finds nothing. */
export interface Extracted {
  readonly text: string;
  readonly headline: string | null;
  /** ISO 8601, as precise as it is known. */
  readonly date: string | null;
  readonly author: string | null;
}

export type Extractor = (page: JudgedPage) => Promise<Extracted>;

const nothing: Extracted = { text: '', headline: null, date: null, author: null };

function textOf(block: Block): string {
  if (block.kind === 'list') return block.items.join('\n');
  // What a picture shows is no text of the page; the line under it is.
  if (block.kind === 'image') return block.legend ?? '';
  return block.text;
}

/** The reader of Cuttings: the standfirst and the text, without the headline and without pictures' captions. */
export const ours: Extractor = async ({ bytes, url, id }) => {
  const capture = { url, captured: null, mediaType: 'text/html', charset: null };
  const file: SourceFile = { name: id, path: id, bytes, capture };
  for await (const result of htmlPage.read(file)) {
    if (!result.ok) return nothing;
    const { headline, standfirst, blocks, published, byline } = result.value;
    const text = blocks.filter(({ kind }) => kind !== 'image').map(textOf);
    return {
      text: [standfirst ?? '', ...text].join('\n'),
      headline,
      date: published?.value ?? null,
      author: byline,
    };
  }
  return nothing;
};

/** @mozilla/readability over linkedom, as it comes. */
export const plainReadability: Extractor = async ({ bytes }) => {
  const document = parseDocument(new TextDecoder().decode(bytes));
  const article = new Readability(document as unknown as Document).parse();
  if (article === null) return nothing;
  const { body } = parseDocument(`<html><head></head><body>${article.content ?? ''}</body></html>`);
  return {
    text: plainTextOf(body),
    headline: article.title ?? null,
    date: article.publishedTime ?? null,
    author: article.byline ?? null,
  };
};

export const extractorNames = ['ours', 'Readability'] as const;
export type ExtractorName = (typeof extractorNames)[number];
export const extractors: Readonly<Record<ExtractorName, Extractor>> = { ours, Readability: plainReadability };
