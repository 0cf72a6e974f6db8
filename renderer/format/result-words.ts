import type { SearchAnswer } from '../../archive/model/search.ts';
import { formatCount } from './numbers.ts';

/** How many were found, and whether that is all: `1,234 articles`, `at least 1,234 articles`. */
export function countWords({ total, exact }: Pick<SearchAnswer, 'total' | 'exact'>): string {
  return `${exact ? '' : 'at least '}${formatCount(total, 'article')}`;
}

/** The same at the beginning of a sentence. */
export function totalWords(answer: Pick<SearchAnswer, 'total' | 'exact'>): string {
  const words = countWords(answer);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How many articles the index does not have yet, and so were not searched; 0 when it has all. */
export function missingFrom({ notices }: Pick<SearchAnswer, 'notices'>): number {
  return notices.reduce((most, notice) => (notice.code === 'indexing' ? notice.missing : most), 0);
}

/** That the index does not have everything yet. */
export function indexingWords(missing: number): string {
  return `${formatCount(missing, 'more article')} ${missing === 1 ? 'is' : 'are'} being indexed and will be found then.`;
}
