import { recordId } from '../../../archive/library/article-id.ts';
import type { Library } from '../../../archive/library/library.ts';
import { sha256Of } from '../../../archive/library/originals.ts';
import type { NewArticle, NewOriginal } from '../../../archive/library/recorder.ts';
import type { Draft } from '../../../archive/readers/reader.ts';

/** What a made-up library is like. */
export interface BigLibrary {
  readonly articles: number;
  /** Every so many articles list three headlines each; 0 for none. */
  readonly listingEvery?: number;
  /** Characters of text in each; the default makes small rows. */
  readonly textLength?: number;
}

const articlesOfTransaction = 5_000;

/** Half of what is listed is the headline of an earlier article, half that of none. */
function linksOf(at: number, every: number): Draft['listed'] {
  if (every === 0 || at % every !== 0) return [];
  return [0, 1, 2].map((place) => {
    const named =
      place === 1 ? `Nobody wrote about ${at % 977}` : `Headline number ${Math.floor(at / (2 + place))}`;
    return { headline: named, url: null, heading: 'SEE ALSO' };
  });
}

function draftOf(at: number, { listingEvery = 0, textLength = 40 }: BigLibrary): Draft {
  const day = new Date(Date.UTC(1990, 0, 1) + (at % 12_000) * 86_400_000).toISOString().slice(0, 10);
  const text = `Article ${at} says this. `.repeat(Math.ceil(textLength / 20)).slice(0, textLength);
  return {
    headline: `Headline number ${at}`,
    standfirst: null,
    blocks: [{ kind: 'paragraph', text, place: null }],
    byline: null,
    source: `Source ${at % 40}`,
    section: `Section ${at % 12}`,
    language: 'en',
    published: { value: day, precision: 'day', printed: day, zone: null },
    url: null,
    listed: linksOf(at, listingEvery),
    warnings: [],
    places: { headline: null, standfirst: null, published: null },
    mediaType: 'application/jsonl',
    encoding: 'utf-8',
    record: { start: at, end: at + 1, sha256: sha256Of(new TextEncoder().encode(`article ${at}`)) },
  };
}

function articleOf(at: number, like: BigLibrary): NewArticle {
  const draft = draftOf(at, like);
  const payload = draft.record?.sha256 ?? sha256Of(new Uint8Array());
  return {
    id: recordId(payload),
    ordinal: at,
    origin: { payload, member: null, captured: null, members: [] },
    draft,
    collection: `Collection ${at % 5}`,
    reader: { name: 'json-lines', version: 1 },
  };
}

/** Fills a library with made-up articles, the same for the same wish. Their original is named and does not exist. */
export function fillLibrary(library: Library, like: BigLibrary, from = 0): void {
  const original: NewOriginal = {
    sha256: sha256Of(new Uint8Array([1])),
    bytes: like.articles,
    name: 'made-up.jsonl',
  };
  for (let start = from; start < like.articles; start += articlesOfTransaction) {
    library.write((recorder) => {
      recorder.original(original);
      const end = Math.min(like.articles, start + articlesOfTransaction);
      for (let at = start; at < end; at += 1) recorder.article(original, articleOf(at, like));
    });
  }
}
