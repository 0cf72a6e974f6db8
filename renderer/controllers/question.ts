import type { MarkRequest } from '../../archive/api/reading.ts';
import type { Sort } from '../../archive/model/search.ts';
import type { Settings } from '../../main/bridge/settings.ts';
import type { Place } from './place.ts';
import type { Question } from './search-controller.ts';

/** The order that can be: without words nothing is more relevant than anything else, so the newest come first. */
export function effectiveSort(text: string, chosen: Sort): Sort {
  return text.trim() === '' && chosen === 'relevance' ? 'newest' : chosen;
}

/** What a place asks of the archive under the settings of the moment. */
export function questionOf(place: Place, settings: Settings): Question {
  return {
    text: place.text,
    match: settings.match,
    exactSpelling: settings.exactSpelling,
    sort: effectiveSort(place.text, settings.sort),
    typing: place.typing,
    filter: place.filter,
  };
}

/** Whether two questions ask for the same articles in the same order. */
export function sameQuestion(a: Question, b: Question): boolean {
  const key = ({ text, match, exactSpelling, sort, typing, filter }: Question) =>
    JSON.stringify([text, match, exactSpelling, sort, typing, filter]);
  return key(a) === key(b);
}

/** The part of a question that decides the marks in an article; null when there are no words to mark. */
export function marksOf({ text, match, exactSpelling, typing }: Question): MarkRequest | null {
  return text.trim() === '' ? null : { text, match, exactSpelling, typing };
}

/** Whether two mark requests mark the same. */
export function sameMarks(a: MarkRequest | null, b: MarkRequest | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.text === b.text && a.match === b.match && a.exactSpelling === b.exactSpelling && a.typing === b.typing
  );
}
