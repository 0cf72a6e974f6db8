import type { StemLanguage } from '../analysis/stemming.ts';
import { stemLanguages } from '../analysis/stemming.ts';
import { ByteWriter } from './byte-writer.ts';
import type { DictionaryWriter } from './dictionary-writer.ts';
import type { SegmentOutput } from './segment-output.ts';

/** The term of a stem: its language's number as a digit-like character, then the stem. */
export function stemKey(language: StemLanguage, stem: string): string {
  return String.fromCharCode(48 + stemLanguages.indexOf(language)) + stem;
}

/** Writes the forms of a stem, as ascending numbers in the dictionary of forms, and adds the stem to its dictionary. */
export function writeStem(
  key: Uint8Array,
  forms: readonly number[],
  output: SegmentOutput,
  dictionary: DictionaryWriter,
): void {
  const data = new ByteWriter(forms.length * 4);
  let before = -1;
  for (const form of forms) {
    data.varint(form - before - 1);
    before = form;
  }
  const { offset } = output;
  output.write(data.view());
  const { length } = forms;
  dictionary.add(key, {
    offset,
    dataLength: data.length,
    positionsLength: 0,
    documents: length,
    occurrences: length,
  });
}
