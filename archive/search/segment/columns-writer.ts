import { ByteWriter } from './byte-writer.ts';
import type { DocumentRow } from './document-row.ts';
import type { SegmentOutput } from './segment-output.ts';

/** The columns that name a text by its number in a table; 0 stands for none. */
export const namedColumns = ['language', 'source', 'section', 'collection'] as const;
export type NamedColumn = (typeof namedColumns)[number];

/** Texts by number, in the order in which they were first met. */
class Table {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** From 1 on. */
  numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text);
      this.numbers.set(text, number);
    }
    return number;
  }
}

/** Numbers of one, two or four bytes each, as the largest needs. */
function narrow(values: readonly number[], largest: number): Uint8Array {
  if (largest < 0x100) return Uint8Array.from(values);
  const wide = largest < 0x1_0000 ? Uint16Array.from(values) : Uint32Array.from(values);
  return new Uint8Array(wide.buffer);
}

/** Gathers the columns of a segment, document by document, and writes them. */
export class ColumnsWriter {
  documents = 0;
  private readonly ids = new ByteWriter();
  private readonly hexIds: string[] = [];
  private readonly bytes = {
    norms: new ByteWriter(),
    fields: new ByteWriter(),
    flags: new ByteWriter(),
    'stem-languages': new ByteWriter(),
  };
  private readonly dates: number[] = [];
  private readonly named = namedColumns.map(() => ({ table: new Table(), numbers: [] as number[] }));
  private readonly tagTable = new Table();
  private readonly tagEnds: number[] = [0];
  private readonly tags: number[] = [];

  add(row: DocumentRow): void {
    for (let at = 0; at < 32; at += 2) this.ids.byte(Number.parseInt(row.id.slice(at, at + 2), 16));
    this.hexIds.push(row.id);
    this.bytes.norms.byte(row.norm);
    this.bytes.fields.byte(row.fields);
    this.bytes.flags.byte(row.listed ? 1 : 0);
    this.bytes['stem-languages'].byte(row.stemLanguage);
    this.dates.push(row.start, row.end);
    namedColumns.forEach((column, index) => {
      const { table, numbers } = this.named[index]!;
      const text = row[column];
      numbers.push(text === null ? 0 : table.numberOf(text));
    });
    for (const tag of row.tags) this.tags.push(this.tagTable.numberOf(tag));
    this.tagEnds.push(this.tags.length);
    this.documents += 1;
  }

  /** The length bytes of the documents so far. */
  norms(): Uint8Array {
    return this.bytes.norms.view();
  }

  /** The stem language of each document so far: its number plus one. */
  stemLanguages(): Uint8Array {
    return this.bytes['stem-languages'].view();
  }

  /** The texts that the columns name, for the contents. */
  tables(): Record<string, readonly string[]> {
    const tables: Record<string, readonly string[]> = { tags: this.tagTable.texts };
    namedColumns.forEach((column, index) => {
      tables[column] = this.named[index]!.table.texts;
    });
    return tables;
  }

  write(output: SegmentOutput): void {
    output.section('ids', this.ids.view());
    output.section('id-order', new Uint8Array(this.idOrder().buffer));
    for (const [name, writer] of Object.entries(this.bytes)) output.section(name, writer.view());
    output.section('dates', new Uint8Array(Float64Array.from(this.dates).buffer));
    namedColumns.forEach((column, index) => {
      const { table, numbers } = this.named[index]!;
      output.section(column, narrow(numbers, table.texts.length));
    });
    if (this.tags.length > 0) {
      output.section('tag-ends', new Uint8Array(Uint32Array.from(this.tagEnds).buffer));
      output.section('tags', new Uint8Array(Uint32Array.from(this.tags).buffer));
    }
  }

  /** The documents in the order of their ids. */
  private idOrder(): Uint32Array {
    const { hexIds } = this;
    const order = Uint32Array.from(hexIds, (_, index) => index);
    return order.sort((a, b) => (hexIds[a]! < hexIds[b]! ? -1 : 1));
  }
}
