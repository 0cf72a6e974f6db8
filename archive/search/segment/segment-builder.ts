import { codesOf, scanCodes } from '../analysis/scan-words.ts';
import { stemLanguageOf, stemLanguages } from '../analysis/stemming.ts';
import { intervalOf } from '../date-interval.ts';
import type { IndexDocument } from '../index-document.ts';
import { ColumnsWriter } from './columns-writer.ts';
import { DocumentWords } from './document-words.ts';
import type { NumberList } from './document-words.ts';
import { fieldNumber } from './field-numbers.ts';
import { partGap } from './format.ts';
import { normOf } from './norms.ts';
import { TokenLog, placeBits } from './token-log.ts';
import { builderAt, capitalAt, hashAt, numberAt, pairWordAt } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Form } from './vocabulary.ts';

/** More pair words than this are not numbered; the fixed list is shorter. */
const mostPairWords = 512;

/** Takes documents into memory until they are written as a segment (see `write-segment.ts`). */
export class SegmentBuilder {
  readonly columns = new ColumnsWriter();
  readonly forms: Form[] = [];
  readonly formLog = new TokenLog();
  readonly pairLog = new TokenLog();
  /** Pairs by number, as the numbers of their words: `first * mostPairWords + second`. */
  readonly pairs: number[] = [];
  /** For each form how many occurrences begin with a capital, and how many are capitals only. */
  readonly capitals: number[] = [];
  readonly uppers: number[] = [];
  readonly vocabulary: Vocabulary;
  /** The words of the document that was added last. */
  readonly last = new DocumentWords();
  private readonly pairNumbers = new Int32Array(mostPairWords * mostPairWords).fill(-1);
  private readonly id: number;
  private position = 0;
  private words = 0;
  private fields = 0;

  /** A vocabulary may serve many builders, one after another. */
  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.id = vocabulary.nextBuilder();
  }

  get documents(): number {
    return this.columns.documents;
  }

  /** About how much memory is held by what was added, in bytes. */
  get held(): number {
    return (this.formLog.length + this.pairLog.length) * 16 + this.forms.length * 100 + this.documents * 300;
  }

  add(document: IndexDocument): void {
    this.position = 0;
    this.words = 0;
    this.fields = 0;
    this.last.clear();
    for (const { field, text } of document.parts) {
      this.addPart(fieldNumber[field], text, this.last.listOf(field));
    }
    this.formLog.endDocument();
    this.pairLog.endDocument();
    const language = stemLanguageOf(document.language);
    const interval = document.published === null ? null : intervalOf(document.published);
    this.columns.add({
      id: document.id,
      listed: document.listed,
      norm: normOf(this.words),
      fields: this.fields,
      stemLanguage: language === null ? 0 : stemLanguages.indexOf(language) + 1,
      start: interval?.start ?? Number.NaN,
      end: interval?.end ?? Number.NaN,
      language: document.language,
      source: document.source,
      section: document.section,
      collection: document.collection,
      tags: document.tags,
    });
  }

  /** The two words of a pair, by its number. */
  pairKey(number: number): string {
    const pair = this.pairs[number]!;
    const { pairWords } = this.vocabulary;
    return `${pairWords[Math.floor(pair / mostPairWords)]!} ${pairWords[pair % mostPairWords]!}`;
  }

  private addPart(field: number, text: string, hashes: NumberList | null): void {
    if (this.position > 0) this.position += partGap;
    const fieldBits = (field << placeBits) >>> 0;
    const before = this.words;
    let pairWord = -1;
    const codes = codesOf(text);
    const { vocabulary } = this;
    scanCodes(codes, (start, end) => {
      const slot = vocabulary.find(codes.units, start, end);
      const { slots } = vocabulary;
      const place = (fieldBits | this.position) >>> 0;
      if (slots[slot + builderAt] !== this.id) this.numberWord(slot);
      const number = slots[slot + numberAt]!;
      const capital = slots[slot + capitalAt]!;
      if (number >= 0) this.addForm(number, place, capital);
      else for (const form of vocabulary.formsAt(slot)) this.addForm(form.number, place, capital);
      hashes?.push(slots[slot + hashAt]!);
      const following = slots[slot + pairWordAt]!;
      if (pairWord >= 0 && following >= 0) this.addPair(pairWord, following, place - 1);
      pairWord = following;
      this.position += 1;
      this.words += 1;
    });
    if (this.words > before) this.fields |= 1 << field;
  }

  private addForm(number: number, place: number, capital: number): void {
    this.formLog.add(number, place);
    if (capital > 0) this.capitals[number]! += 1;
    if (capital === 2) this.uppers[number]! += 1;
  }

  /** Numbers the forms of a word that this builder meets for the first time. */
  private numberWord(slot: number): void {
    const { slots } = this.vocabulary;
    const forms = this.vocabulary.formsAt(slot);
    for (const form of forms) {
      if (form.builder === this.id) continue;
      form.builder = this.id;
      form.number = this.forms.push(form) - 1;
      this.capitals.push(0);
      this.uppers.push(0);
    }
    slots[slot + builderAt] = this.id;
    slots[slot + numberAt] = forms.length === 1 ? forms[0]!.number : -1;
  }

  /** `place` is that of the first word. */
  private addPair(first: number, second: number, place: number): void {
    if (first >= mostPairWords || second >= mostPairWords) return;
    const pair = first * mostPairWords + second;
    let number = this.pairNumbers[pair]!;
    if (number < 0) {
      number = this.pairs.push(pair) - 1;
      this.pairNumbers[pair] = number;
    }
    this.pairLog.add(number, place >>> 0);
  }
}
