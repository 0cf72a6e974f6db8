import type { Segment } from './ct-segmented.ts';
import type { ArticleView } from './events.ts';

/** The ways to see an article, in the order they are offered. */
export const articleViews: readonly (Segment & { readonly value: ArticleView })[] = [
  { value: 'clean', label: 'Clean' },
  { value: 'side', label: 'Side by side' },
  { value: 'original', label: 'Original' },
];
