import { readCollectionName } from '../../archive/model/collections.ts';
import type { NewArticle } from '../../archive/model/new-article.ts';
import type { ArticleDraft } from '../controllers/draft-store.ts';
import { readTyped } from './correction-words.ts';

/** What is wrong with the fields of a draft, as sentences. */
export type Problems = Partial<Readonly<Record<keyof ArticleDraft, string>>>;

/** What is wrong with a draft, by field. */
export function problemsOf(draft: ArticleDraft): Problems {
  const problems: Record<string, string> = {};
  for (const field of ['headline', 'published', 'language'] as const) {
    const typed = readTyped(field, draft[field]);
    if ('problem' in typed) problems[field] = typed.problem;
  }
  if (readCollectionName(draft.collection) === null)
    problems['collection'] = 'It goes into a collection: give its name.';
  if (draft.text.trim() === '' && draft.image === null)
    problems['text'] = 'Type or paste a text, or add a picture.';
  return problems;
}

/** The article that a draft without problems is. */
export function articleOf(draft: ArticleDraft): NewArticle {
  const line = (text: string): string | null => text.replace(/\s+/gu, ' ').trim() || null;
  const language = readTyped('language', draft.language);
  return {
    headline: line(draft.headline) ?? '',
    source: line(draft.source),
    byline: line(draft.byline),
    date: line(draft.published),
    language: 'value' in language && typeof language.value === 'string' ? language.value : null,
    collection: draft.collection,
    text: draft.text,
    image: draft.image,
  };
}
