import { isStopWord } from '../analysis/stop-words.ts';
import { wordForms } from '../analysis/word-forms.ts';
import { spellings } from '../expand/expand-word.ts';
import { liveDocuments } from '../expand/live-count.ts';
import { SegmentForms } from '../expand/segment-forms.ts';
import type { SegmentForm } from '../expand/segment-forms.ts';
import type { Completion } from '../../model/search.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { LiveSegment, Snapshot } from '../store/snapshot.ts';
import { displayedForm } from './displayed-form.ts';

/** Of each segment so many of the commonest words are looked at more closely. */
const lookedAt = 40;

const lastWord = /[\p{L}\p{N}\p{M}'’]+$/u;
const utf8 = new TextEncoder();

/** The numbers of the commonest forms of a segment that begin so. */
function commonestBeginning(segment: SegmentReader, prefix: string): readonly number[] {
  const key = utf8.encode(prefix);
  const cursor = new DictionaryCursor(segment.forms);
  let best: { readonly number: number; readonly documents: number }[] = [];
  let least = 0;
  for (let more = cursor.seek(key); more && cursor.startsWith(key); more = cursor.next()) {
    if (cursor.read().documents <= least) continue;
    best.push({ number: cursor.ordinal, documents: cursor.documents });
    if (best.length < 4 * lookedAt) continue;
    best = best.sort((a, b) => b.documents - a.documents).slice(0, lookedAt);
    least = best.at(-1)!.documents;
  }
  return best
    .sort((a, b) => b.documents - a.documents)
    .slice(0, lookedAt)
    .map(({ number }) => number);
}

interface CountedForm {
  readonly form: SegmentForm;
  occurrences: number;
  capitals: number;
  uppers: number;
  documents: number;
}

function addForm(counted: Map<string, CountedForm>, live: LiveSegment, form: SegmentForm): void {
  const known = counted.get(form.written) ?? { form, occurrences: 0, capitals: 0, uppers: 0, documents: 0 };
  known.occurrences += form.entry.occurrences;
  known.capitals += form.capitals;
  known.uppers += form.uppers;
  known.documents += liveDocuments(live, form.entry);
  counted.set(form.written, known);
}

/** The commonest words that begin so, in documents that are there, the commonest first. */
function words(snapshot: Snapshot, typed: string): readonly CountedForm[] {
  const counted = new Map<string, CountedForm>();
  for (const prefix of spellings(wordForms(typed))) {
    for (const live of snapshot.segments) {
      const forms = new SegmentForms(live.segment);
      const numbers = inSegment(live.segment.name, () => commonestBeginning(live.segment, prefix));
      for (const number of numbers) addForm(counted, live, forms.byNumber(number));
    }
  }
  return [...counted.values()]
    .filter(({ documents, form }) => documents > 0 && !isStopWord(form.folded))
    .sort((a, b) => b.documents - a.documents || (a.form.written < b.form.written ? -1 : 1));
}

const sourceCounts = new WeakMap<LiveSegment, ReadonlyMap<string, number>>();

/** In how many documents of a segment each source stands; counted once for each state of it. */
function sourcesOf(live: LiveSegment): ReadonlyMap<string, number> {
  let counts = sourceCounts.get(live);
  if (counts === undefined) {
    const { columns, documents } = live.segment;
    const numbers = columns.numbers('source');
    const table = columns.table('source');
    const byNumber = new Float64Array(table.length + 1);
    for (let document = 0; document < documents; document += 1) {
      if (live.removed?.has(document) !== true) byNumber[numbers[document]!]! += 1;
    }
    counts = new Map(table.map((source, index) => [source, byNumber[index + 1]!] as const));
    sourceCounts.set(live, counts);
  }
  return counts;
}

function sources(
  snapshot: Snapshot,
  typed: string,
): readonly (readonly [source: string, articles: number])[] {
  const wanted = new Set(spellings(wordForms(typed)));
  const counts = new Map<string, number>();
  for (const live of snapshot.segments) {
    for (const [source, count] of inSegment(live.segment.name, () => sourcesOf(live))) {
      const begins = source
        .split(/\s+/u)
        .some((word) =>
          spellings(wordForms(word)).some((own) => [...wanted].some((one) => own.startsWith(one))),
        );
      if (begins && count > 0) counts.set(source, (counts.get(source) ?? 0) + count);
    }
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

/** Names of the list of which a word begins like what was typed, with a count of the articles that have them. */
export type NameFinder = (typed: string) => readonly { readonly name: string; readonly articles: number }[];

/**
 * Ways to go on with the last word of a text: names and sources of which one word begins so, and the commonest words. None
 * when the text ends with anything but a word.
 */
export function completions(
  snapshot: Snapshot,
  text: string,
  limit: number,
  findNames: NameFinder,
): readonly Completion[] {
  const typed = lastWord.exec(text)?.[0] ?? '';
  if (typed === '' || wordForms(typed).length === 0) return [];
  const before = text.slice(0, text.length - typed.length);
  const few = Math.max(1, Math.floor(limit / 4));
  const fielded = /[:"]$/u.test(before);
  const named = fielded ? [] : findNames(typed).slice(0, few);
  const fromSources = fielded ? [] : sources(snapshot, typed).slice(0, few);
  const plain = words(snapshot, typed)
    .map((word): Completion => {
      const shown = displayedForm(word.form.written, word);
      return { text: before + shown, shown, kind: 'word', articles: word.documents };
    })
    .filter(({ shown }) => shown !== typed);
  const others = [
    ...named.map(({ name, articles }): Completion => {
      return { text: `${before}"${name}"`, shown: name, kind: 'name', articles };
    }),
    ...fromSources.map(([source, articles]): Completion => {
      return { text: `${before}source:"${source}"`, shown: source, kind: 'source', articles };
    }),
  ];
  return [...plain.slice(0, Math.max(0, limit - others.length)), ...others].slice(0, limit);
}
