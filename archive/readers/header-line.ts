import type { DateLine } from '../text/date-lines.ts';
import type { Line } from './lines.ts';
import type { Banner } from './page-banner.ts';

/** What a line before the first paragraph was taken for. */
export type HeaderRole =
  'banner' | 'furniture' | 'date' | 'byline' | 'url' | 'image' | 'section' | 'source' | 'text';

/** A line of the header with what it was taken for. */
export interface HeaderLine {
  readonly line: Line;
  readonly role: HeaderRole;
  readonly date: DateLine | null;
  readonly banner: Banner | null;
}
