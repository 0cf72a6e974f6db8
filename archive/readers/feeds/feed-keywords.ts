import { onOneLine, textOf } from '../records/record-values.ts';
import { attributeOf, textIn } from './feed-constructs.ts';
import { wordsOfText, guessedText } from './feed-markup.ts';
import { allOf, feedChildren } from './feed-names.ts';
import type { FeedChildren } from './feed-names.ts';

const mostKeywords = 200;
const longestKeyword = 200;

/** Keywords each once, without what is no word: addresses that blog services sort their entries by. */
export function distinctKeywords(words: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const word of words) {
    if (found.size >= mostKeywords) break;
    const keyword = onOneLine(textOf(word));
    if (keyword !== '' && keyword.length <= longestKeyword && !/^https?:\/\//iu.test(keyword))
      found.add(keyword);
  }
  return [...found];
}

/** A category's words, which may have entities in them that were escaped twice. */
function wordsIn(text: string | null): string {
  const guessed = guessedText(text ?? '');
  return guessed === null ? '' : wordsOfText(guessed);
}

/** What an entry is filed under: `category` of RSS and Atom, `dc:subject`, and the lists of iTunes and Media RSS. */
export function keywordsIn(children: FeedChildren): readonly string[] {
  const podcasts = allOf(children, 'itunes:category').flatMap((outer) => {
    return [outer, ...allOf(feedChildren(outer), 'itunes:category')];
  });
  const categories = [...allOf(children, 'category', 'dc:subject', 'media:category'), ...podcasts].map(
    (category) => {
      const label = attributeOf(category, 'label') ?? attributeOf(category, 'term') ?? textIn(category);
      return wordsIn(label ?? attributeOf(category, 'text'));
    },
  );
  const lists = allOf(children, 'itunes:keywords', 'media:keywords').flatMap((list) =>
    (textIn(list) ?? '').split(','),
  );
  return distinctKeywords([...categories, ...lists]);
}
