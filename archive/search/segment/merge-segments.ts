import type { Cancellation } from '../../model/cancellation.ts';
import type { WritableFile } from '../store/files.ts';
import { ColumnsWriter } from './columns-writer.ts';
import { compareBytes } from './compare-bytes.ts';
import { DictionaryCursor } from './dictionary-cursor.ts';
import { DictionaryWriter } from './dictionary-writer.ts';
import { PostingsCopier } from './postings-copier.ts';
import { PostingsEncoder } from './postings-encoder.ts';
import type { RemovedDocuments } from './removed-documents.ts';
import { SegmentOutput } from './segment-output.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { DictionaryName } from './format.ts';
import { StemWriter } from './stem-writer.ts';

/** A segment to be merged, without its removed documents. */
export interface MergeInput {
  readonly segment: SegmentReader;
  readonly removed: RemovedDocuments | null;
}

/** Thrown when a merge was cancelled; nothing of it is kept. */
export class MergeCancelled extends Error {}

/** Number of the merged segment for each document of an input; -1 for a removed one. */
function numberDocuments(inputs: readonly MergeInput[]): readonly Int32Array[] {
  let next = 0;
  return inputs.map(({ segment, removed }) =>
    Int32Array.from({ length: segment.documents }, (_, document) => {
      if (removed?.has(document) === true) return -1;
      next += 1;
      return next - 1;
    }),
  );
}

/** Several dictionaries walked in one order. */
class MergedTerms {
  readonly cursors: readonly DictionaryCursor[];
  /** The inputs whose dictionary holds the present term, ascending. */
  readonly present: number[] = [];
  key = new Uint8Array(0);
  private readonly alive: boolean[];

  constructor(inputs: readonly MergeInput[], name: DictionaryName) {
    this.cursors = inputs.map(({ segment }) => new DictionaryCursor(segment[name]));
    this.alive = this.cursors.map((cursor, index) => {
      if (inputs[index]!.segment[name].terms === 0) return false;
      cursor.startBlock(0);
      return cursor.next();
    });
  }

  /** Goes to the next term that any has; false at the end. */
  next(): boolean {
    for (const index of this.present) this.alive[index] = this.cursors[index]!.next();
    this.present.length = 0;
    let least: Uint8Array | null = null;
    this.cursors.forEach((cursor, index) => {
      if (!this.alive[index]) return;
      const key = cursor.key.subarray(0, cursor.keyLength);
      const order = least === null ? -1 : compareBytes(key, least);
      if (order < 0) {
        least = key;
        this.present.length = 0;
      }
      if (order <= 0) this.present.push(index);
    });
    if (least === null) return false;
    this.key = (least as Uint8Array).slice();
    return true;
  }
}

class Merge {
  private readonly inputs: readonly MergeInput[];
  private readonly output: SegmentOutput;
  private readonly encoder: PostingsEncoder;
  private readonly copier: PostingsCopier;
  private readonly signal: Cancellation | undefined;
  /** For each input the new number of each form; -1 where all its documents were removed. */
  private readonly newForms: readonly Int32Array[];
  readonly dictionaries = {
    forms: new DictionaryWriter('forms'),
    pairs: new DictionaryWriter('pairs'),
    prefixes: new DictionaryWriter('prefixes'),
    stems: new StemWriter(),
  };

  constructor(
    inputs: readonly MergeInput[],
    output: SegmentOutput,
    { norms, signal }: { readonly norms: Uint8Array; readonly signal: Cancellation | undefined },
  ) {
    this.inputs = inputs;
    this.output = output;
    this.encoder = new PostingsEncoder(output, norms);
    this.copier = new PostingsCopier(this.encoder, numberDocuments(inputs));
    this.signal = signal;
    this.newForms = inputs.map(({ segment }) => new Int32Array(segment.forms.terms).fill(-1));
  }

  write(): void {
    this.mergeForms();
    this.mergePostings('prefixes', false);
    this.mergePostings('pairs', true);
    this.mergeStems();
    this.output.write(new Uint8Array(8));
    for (const dictionary of Object.values(this.dictionaries)) dictionary.write(this.output);
  }

  private mergeForms(): void {
    const merged = new MergedTerms(this.inputs, 'forms');
    const { forms } = this.dictionaries;
    while (this.nextTerm(merged)) {
      const postings = this.copyPostings(merged, true);
      if (postings === null) continue;
      let [capitals, uppers, languages] = [0, 0, 0];
      for (const index of merged.present) {
        const cursor = merged.cursors[index]!.read();
        capitals += cursor.capitals;
        uppers += cursor.uppers;
        languages |= cursor.languages;
        this.newForms[index]![cursor.ordinal] = forms.terms;
      }
      forms.add(merged.key, postings, { capitals, uppers, languages });
    }
  }

  private mergePostings(name: 'prefixes' | 'pairs', withPositions: boolean): void {
    const merged = new MergedTerms(this.inputs, name);
    while (this.nextTerm(merged)) {
      const postings = this.copyPostings(merged, withPositions);
      if (postings !== null) this.dictionaries[name].add(merged.key, postings);
    }
  }

  private copyPostings(merged: MergedTerms, withPositions: boolean) {
    this.encoder.begin(withPositions);
    for (const index of merged.present) {
      this.copier.copy(this.inputs[index]!.segment, merged.cursors[index]!.read(), index, withPositions);
    }
    return this.encoder.isEmpty ? null : this.encoder.end();
  }

  private mergeStems(): void {
    const merged = new MergedTerms(this.inputs, 'stems');
    while (this.nextTerm(merged)) {
      const forms = new Set<number>();
      for (const index of merged.present) {
        for (const form of this.inputs[index]!.segment.formsOfStem(merged.cursors[index]!.read())) {
          const number = this.newForms[index]![form] ?? -1;
          if (number >= 0) forms.add(number);
        }
      }
      if (forms.size === 0) continue;
      const sorted = [...forms].sort((a, b) => a - b);
      this.dictionaries.stems.add(merged.key, sorted);
    }
  }

  private nextTerm(merged: MergedTerms): boolean {
    if (this.signal?.aborted === true) throw new MergeCancelled('The merge was cancelled.');
    return merged.next();
  }
}

/**
 * Writes the documents of several segments, less those removed, as one segment, durably; the documents stay in order.
 * Returns the file's length. Throws `DamagedSegment`, `MergeCancelled`, or what the system throws; then the file is not
 * whole and is to be removed.
 */
export function mergeSegments(
  inputs: readonly MergeInput[],
  file: WritableFile,
  options: { readonly fingerprint: string; readonly signal?: Cancellation | undefined },
): number {
  const output = new SegmentOutput(file);
  try {
    const columns = new ColumnsWriter();
    for (const { segment, removed } of inputs) {
      for (let document = 0; document < segment.documents; document += 1) {
        if (removed?.has(document) !== true) columns.add(segment.columns.row(document));
      }
    }
    const merge = new Merge(inputs, output, { norms: columns.norms(), signal: options.signal });
    merge.write();
    columns.write(output);
    const { forms, pairs, prefixes, stems } = merge.dictionaries;
    output.finish({
      fingerprint: options.fingerprint,
      documents: columns.documents,
      terms: { forms: forms.terms, pairs: pairs.terms, prefixes: prefixes.terms, stems: stems.terms },
      tables: columns.tables(),
    });
    return output.offset;
  } catch (error) {
    output.abandon();
    throw error;
  }
}
