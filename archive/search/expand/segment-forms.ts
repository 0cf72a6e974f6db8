import type { StemLanguage } from '../analysis/stemming.ts';
import { stemLanguages, stemOf } from '../analysis/stemming.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import type { TermEntry } from '../segment/dictionary-cursor.ts';
import { stemKey } from '../segment/stem-writer.ts';
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

  /** The forms that have this stem in documents of this language. */
  ofStem(language: StemLanguage, stem: string): readonly SegmentForm[] {
    const bit = languageBit(language);
    // A form that is its own stem is not among the stems; one that only looks like this stem has another.
    const own = this.ofSpelling(stem).filter((form) => stemOf(language, form) === stem);
    const others = inSegment(this.segment.name, () =>
      this.stems.find(utf8.encode(stemKey(language, stem)))
        ? this.segment.formsOfStem(this.stems.read())
        : [],
    );
    return [...own, ...others.map((number) => this.byNumber(number))].filter(
      ({ languages }) => (languages & bit) !== 0,
    );
  }

  /** The numbers of the forms whose stem begins so. */
  numbersOfStemsBeginning(language: StemLanguage, prefix: string): readonly number[] {
    const key = utf8.encode(stemKey(language, prefix));
    const numbers: number[] = [];
    const { stems } = this;
    inSegment(this.segment.name, () => {
      for (let more = stems.seek(key); more && stems.startsWith(key); more = stems.next()) {
        numbers.push(...this.segment.formsOfStem(stems.read()));
      }
    });
    return numbers;
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
