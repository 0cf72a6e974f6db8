import type { Files } from '../store/files.ts';
import { packingSlack } from './bit-packing.ts';
import { Columns } from './columns.ts';
import { DamagedSegment } from './damaged-segment.ts';
import { DictionaryCursor } from './dictionary-cursor.ts';
import type { TermEntry } from './dictionary-cursor.ts';
import { ByteReader } from './byte-reader.ts';
import { PostingsCursor } from './postings-cursor.ts';
import { PositionsReader } from './positions-reader.ts';
import { SegmentInput } from './segment-input.ts';
import { TermDictionary } from './term-dictionary.ts';

/** A segment, open. It is shared by all who search it; the last one who releases it closes the file. */
export class SegmentReader {
  readonly name: string;
  readonly documents: number;
  readonly input: SegmentInput;
  readonly columns: Columns;
  readonly forms: TermDictionary;
  readonly pairs: TermDictionary;
  readonly prefixes: TermDictionary;
  readonly stems: TermDictionary;
  /** The forms of all stems, in memory from when they are first asked for. */
  private stemLists: Uint8Array | null = null;
  private users = 1;

  constructor(input: SegmentInput) {
    this.input = input;
    this.name = input.name;
    this.documents = input.contents.documents;
    this.columns = new Columns(input);
    this.forms = new TermDictionary(input, 'forms');
    this.pairs = new TermDictionary(input, 'pairs');
    this.prefixes = new TermDictionary(input, 'prefixes');
    this.stems = new TermDictionary(input, 'stems');
  }

  /** One more user. */
  acquire(): this {
    this.users += 1;
    return this;
  }

  release(): void {
    this.users -= 1;
    if (this.users === 0) this.input.close();
  }

  /** The cursor over a term's postings; its bytes are in memory of their own. */
  postings(entry: TermEntry, cursor = new PostingsCursor()): PostingsCursor {
    const { dataLength, offset, documents } = entry;
    if (dataLength > this.input.contents.covered) throw this.input.damaged('a list of postings is too long');
    const bytes = new Uint8Array(dataLength + packingSlack);
    this.input.read(bytes, dataLength, offset);
    cursor.open(bytes, 0, dataLength, documents, this.documents);
    return cursor;
  }

  positions(entry: TermEntry, reader = new PositionsReader()): PositionsReader {
    reader.open(this.input, entry.offset + entry.dataLength, entry.positionsLength);
    return reader;
  }

  /** The forms of a stem, as numbers in the dictionary of forms. */
  formsOfStem(entry: TermEntry): readonly number[] {
    const { offset, dataLength, documents } = entry;
    const lists = (this.stemLists ??= this.input.section('stems.forms'));
    if (documents > dataLength || offset < 0 || offset + dataLength > lists.length) {
      throw this.input.damaged('a stem has too many forms');
    }
    const reader = new ByteReader(lists, offset, offset + dataLength);
    const forms: number[] = [];
    let before = -1;
    for (let index = 0; index < documents; index += 1) {
      before += reader.varint() + 1;
      forms.push(before);
    }
    return forms;
  }

  cursor(dictionary: TermDictionary): DictionaryCursor {
    return new DictionaryCursor(dictionary);
  }
}

/** Opens a segment's file. Throws `DamagedSegment` with the file's name, or what the system throws. */
export function openSegment(files: Files, name: string): SegmentReader {
  const file = files.open(name);
  try {
    return new SegmentReader(new SegmentInput(file, name));
  } catch (error) {
    file.close();
    if (error instanceof DamagedSegment) error.file = name;
    throw error;
  }
}
