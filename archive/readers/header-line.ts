import type { DateLine } from '../text/date-lines.ts';
import type { Line } from './lines.ts';
import type { DraftLink } from './reader.ts';
import type { Banner } from './page-banner.ts';

/** What a line before the first paragraph was taken for. */
export type HeaderRole =
  | 'banner'
  | 'furniture'
  | 'date'
  | 'byline'
  | 'url'
  | 'image'
  | 'section'
  | 'source'
  | 'listed'
  | 'item'
  | 'text';

/** A line of the header with what it was taken for. */
export interface HeaderLine {
  readonly line: Line;
  /** Its index among the lines, and how many of them it takes. */
  readonly at: number;
  readonly taken: number;
  readonly role: HeaderRole;
  readonly date: DateLine | null;
  readonly banner: Banner | null;
  readonly links: readonly DraftLink[];
}
