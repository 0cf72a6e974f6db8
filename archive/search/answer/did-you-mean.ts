import { isStopWord } from '../analysis/stop-words.ts';
import { wordForms } from '../analysis/word-forms.ts';
import { NearWords } from '../expand/near-words.ts';
import { liveDocuments } from '../expand/live-count.ts';
import { SegmentForms } from '../expand/segment-forms.ts';
import type { QueryNode, WordTerm } from '../query/query-tree.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { displayedForm } from './displayed-form.ts';

/** Shorter words have too many neighbours. */
const shortest = 4;
/** From this length on two letters may be wrong. */
const longEnoughForTwo = 7;
/** A word is taken for a mistake when another is so many times commoner. */
const timesCommoner = 10;

/** The wanted single words of a query. */
export function plainWords(node: QueryNode): readonly WordTerm[] {
  switch (node.kind) {
    case 'word':
      return [node];
    case 'list':
      return node.clauses.flatMap(({ presence, node: child }) =>
        presence === 'prohibited' ? [] : plainWords(child),
      );
    case 'all':
    case 'one':
      return node.nodes.flatMap(plainWords);
    default:
      return [];
  }
}

interface Candidate {
  readonly shown: string;
  readonly distance: number;
  readonly documents: number;
}

function documentsWith(snapshot: Snapshot, folded: string): number {
  return snapshot.segments.reduce((sum, live) => {
    const forms = new SegmentForms(live.segment).ofSpelling(folded);
    return sum + forms.reduce((own, { entry }) => own + liveDocuments(live, entry), 0);
  }, 0);
}

function nearest(snapshot: Snapshot, folded: string, enough: number): Candidate | null {
  const distance = folded.length >= longEnoughForTwo ? 2 : 1;
  const found = new Map<string, Candidate>();
  for (const live of snapshot.segments) {
    const { segment } = live;
    const numbers: (readonly [number, number])[] = [];
    inSegment(segment.name, () => {
      const near = new NearWords(folded, distance, false);
      near.find(segment.forms, new DictionaryCursor(segment.forms), (cursor, own) => {
        if (own > 0 && cursor.documents >= 1) numbers.push([cursor.ordinal, own]);
      });
    });
    const forms = new SegmentForms(segment);
    for (const [number, own] of numbers) {
      const form = forms.byNumber(number);
      const shown = displayedForm(form.written, { ...form, occurrences: form.entry.occurrences });
      const documents = liveDocuments(live, form.entry) + (found.get(form.written)?.documents ?? 0);
      found.set(form.written, { shown, distance: own, documents });
    }
  }
  const best = [...found.values()].filter(({ documents }) => documents >= enough);
  best.sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.shown < b.shown ? -1 : 1));
  return best[0] ?? null;
}

/**
 * The text with words put right that hardly any document has and that are one or two letters away from one that many have;
 * null when there is none. Only words of documents that are there are offered.
 */
export function correctedText(snapshot: Snapshot, text: string, root: QueryNode): string | null {
  let corrected = text;
  const words = plainWords(root).filter(({ unfinished }) => !unfinished);
  for (const { start, end, text: word } of [...words].sort((a, b) => b.start - a.start)) {
    const [form] = wordForms(word);
    if (form === undefined || form.folded.length < shortest || isStopWord(form.folded)) continue;
    if (/\p{N}/u.test(form.folded)) continue;
    const own = documentsWith(snapshot, form.folded);
    const better = nearest(snapshot, form.folded, Math.max(1, own * timesCommoner));
    if (better !== null && corrected.slice(start, end) === word) {
      corrected = corrected.slice(0, start) + better.shown + corrected.slice(end);
    }
  }
  return corrected === text ? null : corrected;
}
