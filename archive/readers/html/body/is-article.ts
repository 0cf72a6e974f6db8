import type { FoundArticle } from './article-finder.ts';
import { isProse } from './furniture-text.ts';
import { linkShare } from './unit-measures.ts';

/** Titles of pages that a server makes instead of an article. */
const errorTitle =
  /^(?:(?:error|http)\s*)?(?:40[0-9]|41[0-9]|50[0-9])\b|^(?:error|page not found|not found|file not found|access denied|forbidden|bad request|bad gateway|service unavailable|internal server error|object moved|document moved|moved permanently|redirecting|just a moment|attention required|one moment|are you a robot|index of \/|under construction|account suspended|stranica nije pronađena|страница није пронађена|faqja nuk u gjet|seite nicht gefunden|page introuvable)/iu;
const longestError = 1_500;
/** Less is no text, not even a flash. */
const shortest = 20;
/** A page of which so many headings are links, and as many as it has paragraphs, lists articles and is none. */
const fewestTeasers = 5;

/**
 * Whether what was found in a page is an article: not the few words of a page of errors, and not a front page, on which
 * headings are links and each paragraph leads into another article.
 */
export function isArticle({ standfirst, units, teasers }: FoundArticle, title: string): boolean {
  const text = units.filter(({ kind }) => kind !== 'image' && kind !== 'caption');
  const length = text.reduce((sum, unit) => sum + unit.text.length, standfirst?.length ?? 0);
  if (length < shortest) return false;
  if (length < longestError && errorTitle.test(title.trim())) return false;
  const paragraphs = text.filter((unit) => isProse(unit.text) && linkShare(unit) < 0.4).length;
  return teasers < Math.max(fewestTeasers, paragraphs * 0.6);
}
