import { ByteWriter } from './byte-writer.ts';
import { dictionaryBlock } from './format.ts';
import type { DictionaryName } from './format.ts';
import type { WrittenPostings } from './postings-encoder.ts';
import type { SegmentOutput } from './segment-output.ts';
import { commonnessOf, endingOf, lettersOf, plainEnd } from './term-signature.ts';
import { signedDictionaries } from './term-signatures.ts';

/** What a dictionary says of a form besides its postings. */
export interface FormFacts {
  /** How many of its occurrences begin with a capital, and how many are all capitals. */
  readonly capitals: number;
  readonly uppers: number;
  /** The stem languages of the documents it occurs in, as bits. */
  readonly languages: number;
}

const noFacts: FormFacts = { capitals: 0, uppers: 0, languages: 0 };

/**
 * Gathers the terms of one dictionary, which must come in the order of their UTF-8 bytes, and writes them: blocks of 32
 * terms, each term without the bytes it shares with the one before, and the first term of every block as an index. In a
 * block all terms come before all numbers, so that whoever looks for terms need not read the numbers.
 */
export class DictionaryWriter {
  terms = 0;
  private readonly name: DictionaryName;
  private readonly blocks = new ByteWriter(1 << 16);
  private readonly blockKeys = new ByteWriter();
  private readonly blockNumbers = new ByteWriter();
  private readonly blockStarts = new ByteWriter();
  private readonly keyStarts = new ByteWriter();
  private readonly keys = new ByteWriter();
  private readonly letters = new ByteWriter();
  private readonly endings = new ByteWriter();
  private readonly commonness = new ByteWriter();
  private before: Uint8Array = new Uint8Array(0);
  /** Where the postings of the next term are, when they stand right behind those of this one. */
  private expected = 0;

  constructor(name: DictionaryName) {
    this.name = name;
  }

  add(key: Uint8Array, postings: WrittenPostings, facts: FormFacts = noFacts): void {
    let shared = 0;
    if (this.terms % dictionaryBlock === 0) {
      this.endBlock();
      this.blockStarts.uint32(this.blocks.length);
      this.keyStarts.uint32(this.keys.length);
      this.keys.raw(key);
      this.expected = 0;
    } else {
      const most = Math.min(key.length, this.before.length);
      while (shared < most && key[shared] === this.before[shared]) shared += 1;
    }
    const { blockKeys } = this;
    blockKeys.varint(shared);
    blockKeys.varint(key.length - shared);
    blockKeys.raw(key.subarray(shared));
    this.addNumbers(postings, facts);
    if (signedDictionaries.includes(this.name)) this.addSignature(key, postings.documents);
    this.expected = postings.offset + postings.dataLength + postings.positionsLength;
    this.before = key;
    this.terms += 1;
  }

  private addNumbers(postings: WrittenPostings, { capitals, uppers, languages }: FormFacts): void {
    const { blockNumbers } = this;
    blockNumbers.varint(postings.documents);
    blockNumbers.varint(postings.occurrences - postings.documents);
    blockNumbers.signedVarint(postings.offset - this.expected);
    blockNumbers.varint(postings.dataLength);
    blockNumbers.varint(postings.positionsLength);
    if (this.name !== 'forms') return;
    blockNumbers.varint(capitals);
    blockNumbers.varint(uppers);
    blockNumbers.varint(languages);
  }

  private addSignature(key: Uint8Array, documents: number): void {
    const end = plainEnd(key);
    this.letters.uint32(lettersOf(key, end));
    this.endings.uint32(endingOf(key, end));
    this.commonness.byte(commonnessOf(documents));
  }

  private endBlock(): void {
    if (this.blockKeys.length === 0) return;
    this.blocks.varint(this.blockKeys.length);
    this.blocks.raw(this.blockKeys.view());
    this.blocks.raw(this.blockNumbers.view());
    this.blockKeys.clear();
    this.blockNumbers.clear();
  }

  write(output: SegmentOutput): void {
    this.endBlock();
    const count = Math.ceil(this.terms / dictionaryBlock);
    this.blockStarts.uint32(this.blocks.length);
    this.keyStarts.uint32(this.keys.length);
    const index = new ByteWriter(8 * count + this.keys.length + 16);
    index.uint32(count);
    index.raw(this.keyStarts.view());
    index.raw(this.blockStarts.view());
    index.raw(this.keys.view());
    output.section(`${this.name}.terms`, this.blocks.view());
    output.section(`${this.name}.index`, index.view());
    if (!signedDictionaries.includes(this.name)) return;
    for (const part of ['letters', 'endings', 'commonness'] as const) {
      output.section(`${this.name}.${part}`, this[part].view());
    }
  }
}
