import { speaks } from '../execute/match-terms.ts';
import { packingSlack } from '../segment/bit-packing.ts';
import { DamagedSegment, inSegment } from '../segment/damaged-segment.ts';
import { PostingsCursor } from '../segment/postings-cursor.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { TermEntry } from '../segment/dictionary-cursor.ts';
import type { LiveSegment } from '../store/snapshot.ts';

const counted = new WeakMap<LiveSegment, Map<number | string, number>>();
const cursor = new PostingsCursor();
/** Used again for each list, and no larger than this for the next one. */
let room = new Uint8Array(0);
const largestRoom = 1 << 20;

function open(segment: SegmentReader, { dataLength, offset, documents }: TermEntry): PostingsCursor {
  if (dataLength > segment.input.contents.covered) throw new DamagedSegment('a list of postings is too long');
  const needed = dataLength + packingSlack;
  const bytes = room.length < needed ? new Uint8Array(Math.max(needed, 2 * room.length)) : room;
  if (bytes.length <= largestRoom) room = bytes;
  segment.input.read(bytes, dataLength, offset);
  cursor.open(bytes, 0, dataLength, documents, segment.documents);
  return cursor;
}

function countLive({ segment, removed }: LiveSegment, entry: TermEntry, languages: number): number {
  const { stemLanguages } = segment.columns;
  // By the number of a document's language: 1 where it counts.
  const counts = Uint8Array.from({ length: 256 }, (_, ofDocument) => (speaks(languages, ofDocument) ? 1 : 0));
  const { docs } = open(segment, entry);
  let count = 0;
  while (cursor.next()) {
    for (let index = 0; index < cursor.count; index += 1) {
      const document = docs[index]!;
      if (removed === null || !removed.has(document)) count += counts[stemLanguages[document]!]!;
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
