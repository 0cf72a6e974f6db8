/*
 * The outline of a segment's file. `docs/index-format.md` describes every byte.
 *
 *   header     magic, version
 *   data       postings and positions, one term after another; then the sections
 *   checksums  one CRC-32 for every 64 KB before it
 *   contents   JSON: where the sections are, and counts
 *   trailer    where the contents are, their CRC-32, magic
 */

/** Eight bytes that no text file begins with; a transfer that changes line ends is noticed. */
export const magic = Uint8Array.from([0x8c, 0x43, 0x75, 0x74, 0x73, 0x0d, 0x0a, 0x1a]);
export const formatVersion = 2;
export const headerLength = 16;
export const trailerLength = 24;
/** What one checksum covers. */
export const checkedBlock = 65_536;
/** Postings of one block; the smallest unit that is skipped or read. */
export const blockPostings = 128;
/** Terms of one block of a dictionary. */
export const dictionaryBlock = 32;
/** Between two parts of a document, so that no phrase reaches from one into the next. */
export const partGap = 100;

/** The four dictionaries: words, pairs of common words, beginnings of words, stems. */
export const dictionaryNames = ['forms', 'pairs', 'prefixes', 'stems'] as const;
export type DictionaryName = (typeof dictionaryNames)[number];

/** `[offset, length]` in bytes. */
export type SectionPlace = readonly [offset: number, length: number];

/** What the contents say. */
export interface Contents {
  readonly version: number;
  /** Of the analysis that made the terms. */
  readonly fingerprint: string;
  readonly documents: number;
  /** The bytes that checksums cover: all before the checksums. */
  readonly covered: number;
  readonly checksumsCrc: number;
  readonly sections: Readonly<Record<string, SectionPlace>>;
  /** How many terms each dictionary has. */
  readonly terms: Readonly<Record<DictionaryName, number>>;
  /** The texts that the columns name by number. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}
