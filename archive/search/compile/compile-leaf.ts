import { isPairWord } from '../analysis/stop-words.ts';
import { wordForms } from '../analysis/word-forms.ts';
import { intervalOf } from '../date-interval.ts';
import type { PhrasePlan, PlanNode, Requirement } from '../execute/plan.ts';
import { addUnfinished } from '../expand/expand-beginning.ts';
import { addNear } from '../expand/expand-near.ts';
import { addPattern } from '../expand/expand-pattern.ts';
import { addWord } from '../expand/expand-word.ts';
import type { ExpansionContext } from '../expand/expand-word.ts';
import { TermCollector } from '../expand/term-collector.ts';
import { indexFieldsOf } from '../fields.ts';
import type {
  DateTerm,
  ExistsTerm,
  FuzzyTerm,
  PatternTerm,
  PhrasePlace,
  PhraseTerm,
  PropertyTerm,
  WordTerm,
} from '../query/query-tree.ts';
import { allFields, fieldMask } from '../segment/field-numbers.ts';
import type { SearchNotice } from '../../model/search.ts';
import { caseFold, foldings } from '../../text/fold.ts';

/** More words between the words of a phrase than this could reach from one paragraph into the next. */
const widestSlop = 99;

type Fielded = Pick<WordTerm, 'fields' | 'boost'>;

function maskOf({ fields }: Fielded): number {
  return fields === null ? allFields : fieldMask(indexFieldsOf(fields));
}

function patternLabel({ pieces }: PatternTerm): string {
  return pieces.map((piece) => ('sign' in piece ? piece.sign : piece.text)).join('');
}

/** Makes plans of the single terms of a query, against one state of the index. */
export class LeafCompiler {
  /** Expansions that were cut. */
  readonly notices: SearchNotice[] = [];
  private readonly context: ExpansionContext;

  constructor(context: ExpansionContext) {
    this.context = context;
  }

  word(term: WordTerm): Requirement {
    const collector = this.collector();
    if (term.unfinished) addUnfinished(this.context, collector, term.text);
    else addWord(this.context, collector, term.text, true);
    return collector.requirement({
      mask: maskOf(term),
      boost: term.boost,
      label: term.text,
      isWord: !term.unfinished,
    });
  }

  pattern(term: PatternTerm): Requirement {
    const label = patternLabel(term);
    return this.expanded(term, label, (collector) => addPattern(this.context, collector, term));
  }

  fuzzy(term: FuzzyTerm): Requirement {
    const label = `${term.text}~${term.distance}`;
    return this.expanded(term, label, (collector) =>
      addNear(this.context, collector, term.text, term.distance),
    );
  }

  /** One word of another form of a name, by its plain spellings. */
  spelling(keys: readonly string[], term: Fielded): Requirement {
    const collector = this.collector();
    for (const key of keys) addWord(this.context, collector, key, false);
    return collector.requirement({ ...this.facts(term, keys[0] ?? ''), isWord: false });
  }

  phrase(term: PhraseTerm): PlanNode {
    const places = term.places.map((place) => this.place(place, term));
    const [only] = places;
    if (places.length === 1 && only !== undefined) return { kind: 'terms', requirement: only };
    const label = term.places.map((place) => place.map(labelOf).join('|')).join(' ');
    const pairs = term.slop === 0 ? this.pairs(term) : [];
    return this.phraseOf(places, pairs, { ...term, label: `"${label}"` });
  }

  /** An exact phrase of requirements. */
  phraseOf(
    places: readonly Requirement[],
    pairs: readonly (Requirement | null)[],
    term: Pick<PhraseTerm, 'fields' | 'boost' | 'slop' | 'ordered'> & { readonly label: string },
  ): PhrasePlan {
    return {
      kind: 'phrase',
      places,
      pairs,
      slop: Math.min(term.slop, widestSlop),
      ordered: term.ordered,
      mask: maskOf(term),
      boost: term.boost,
      rarity: places.reduce((sum, { rarity }) => sum + rarity, 0),
      label: term.label,
    };
  }

  /** Has anything in one of the fields; without fields, everything. */
  exists(term: ExistsTerm): PlanNode {
    return term.fields === null ? { kind: 'everything' } : { kind: 'exists', mask: maskOf(term) };
  }

