import type { StemLanguage } from '../analysis/stemming.ts';
import { stemLanguages } from '../analysis/stemming.ts';
import { ByteWriter } from './byte-writer.ts';
import { DictionaryWriter } from './dictionary-writer.ts';
import type { SegmentOutput } from './segment-output.ts';

/** The first character of those that stand for languages. */
const firstLanguage = 48;

/** The term of a stem: the stem, a NUL, and a character for its language. So all languages of one stem stand together. */
export function stemKey(language: StemLanguage, stem: string): string {
  return `${stem}\u0000${String.fromCharCode(firstLanguage + stemLanguages.indexOf(language))}`;
}

/** The number of the language of a stem's term, from its last byte; none of a damaged one may be a language's. */
export function languageOfStem(lastByte: number): number {
  return lastByte - firstLanguage;
}

/** Writes the dictionary of stems, and for each of them its forms. */
export class StemWriter {
  private readonly dictionary = new DictionaryWriter('stems');
  private readonly lists = new ByteWriter(1 << 16);

  get terms(): number {
    return this.dictionary.terms;
  }

  /** `forms` are ascending numbers in the dictionary of forms. Stems must come in the order of their terms. */
  add(key: Uint8Array, forms: readonly number[]): void {
    const { lists } = this;
    const offset = lists.length;
    let before = -1;
    for (const form of forms) {
      lists.varint(form - before - 1);
      before = form;
    }
    const { length } = forms;
    const dataLength = lists.length - offset;
    this.dictionary.add(key, {
      offset,
      dataLength,
      positionsLength: 0,
      documents: length,
      occurrences: length,
    });
  }

  write(output: SegmentOutput): void {
    this.dictionary.write(output);
    output.section('stems.forms', this.lists.view());
  }
}
