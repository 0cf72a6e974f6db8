import { speaks } from '../execute/match-terms.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { PostingsCursor } from '../segment/postings-cursor.ts';
import type { TermEntry } from '../segment/dictionary-cursor.ts';
import type { LiveSegment } from '../store/snapshot.ts';

const counted = new WeakMap<LiveSegment, Map<number | string, number>>();
const cursor = new PostingsCursor();

function countLive({ segment, removed }: LiveSegment, entry: TermEntry, languages: number): number {
  const { stemLanguages } = segment.columns;
  let count = 0;
  segment.postings(entry, cursor);
  while (cursor.next()) {
    for (let index = 0; index < cursor.count; index += 1) {
      const document = cursor.docs[index]!;
      if (removed?.has(document) !== true && speaks(languages, stemLanguages[document]!)) count += 1;
    }
  }
  return count;
}

/** Whether all documents that are not removed are in these languages. */
function allSpeak({ byLanguage, live }: LiveSegment, languages: number): boolean {
  let speaking = 0;
  byLanguage.forEach((count, number) => {
    if (speaks(languages, number)) speaking += count;
  });
  return speaking === live;
}

/**
 * In how many documents that are not removed a term stands, of those in some languages (as bits; 0 for all). Where nothing
 * was removed and all are in them, the dictionary says so; elsewhere its postings are looked through, once as long as this
 * state of the segment is in use.
 */
export function liveDocuments(live: LiveSegment, entry: TermEntry, languages = 0): number {
  const { removed, segment } = live;
  const wanted = languages === 0 || allSpeak(live, languages) ? 0 : languages;
  if (removed === null && wanted === 0) return entry.documents;
  let known = counted.get(live);
  if (known === undefined) {
    known = new Map();
    counted.set(live, known);
  }
  // The place of the postings tells terms of all dictionaries apart.
  const key = wanted === 0 ? entry.offset : `${String(entry.offset)} ${String(wanted)}`;
  let count = known.get(key);
  if (count === undefined) {
    count = inSegment(segment.name, () => countLive(live, entry, wanted));
    known.set(key, count);
  }
  return count;
}
