import { namedColumns } from './columns-writer.ts';
import type { NamedColumn } from './columns-writer.ts';
import type { DocumentRow } from './document-row.ts';
import type { SegmentInput } from './segment-input.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const firstDate = Date.UTC(-1, 11, 31);
const lastDate = Date.UTC(10_000, 0, 1);
const noNumbers = new Uint32Array(0);

/** The columns of a segment, each read when it is first asked for. All throw `DamagedSegment`. */
export class Columns {
  readonly documents: number;
  private readonly input: SegmentInput;
  private readonly loaded = new Map<string, Uint8Array>();
  private dateColumn: Float64Array | null = null;

  constructor(input: SegmentInput) {
    this.input = input;
    this.documents = input.contents.documents;
  }

  get norms(): Uint8Array {
    return this.column('norms', 1);
  }

  get fields(): Uint8Array {
    return this.column('fields', 1);
  }

  /** 1 for an item that is only listed. */
  get flags(): Uint8Array {
    return this.column('flags', 1);
  }

  get stemLanguages(): Uint8Array {
    return this.column('stem-languages', 1);
  }

  /** Start and end of each document's date, one after the other; NaN where there is none. */
  get dates(): Float64Array {
    this.dateColumn ??= this.readDates();
    return this.dateColumn;
  }

  /** Dates of four-digit years: others would make histograms without end. */
  private readDates(): Float64Array {
    const dates = new Float64Array(this.column('dates', 16).buffer, 0, this.documents * 2);
    for (const date of dates) {
      if (date < firstDate || date > lastDate) throw this.input.damaged('a date lies outside all years');
    }
    return dates;
  }

  /** The texts a named column may hold; the number n in it stands for the text n - 1. */
  table(column: NamedColumn | 'tags'): readonly string[] {
    return this.input.contents.tables[column] ?? [];
  }

  numbers(column: NamedColumn): Numbers {
    const { length } = this.table(column);
    const width = length < 0x100 ? 1 : length < 0x1_0000 ? 2 : 4;
    const bytes = this.column(column, width);
    if (width === 1) return bytes;
    const Numbered = width === 2 ? Uint16Array : Uint32Array;
    return new Numbered(bytes.buffer as ArrayBuffer, 0, this.documents);
  }

  /** The numbers of a document's tags in their table, from 1 on. */
  tags(document: number): Uint32Array {
    if (this.table('tags').length === 0) return noNumbers;
    const endBytes = this.column('tag-ends', null);
    const tagBytes = this.column('tags', null);
    if (endBytes.length !== 4 * (this.documents + 1))
      throw this.input.damaged('the ends of tags have another length');
    const ends = new Uint32Array(endBytes.buffer, 0, this.documents + 1);
    const all = new Uint32Array(tagBytes.buffer, 0, Math.floor(tagBytes.length / 4));
    return all.subarray(ends[document], ends[document + 1]);
  }

  /** The article's id: 32 hexadecimal digits. */
  id(document: number): string {
    const ids = this.column('ids', 16);
    const from = document * 16;
    let id = '';
    for (let at = from; at < from + 16; at += 1) id += hex[ids[at]!]!;
    return id;
  }

  /** The document with this id, or -1. */
  find(id: string): number {
    const order = new Uint32Array(this.column('id-order', 4).buffer, 0, this.documents);
    let low = 0;
    let high = this.documents - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const document = order[middle]!;
      if (document >= this.documents) throw this.input.damaged('the order of ids names no document');
      const found = this.id(document);
      if (found === id) return document;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  row(document: number): DocumentRow {
    const texts = namedColumns.map((column) => {
      const number = this.numbers(column)[document]!;
      return number === 0 ? null : (this.table(column)[number - 1] ?? null);
    });
    const [language = null, source = null, section = null, collection = null] = texts;
    return {
      id: this.id(document),
      listed: this.flags[document] === 1,
      norm: this.norms[document]!,
      fields: this.fields[document]!,
      stemLanguage: this.stemLanguages[document]!,
      start: this.dates[document * 2]!,
      end: this.dates[document * 2 + 1]!,
      language,
      source,
      section,
      collection,
      tags: Array.from(this.tags(document), (number) => this.table('tags')[number - 1] ?? ''),
    };
  }

  /** A whole section; `width` bytes a document, or null when it is not one entry a document. */
  private column(name: string, width: number | null): Uint8Array {
    let bytes = this.loaded.get(name);
    if (bytes === undefined) {
      bytes = this.input.section(name);
      if (width !== null && bytes.length !== width * this.documents) {
        throw this.input.damaged(`the column ${name} has another length`);
      }
      this.loaded.set(name, bytes);
    }
    return bytes;
  }
}
