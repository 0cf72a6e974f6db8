import type { ArticleSummary } from '../../archive/model/article.ts';
import type { PartialDate } from '../../archive/model/partial-date.ts';
import { formatPartialDate } from './dates.ts';
import { languageName } from './languages.ts';

/** A date in words without its time: `28 November 2007`. */
export function formatDay(date: PartialDate): string {
  const words = formatPartialDate(date);
  return date.precision === 'minute' || date.precision === 'second' ? (words.split(',')[0] ?? words) : words;
}

/**
 * What a list says of an article beside its source: the date (for want of one its section, else `undated`), and the
 * language when it is not English.
 */
export function factsOf(article: ArticleSummary): readonly string[] {
  const { published, section, language } = article;
  const when = published ? formatPartialDate(published) : (section ?? 'undated');
  const english = language === null || /^en(-|$)/i.test(language);
  return english ? [when] : [when, languageName(language)];
}

/** Why a listed item cannot be opened like an article: `Listed on the page of 28 November 2007, not in the archive`. */
export function listedSentence({ listedOn }: ArticleSummary): string {
  if (!listedOn) return 'Listed on a page, not in the archive';
  const where = listedOn.published
    ? `the page of ${formatDay(listedOn.published)}`
    : `the page “${listedOn.headline}”`;
  return `Listed on ${where}, not in the archive`;
}
