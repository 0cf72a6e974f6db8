import { stemOf } from '../analysis/stemming.ts';
import type { StemLanguage } from '../analysis/stemming.ts';
import { isPairWord } from '../analysis/stop-words.ts';
import { capitalOf, wordForms } from '../analysis/word-forms.ts';
import { wordHash } from '../analysis/word-hash.ts';

/** A term of the dictionary of forms: a word as written (case folded) under its plain spelling. */
export class Form {
  readonly folded: string;
  readonly written: string;
  /** Its number among the pair words, or -1. */
  readonly pairWord: number;
  /** The builder that numbered it last, and the number. */
  builder = 0;
  number = 0;
  private stems: Map<StemLanguage, string | null> | null = null;

  constructor(folded: string, written: string, pairWord: number) {
    this.folded = folded;
    this.written = written;
    this.pairWord = pairWord;
  }

  /** Its term: the plain spelling, and behind a NUL the written one where that differs. */
  get key(): string {
    return this.folded === this.written ? this.folded : `${this.folded}\u0000${this.written}`;
  }

  stem(language: StemLanguage): string | null {
    this.stems ??= new Map();
    let stem = this.stems.get(language);
    if (stem === undefined) {
      stem = stemOf(language, this);
      this.stems.set(language, stem);
    }
    return stem;
  }
}

/** With more distinct words than this the memory starts anew with the next builder; it must not grow with the archive. */
const remembered = 300_000;
/** Places of the table at first, a power of two; it is doubled when more than half are taken. */
const fewestPlaces = 1 << 16;

/*
 * What is known of a word stands together in eight numbers. Words stand in the order in which they were first met: those
 * that are met again and again are near each other, and stay in the processor's own memory.
 */
const stride = 8;
const textHashAt = 0;
const lettersAt = 1;
const lengthAt = 2;
/** 1: begins with a capital; 2: all capitals. */
export const capitalAt = 3;
/** Its number among the pair words when it has one form, or -1. */
export const pairWordAt = 4;
/** The builder that numbered it last, and the number: that of its form, or -1 when it has not one form. */
export const builderAt = 5;
export const numberAt = 6;
/** `wordHash` of its plain spelling; of the first, where it has two. */
export const hashAt = 7;

/**
 * The analysis of words, each done once as long as it is remembered. A hash table of our own, because it is asked for every
 * word of every text: it compares with the text where it stands, and no string is made for a word that is known.
 */
export class Vocabulary {
  /** The pair words met, by their number. */
  readonly pairWords: string[] = [];
  /** See `stride`; the builder writes its numbers here. Another array after the table has grown. */
  slots = new Int32Array(fewestPlaces * stride);
  /** For each place of the table the number of the word there plus one; 0 where it is free. */
  private table = new Int32Array(fewestPlaces);
  private readonly pairNumbers = new Map<string, number>();
  private letters = new Uint16Array(1 << 20);
  private lettersUsed = 0;
  private words: (readonly Form[])[] = [];
  private forms = new Map<string, Form>();
  private builders = 0;

  /** A number for a builder that no other has. Builders must not take turns: words may be forgotten between two. */
  nextBuilder(): number {
    if (this.words.length > remembered) this.forget();
    this.builders += 1;
    return this.builders;
  }

  /** Where in `slots` the word at `[start, end)` of a text's code units has its numbers. */
  find(units: Uint16Array, start: number, end: number): number {
    const length = end - start;
    let hash = length;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + units[at]!) | 0;
    const { slots, letters, table } = this;
    const last = table.length - 1;
    let place = (hash ^ (hash >>> 15)) & last;
    for (let word = table[place]!; word > 0; word = table[place]!) {
      const slot = (word - 1) * stride;
      if (slots[slot + textHashAt] === hash && slots[slot + lengthAt] === length) {
        const from = slots[slot + lettersAt]!;
        let same = 0;
        while (same < length && letters[from + same] === units[start + same]) same += 1;
        if (same === length) return slot;
      }
      place = (place + 1) & last;
    }
    return this.remember(units.subarray(start, end), hash);
  }

  /** The forms of the word that `find` found. */
  formsAt(slot: number): readonly Form[] {
    return this.words[slot / stride]!;
  }

  private remember(units: Uint16Array, hash: number): number {
    if (this.words.length * 2 >= this.table.length) this.grow();
    const raw = Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
    const forms = wordForms(raw).map(({ folded, written }) => this.form(folded, written));
    const free = this.words.length * stride;
    const { slots } = this;
    this.place(this.words.length, hash);
    slots[free + textHashAt] = hash;
    slots[free + lettersAt] = this.keepLetters(units);
    slots[free + lengthAt] = units.length;
    slots[free + capitalAt] = capitalOf(raw);
    slots[free + pairWordAt] = forms.length === 1 ? forms[0]!.pairWord : -1;
    slots[free + builderAt] = 0;
    slots[free + hashAt] = wordHash(forms[0]?.folded ?? '');
    this.words.push(forms);
    return free;
  }

  private keepLetters(units: Uint16Array): number {
    const at = this.lettersUsed;
    if (at + units.length > this.letters.length) {
      const larger = new Uint16Array(Math.max(this.letters.length * 2, at + units.length));
      larger.set(this.letters);
      this.letters = larger;
    }
    this.letters.set(units, at);
    this.lettersUsed += units.length;
    return at;
  }

  private grow(): void {
    const larger = this.table.length * 2;
    const before = this.slots;
    this.table = new Int32Array(larger);
    this.slots = new Int32Array(larger * stride);
    this.slots.set(before);
    for (let word = 0; word < this.words.length; word += 1)
      this.place(word, before[word * stride + textHashAt]!);
  }

  /** Enters a word in the table. */
  private place(word: number, hash: number): void {
    const last = this.table.length - 1;
    let place = (hash ^ (hash >>> 15)) & last;
    while (this.table[place]! > 0) place = (place + 1) & last;
    this.table[place] = word + 1;
  }

  private forget(): void {
    this.table = new Int32Array(fewestPlaces);
    this.slots = new Int32Array(fewestPlaces * stride);
    this.lettersUsed = 0;
    this.words = [];
    this.forms = new Map();
  }

  private form(folded: string, written: string): Form {
    const key = `${folded}\u0000${written}`;
    let form = this.forms.get(key);
    if (form === undefined) {
      form = new Form(folded, written, this.pairNumber(folded));
      this.forms.set(key, form);
    }
    return form;
  }

  private pairNumber(folded: string): number {
    if (!isPairWord(folded)) return -1;
    let number = this.pairNumbers.get(folded);
    if (number === undefined) {
      number = this.pairWords.push(folded) - 1;
      this.pairNumbers.set(folded, number);
    }
    return number;
  }
}
