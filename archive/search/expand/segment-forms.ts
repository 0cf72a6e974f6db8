import type { StemLanguage } from '../analysis/stemming.ts';
import { stemLanguages, stemOf } from '../analysis/stemming.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import type { TermEntry } from '../segment/dictionary-cursor.ts';
import { languageOfStem } from '../segment/stem-writer.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';

const utf8 = new TextEncoder();
const text = new TextDecoder();

/** A form of one segment's dictionary. */
export interface SegmentForm {
  readonly entry: TermEntry;
  readonly folded: string;
  readonly written: string;
  /** The stem languages of the documents it occurs in, as bits. */
  readonly languages: number;
  /** How many occurrences begin with a capital, and how many are all capitals. */
  readonly capitals: number;
  readonly uppers: number;
}

/** A form by its number in the dictionary, which has some stem in documents of the language of this bit. */
export interface StemForm {
  readonly number: number;
  readonly bit: number;
}

/** The bit of a stem language. */
export function languageBit(language: StemLanguage): number {
  return 1 << stemLanguages.indexOf(language);
}

/** Looks words up in the dictionaries of one segment. Throws `DamagedSegment`. */
export class SegmentForms {
  readonly segment: SegmentReader;
  private readonly forms: DictionaryCursor;
  private readonly stems: DictionaryCursor;
  private readonly others: Readonly<Record<'pairs' | 'prefixes', DictionaryCursor>>;
  /** What was looked up before: every language asks for the same few. */
  private readonly met = new Map<string, readonly SegmentForm[]>();

  constructor(segment: SegmentReader) {
    this.segment = segment;
    this.forms = new DictionaryCursor(segment.forms);
    this.stems = new DictionaryCursor(segment.stems);
    this.others = {
      pairs: new DictionaryCursor(segment.pairs),
      prefixes: new DictionaryCursor(segment.prefixes),
    };
  }

  /** All ways of writing a plain spelling. */
  ofSpelling(folded: string): readonly SegmentForm[] {
    let found = this.met.get(folded);
    if (found === undefined) {
      found = inSegment(this.segment.name, () => this.readSpelling(folded));
      this.met.set(folded, found);
    }
    return found;
  }

  private readSpelling(folded: string): readonly SegmentForm[] {
    const key = utf8.encode(folded);
    const found: SegmentForm[] = [];
    const { forms } = this;
    for (let more = forms.seek(key); more && forms.startsWith(key); more = forms.next()) {
      if (forms.keyLength > key.length && forms.key[key.length] !== 0) break;
      found.push(formAt(forms));
    }
    return found;
  }

  /** All forms whose plain spelling begins so, in order. */
  *beginning(prefix: string): Generator<SegmentForm> {
    const key = utf8.encode(prefix);
    const { forms } = this;
    const { name } = this.segment;
    let more = inSegment(name, () => forms.seek(key));
    while (more && forms.startsWith(key)) {
      yield formAt(forms);
      more = inSegment(name, () => forms.next());
    }
  }

  /** Calls back with the forms that have this stem in documents of one of these languages, and with the language's bit. */
  ofStem(
    stem: string,
    languages: readonly StemLanguage[],
    found: (form: SegmentForm, bit: number) => void,
  ): void {
    // A form that is its own stem is not among the stems; one that only looks like this stem has another.
    for (const form of this.ofSpelling(stem)) {
      for (const language of languages) {
        const bit = languageBit(language);
        if ((form.languages & bit) !== 0 && stemOf(language, form) === stem) found(form, bit);
      }
    }
    const wanted = languages.reduce((bits, language) => bits | languageBit(language), 0);
    for (const stemForm of inSegment(this.segment.name, () => this.readStem(stem, wanted))) {
      this.ofStemForm(stemForm, found);
    }
  }

  private readStem(stem: string, wanted: number): readonly StemForm[] {
    const key = utf8.encode(`${stem}\u0000`);
    const found: StemForm[] = [];
    const { stems } = this;
    for (let more = stems.seek(key); more && stems.startsWith(key); more = stems.next()) {
      for (const form of this.formsAt(stems)) if ((form.bit & wanted) !== 0) found.push(form);
    }
    return found;
  }

  /** The forms of the stems that begin so. */
  ofStemsBeginning(prefix: string): readonly StemForm[] {
    const key = utf8.encode(prefix);
    const found: StemForm[] = [];
    const { stems } = this;
    inSegment(this.segment.name, () => {
      for (let more = stems.seek(key); more && stems.startsWith(key); more = stems.next()) {
        found.push(...this.formsAt(stems));
      }
    });
    return found;
  }

  /** The forms of the stem that a cursor over the dictionary of stems stands on. */
  formsAt(stems: DictionaryCursor): readonly StemForm[] {
    const bit = 1 << languageOfStem(stems.key[stems.keyLength - 1]!);
    return this.segment.formsOfStem(stems.read()).map((number) => ({ number, bit }));
  }

  /** Calls back with a form of a stem and the language's bit, if it stands in documents of that language. */
  ofStemForm({ number, bit }: StemForm, found: (form: SegmentForm, bit: number) => void): void {
    const form = this.byNumber(number);
    if ((form.languages & bit) !== 0) found(form, bit);
  }

  byNumber(number: number): SegmentForm {
    inSegment(this.segment.name, () => this.forms.seekOrdinal(number));
    return formAt(this.forms);
  }

  /** A pair of common words, or a short beginning of words. */
  find(dictionary: 'pairs' | 'prefixes', key: string): TermEntry | null {
    const cursor = this.others[dictionary];
    const found = inSegment(this.segment.name, () => cursor.find(utf8.encode(key)));
    return found ? cursor.entry() : null;
  }
}

/** The form that a cursor over a dictionary of forms stands on. */
export function formAt(cursor: DictionaryCursor): SegmentForm {
  const { key, keyLength, foldedLength, languages, capitals, uppers } = cursor.read();
  const folded = text.decode(key.subarray(0, foldedLength));
  const written =
    foldedLength === keyLength ? folded : text.decode(key.subarray(foldedLength + 1, keyLength));
  return { entry: cursor.entry(), folded, written, languages, capitals, uppers };
}
