import { stemLanguages } from '../analysis/stemming.ts';
import type { WritableFile } from '../store/files.ts';
import { DictionaryWriter } from './dictionary-writer.ts';
import { OccurrencesWriter } from './occurrences-writer.ts';
import { PostingsEncoder } from './postings-encoder.ts';
import { addPrefixes, writePrefixes } from './prefix-writer.ts';
import type { SegmentBuilder } from './segment-builder.ts';
import { SegmentOutput } from './segment-output.ts';
import { stemKey, StemWriter } from './stem-writer.ts';
import type { Inverted } from './token-log.ts';
import type { Form } from './vocabulary.ts';

// Without the flag u: one half of a pair is looked for.
const surrogate = /[\ud800-\udfff]/;

/** A term with its number in the log, in the order of the dictionary. */
interface Ordered<T> {
  readonly key: string;
  readonly term: number;
  readonly value: T;
}

/** By code points, as UTF-8 sorts; JavaScript's own order differs where surrogates meet the characters above them. */
export function compareCodePoints(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x === y) continue;
    const [xHigh, yHigh] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
    return xHigh === yHigh ? x - y : xHigh ? 1 : -1;
  }
  return a.length - b.length;
}

function inOrder<T>(values: readonly T[], keyOf: (value: T, term: number) => string): readonly Ordered<T>[] {
  const all = values.map((value, term) => ({ key: keyOf(value, term), term, value }));
  const astral = all.some(({ key }) => surrogate.test(key));
  return astral
    ? all.sort((a, b) => compareCodePoints(a.key, b.key))
    : all.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** For each term the stem languages of the documents it occurs in, as bits. */
function languagesOf(inverted: Inverted, term: number, ofDocuments: Uint8Array): number {
  let bits = 0;
  const end = inverted.starts[term + 1]!;
  for (let at = inverted.starts[term]!; at < end; at += 1) {
    const language = ofDocuments[inverted.documents[at]!]!;
    if (language > 0) bits |= 1 << (language - 1);
  }
  return bits;
}

/** The forms of each stem by their place in the order; a form that is its own stem, alone, is left out. */
function stemsOf(forms: readonly Ordered<Form>[], languages: Int32Array): Map<string, number[]> {
  const stems = new Map<string, number[]>();
  stemLanguages.forEach((language, number) => {
    const own = new Map<string, number[]>();
    forms.forEach(({ value }, place) => {
      if ((languages[place]! & (1 << number)) === 0) return;
      const stem = value.stem(language);
      if (stem === null) return;
      const list = own.get(stem);
      if (list === undefined) own.set(stem, [place]);
      else list.push(place);
    });
    for (const [stem, list] of own) {
      const trivial = list.length === 1 && forms[list[0]!]!.value.folded === stem;
      if (!trivial) stems.set(stemKey(language, stem), list);
    }
  });
  return stems;
}

/** Writes what a builder holds as a segment, durably. Returns the file's length. */
export function writeSegment(builder: SegmentBuilder, file: WritableFile, fingerprint: string): number {
  const output = new SegmentOutput(file);
  try {
    const writer = new SegmentWriting(builder, output);
    const terms = writer.write();
    const { columns } = builder;
    columns.write(output);
    output.finish({ fingerprint, documents: columns.documents, terms, tables: columns.tables() });
    return output.offset;
  } catch (error) {
    output.abandon();
    throw error;
  }
}

class SegmentWriting {
  private readonly builder: SegmentBuilder;
  private readonly output: SegmentOutput;
  private readonly encoder: PostingsEncoder;
  private readonly dictionaries = {
    forms: new DictionaryWriter('forms'),
    pairs: new DictionaryWriter('pairs'),
    prefixes: new DictionaryWriter('prefixes'),
    stems: new StemWriter(),
  };

  constructor(builder: SegmentBuilder, output: SegmentOutput) {
    this.builder = builder;
    this.output = output;
    this.encoder = new PostingsEncoder(output, builder.columns.norms());
  }

  /** Writes postings and dictionaries; the number of terms of each. */
  write() {
    const { builder, dictionaries } = this;
    const forms = inOrder(builder.forms, ({ key }) => key);
    const inverted = builder.formLog.invert(builder.forms.length);
    const languages = this.writeForms(forms, inverted);
    this.writePrefixes(forms, inverted);
    this.writePairs();
    const stems = inOrder([...stemsOf(forms, languages)], ([stem]) => stem);
    for (const { key, value } of stems) {
      dictionaries.stems.add(Buffer.from(key), value[1]);
    }
    // The readers of packed numbers may look a few bytes beyond the last postings.
    this.output.write(new Uint8Array(8));
    for (const dictionary of Object.values(dictionaries)) dictionary.write(this.output);
    return {
      forms: dictionaries.forms.terms,
      pairs: dictionaries.pairs.terms,
      prefixes: dictionaries.prefixes.terms,
      stems: dictionaries.stems.terms,
    };
  }

  private writeForms(forms: readonly Ordered<Form>[], inverted: Inverted): Int32Array {
    const { builder } = this;
    const occurrences = new OccurrencesWriter(this.encoder, inverted);
    const ofDocuments = builder.columns.stemLanguages();
    return Int32Array.from(forms, ({ key, term }) => {
      const languages = languagesOf(inverted, term, ofDocuments);
      const [capitals, uppers] = [builder.capitals[term]!, builder.uppers[term]!];
      const facts = { capitals, uppers, languages };
      this.dictionaries.forms.add(Buffer.from(key), occurrences.write(term), facts);
      return languages;
    });
  }

  private writePrefixes(forms: readonly Ordered<Form>[], inverted: Inverted): void {
    const folded = forms.map(({ value, term }) => ({ folded: value.folded, term }));
    const prefixes = writePrefixes(folded, inverted, this.builder.documents, this.encoder);
    addPrefixes(prefixes, this.dictionaries.prefixes);
  }

  private writePairs(): void {
    const { builder } = this;
    const inverted = builder.pairLog.invert(builder.pairs.length);
    const occurrences = new OccurrencesWriter(this.encoder, inverted);
    for (const { key, term } of inOrder(builder.pairs, (_, number) => builder.pairKey(number))) {
      this.dictionaries.pairs.add(Buffer.from(key), occurrences.write(term));
    }
  }
}
