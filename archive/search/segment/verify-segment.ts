import { dictionaryNames } from './format.ts';
import type { SegmentReader } from './segment-reader.ts';

/**
 * Reads a whole segment: every byte against its checksum, every term of every dictionary, every block of postings. Throws
 * `DamagedSegment` at the first thing that is not as it was written.
 */
export function verifySegment(segment: SegmentReader): void {
  segment.input.verify();
  for (const name of dictionaryNames) {
    const dictionary = segment[name];
    if (dictionary.terms === 0) continue;
    const cursor = segment.cursor(dictionary);
    cursor.startBlock(0);
    while (cursor.next()) {
      cursor.read();
      if (name === 'stems') {
        segment.formsOfStem(cursor);
        continue;
      }
      const postings = segment.postings(cursor);
      while (postings.next()) postings.loadFrequencies();
    }
  }
  for (let document = 0; document < segment.documents; document += 1) segment.columns.row(document);
}