  date({ how, from, to }: DateTerm): PlanNode {
    const first = from === null ? null : intervalOf(from);
    const last = to === null ? null : intervalOf(to);
    const date = (begin: number, end: number): PlanNode => ({ kind: 'date', how, from: begin, to: end });
    if (how === 'after') return date(first?.end ?? -Infinity, Infinity);
    if (how === 'before') return date(-Infinity, last?.start ?? Infinity);
    return date(first?.start ?? -Infinity, last?.end ?? Infinity);
  }

  property({ name, value, unfinished }: PropertyTerm): PlanNode {
    const column = name === 'lang' ? 'language' : name === 'tag' ? 'tags' : name;
    const wanted = plainForms(value);
    // What is still being typed may become any value that begins so; `sr` also means `sr-Latn`.
    const begins = unfinished ? wanted : name === 'lang' ? wanted.map((form) => `${form}-`) : [];
    return {
      kind: 'property',
      column,
      accepts: (own) => {
        if (value === '*') return true;
        return plainForms(own).some(
          (form) => wanted.includes(form) || begins.some((beginning) => form.startsWith(beginning)),
        );
      },
    };
  }

  private collector(): TermCollector {
    return new TermCollector(this.context.snapshot);
  }

  private facts(term: Fielded, label: string) {
    return { mask: maskOf(term), boost: term.boost, label };
  }

  /** Expands a term, or takes what became of it when this question was compiled before. `add` says whether it was cut. */
  private expanded(term: Fielded, label: string, add: (collector: TermCollector) => boolean): Requirement {
    const { expanded } = this.context;
    const key = `${label} ${maskOf(term)} ${term.boost}`;
    let known = expanded.get(key);
    if (known === undefined) {
      const collector = this.collector();
      const cut = add(collector);
      known = { requirement: collector.requirement({ ...this.facts(term, label), isWord: false }), cut };
      expanded.set(key, known);
    }
    if (known.cut) this.cut(label);
    return known.requirement;
  }

  private addPattern(collector: TermCollector, term: PatternTerm): void {
    if (addPattern(this.context, collector, term)) this.cut(patternLabel(term));
  }

  private cut(term: string): void {
    this.notices.push({ code: 'expansion-cut', term, limit: this.context.mostExpanded });
  }

  private place(place: PhrasePlace, phrase: PhraseTerm): Requirement {
    const collector = this.collector();
    for (const term of place) {
      if (term.kind === 'pattern') this.addPattern(collector, term);
      else if (term.unfinished) addUnfinished(this.context, collector, term.text);
      else addWord(this.context, collector, term.text, false);
    }
    return collector.requirement({ ...this.facts(phrase, place.map(labelOf).join('|')), isWord: false });
  }

  /** For each place the pair of common words that begins there. */
  private pairs({ places, fields, boost }: PhraseTerm): readonly (Requirement | null)[] {
    if (this.context.exactSpelling) return [];
    const words = places.map((place) => this.pairWord(place));
    return words.map((word, index) => {
      const following = words[index + 1] ?? null;
      if (word === null || following === null) return null;
      const key = `${word} ${following}`;
      const collector = this.collector();
      this.context.dictionaries.forEach((dictionary, segment) => {
        const entry = dictionary.find('pairs', key);
        if (entry !== null) collector.addEntry(segment, 'pairs', entry, key);
      });
      return collector.requirement({ ...this.facts({ fields, boost }, key), isWord: false });
    });
  }

  /** The plain spelling of a place that is one common word and nothing else. */
  private pairWord(place: PhrasePlace): string | null {
    const [term, ...others] = place;
    if (term?.kind !== 'word' || term.unfinished || others.length > 0) return null;
    const [form, ...more] = wordForms(term.text);
    if (form === undefined || more.length > 0 || !isPairWord(form.folded)) return null;
    const isAbbreviation = form.written !== form.written.toLowerCase();
    const hasVariants = (this.context.names?.equivalents(form.folded).length ?? 0) > 0;
    return isAbbreviation || hasVariants ? null : form.folded;
  }
}

function labelOf(term: WordTerm | PatternTerm): string {
  return term.kind === 'word' ? term.text : patternLabel(term);
}

/** A value as it is compared: without case, marks and script, as words are; a value of signs only as it stands. */
function plainForms(value: string): readonly string[] {
  const folded = caseFold(value);
  const forms = foldings(folded);
  return forms.length === 0 ? [folded] : forms;
}
