import type { ReadingRoom } from '../controllers/reading-room.ts';
import type { Answered } from '../controllers/search-controller.ts';
import { formatDateRange } from '../format/date-ranges.ts';
import { indexingWords, missingFrom, totalWords } from '../format/result-words.ts';

/** The window's title: what is on the screen, the library when it is not the application's own, then the application's name. */
export function windowTitle({ place, search, index }: ReadingRoom, library: string | null): string {
  const application = library === null ? 'Cuttings' : `${library} – Cuttings`;
  if (place.screen === 'front') return application;
  if (place.screen === 'library') return `The library – ${application}`;
  const headline = place.reading ? search.hitAt(index)?.headline : undefined;
  const { collection, section, dates } = place.filter;
  const filters = [collection, section, dates ? formatDateRange(dates) : null].filter(
    (part) => part !== null,
  );
  const asked = [place.text.trim(), ...filters].filter((part) => part !== '').join(', ');
  return `${headline ?? (asked === '' ? 'All articles' : asked)} – ${application}`;
}

/** What a screen reader is told when results have come. */
export function resultWords({ answer }: Answered): string {
  if (answer.total > 0) return `${totalWords(answer)} found`;
  const missing = missingFrom(answer);
  return missing === 0 ? 'Nothing found' : `Nothing found yet. ${indexingWords(missing)}`;
}
