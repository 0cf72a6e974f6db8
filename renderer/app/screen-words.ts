import type { ReadingRoom } from '../controllers/reading-room.ts';
import type { Answered } from '../controllers/search-controller.ts';
import { formatDateRange } from '../format/date-ranges.ts';
import { indexingWords, missingFrom, totalWords } from '../format/result-words.ts';

/** The window's title: what is on the screen, then the application's name. */
export function windowTitle({ place, search, index }: ReadingRoom): string {
  if (place.screen === 'front') return 'Cuttings';
  const headline = place.reading ? search.hitAt(index)?.headline : undefined;
  const { collection, section, dates } = place.filter;
  const filters = [collection, section, dates ? formatDateRange(dates) : null].filter(
    (part) => part !== null,
  );
  const asked = [place.text.trim(), ...filters].filter((part) => part !== '').join(', ');
  return `${headline ?? (asked === '' ? 'All articles' : asked)} – Cuttings`;
}

/** What a screen reader is told when results have come. */
export function resultWords({ answer }: Answered): string {
  if (answer.total > 0) return `${totalWords(answer)} found`;
  const missing = missingFrom(answer);
  return missing === 0 ? 'Nothing found' : `Nothing found yet. ${indexingWords(missing)}`;
}
