import type { Article, Block } from '../model/article.ts';
import { searchFields } from '../model/search.ts';
import type { SearchField } from '../model/search.ts';
import type { SearchRecord } from './search-record.ts';
import type { TextPart } from './index-document.ts';

/** A field of the index. Crossheads belong to the body, but weigh more than its paragraphs. */
export type IndexField = SearchField | 'crosshead';

/** All fields; how much a word counts in each is in `segment/field-numbers.ts`. */
export const indexFields: readonly IndexField[] = [...searchFields, 'crosshead'];

/** The index fields that a query's fields mean. */
export function indexFieldsOf(fields: readonly string[]): readonly IndexField[] {
  return searchFields
    .filter((field) => fields.includes(field))
    .flatMap((field) => (field === 'body' ? (['body', 'crosshead'] as const) : [field]));
}

/** The text parts of one block, in the order that `ArticleMarks.blocks` documents. */
export function blockParts(block: Block): readonly TextPart[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ field: 'body', text: block.text }];
    case 'crosshead':
      return [{ field: 'crosshead', text: block.text }];
    case 'quote':
      return [{ field: 'body', text: block.text }];
    case 'list':
      return block.items.map((text) => ({ field: 'body', text }));
    case 'image': {
      const caption: TextPart = { field: 'caption', text: block.caption };
      return block.legend === null ? [caption] : [caption, { field: 'caption', text: block.legend }];
    }
  }
}

/** What a passage may be taken from: standfirst, body and captions, in the order of the page. */
export function passageParts(article: Pick<Article, 'standfirst' | 'blocks'>): readonly TextPart[] {
  const standfirst: readonly TextPart[] =
    article.standfirst === null ? [] : [{ field: 'standfirst', text: article.standfirst }];
  return [...standfirst, ...article.blocks.flatMap(blockParts)];
}

/**
 * The headlines that an article lists and the archive does not hold. Those that it holds are found by themselves: else a
 * search for an article's words would find every page that points to it.
 */
export function listedParts(article: Article): readonly TextPart[] {
  return article.listed
    .filter((link) => link.article === null)
    .map((link): TextPart => ({ field: 'listed', text: link.headline }));
}

/** The headline, and what the article itself says and shows, in the order in which it is indexed. */
export function sayingParts(
  article: Pick<Article, 'headline' | 'standfirst' | 'blocks'>,
): readonly TextPart[] {
  const parts: TextPart[] = [{ field: 'headline', text: article.headline }, ...passageParts(article)];
  for (const block of article.blocks) {
    if (block.kind === 'quote' && block.attribution !== null) {
      parts.push({ field: 'body', text: block.attribution });
    }
  }
  return parts;
}

function articleParts(article: Article): readonly TextPart[] {
  const parts = [...sayingParts(article)];
  for (const text of [article.source, article.byline]) {
    if (text !== null) {
      parts.push({ field: 'source', text });
    }
  }
  return [...parts, ...listedParts(article)];
}

/** The texts of a record, in the order of the page. */
export function recordParts(record: SearchRecord): readonly TextPart[] {
  if (record.kind === 'article') return articleParts(record.article);
  const { headline } = record.summary;
  return [
    { field: 'headline', text: headline },
    { field: 'listed', text: headline },
  ];
}
