import { DamagedSegment } from './damaged-segment.ts';
import type { DictionaryCursor } from './dictionary-cursor.ts';
import { dictionaryNames } from './format.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { commonnessOf, endingOf, lettersOf } from './term-signature.ts';
import { signedDictionaries } from './term-signatures.ts';

/**
 * Reads a whole segment: every byte against its checksum, every term of every dictionary with its signature, every block of
 * postings. Throws `DamagedSegment` at the first thing that is not as it was written.
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
      if (signedDictionaries.includes(name)) verifySignature(dictionary, cursor);
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

/** A wrong signature would leave a word out of a wildcard's, silently. */
function verifySignature({ signatures }: TermDictionary, cursor: DictionaryCursor): void {
  const { key, foldedLength, ordinal, documents } = cursor;
  const isRight =
    signatures.letters[ordinal] === (lettersOf(key, foldedLength) | 0) &&
    signatures.endings[ordinal] === (endingOf(key, foldedLength) | 0) &&
    signatures.commonness[ordinal] === commonnessOf(documents);
  if (!isRight) throw new DamagedSegment('a term has the signature of another one');
}
