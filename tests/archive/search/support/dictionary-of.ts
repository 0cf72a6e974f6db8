import { DictionaryWriter } from '../../../../archive/search/segment/dictionary-writer.ts';
import { SegmentInput } from '../../../../archive/search/segment/segment-input.ts';
import { SegmentOutput } from '../../../../archive/search/segment/segment-output.ts';
import { TermDictionary } from '../../../../archive/search/segment/term-dictionary.ts';
import type { Files } from '../../../../archive/search/store/files.ts';
import { MemoryFiles } from './memory-files.ts';

/** What a test's term has: those of the term with this number are told apart by their offset. */
export function postingsAt(offset: number, documents = 2) {
  return { offset, dataLength: 5, positionsLength: 3, documents, occurrences: documents + 2 };
}

interface Facts {
  /** Where the postings of the term with this number are. */
  readonly offsetOf?: (number: number) => number;
  /** In how many documents it stands. */
  readonly documentsOf?: (number: number) => number;
}

/** A dictionary of words, which must be in order, in a file of its own. */
export function dictionaryOf(
  keys: readonly Uint8Array[],
  { offsetOf = (number) => number * 1_000, documentsOf = () => 2 }: Facts = {},
  files: Files = new MemoryFiles(),
): TermDictionary {
  const output = new SegmentOutput(files.create('dictionary'));
  const forms = new DictionaryWriter('forms');
  keys.forEach((key, number) => forms.add(key, postingsAt(offsetOf(number), documentsOf(number))));
  forms.write(output);
  for (const name of ['pairs', 'prefixes', 'stems'] as const) new DictionaryWriter(name).write(output);
  const terms = { forms: forms.terms, pairs: 0, prefixes: 0, stems: 0 };
  output.finish({ fingerprint: 'test', documents: 0, terms, tables: {} });
  return new TermDictionary(new SegmentInput(files.open('dictionary'), 'dictionary'), 'forms');
}
