import { isStopWord } from '../analysis/stop-words.ts';
import { scanWords } from '../analysis/scan-words.ts';
import type { PlanNode, Requirement } from '../execute/plan.ts';
import { runPlan } from '../execute/run-plan.ts';
import type { FoundDocument } from '../execute/run-plan.ts';
import { addWord } from '../expand/expand-word.ts';
import type { ExpansionContext } from '../expand/expand-word.ts';
import { TermCollector } from '../expand/term-collector.ts';
import type { TextPart } from '../index-document.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { allFields, fieldNumber, fieldWeights } from '../segment/field-numbers.ts';
import { formsOf } from './wanted-words.ts';

/** So many words say what an article is about. */
const tellingWords = 25;
/** Of its words so many, the most frequent, are looked up. */
const lookedUp = 150;
/** So many articles are compared by their dates as well. */
const compared = 60;
/** What nearness in time adds at most, as a share of the score, and after how many days half of that is left. */
const dateShare = 0.5;
const halfLife = 60;
const day = 86_400_000;

/** An article about the same. */
export interface RelatedDocument extends FoundDocument {
  /** The words that both have, the most telling first. */
  readonly because: readonly string[];
}

/** The plain words of a text, weighted by where they stand. */
function weightedWords(parts: readonly TextPart[]): ReadonlyMap<string, { raw: string; weight: number }> {
  const words = new Map<string, { raw: string; weight: number }>();
  for (const { field, text } of parts) {
    if (field === 'listed' || field === 'source') continue;
    scanWords(text, (start, end) => {
      const raw = text.slice(start, end);
      const [form] = formsOf(raw);
      if (form === undefined || form.folded.length < 3 || isStopWord(form.folded)) return;
      const known = words.get(form.folded) ?? { raw, weight: 0 };
      known.weight += fieldWeights[fieldNumber[field]]!;
      words.set(form.folded, known);
    });
  }
  return words;
}

/** The words that tell an article from all others: frequent in it, rare elsewhere, and met in others at all. */
function tellingRequirements(context: ExpansionContext, parts: readonly TextPart[]): readonly Requirement[] {
  const words = [...weightedWords(parts).values()].sort((a, b) => b.weight - a.weight).slice(0, lookedUp);
  const seen = new Set<string>();
  return words
    .map(({ raw, weight }) => {
      const collector = new TermCollector(context.snapshot);
      addWord(context, collector, raw, true);
      const boost = weight / (weight + 6);
      return collector.requirement({ mask: allFields, boost, label: raw, isWord: false });
    })
    .filter(({ documents, terms }) => {
      // Words with one stem are one word.
      const key = terms
        .flat()
        .map(({ entry }) => entry.offset)
        .sort((a, b) => a - b)
        .join();
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew && documents > 1;
    })
    .sort((a, b) => b.boost * b.rarity - a.boost * a.rarity)
    .slice(0, tellingWords);
}

function dateOf({ snapshot }: ExpansionContext, { segment, document }: FoundDocument): number {
  return snapshot.segments[segment]!.segment.columns.dates[document * 2]!;
}

/** Those of the words that a document has. */
function shared(
  context: ExpansionContext,
  words: readonly Requirement[],
  found: FoundDocument,
): readonly string[] {
  const { segment } = context.snapshot.segments[found.segment]!;
  const has = ({ terms }: Requirement): boolean =>
    terms[found.segment]!.some(({ entry }) => {
      const cursor = segment.postings(entry);
      if (!cursor.seek(found.document)) return false;
      return cursor.docs.subarray(0, cursor.count).includes(found.document);
    });
  return words
    .filter(has)
    .slice(0, 5)
    .map(({ label }) => label);
}

/**
 * The documents that have most of what tells an article apart, those of about its date before others. `id` and `start`
 * (milliseconds, NaN when undated) are the article's own; it is not among them.
 */
export function relatedDocuments(
  context: ExpansionContext,
  { parts, id, start }: { readonly parts: readonly TextPart[]; readonly id: string; readonly start: number },
  limit: number,
): readonly RelatedDocument[] {
  const words = tellingRequirements(context, parts);
  if (words.length === 0) return [];
  const archived: PlanNode = { kind: 'property', column: 'archived', accepts: () => true };
  const any: PlanNode = { kind: 'one', nodes: words.map((requirement) => ({ kind: 'terms', requirement })) };
  const plan: PlanNode = { kind: 'all', nodes: [any, archived] };
  const { page } = runPlan(context.snapshot, plan, { sort: 'relevance', offset: 0, limit: compared });
  const nearness = (found: FoundDocument): number => {
    const days = Math.abs(dateOf(context, found) - start) / day;
    return Number.isNaN(days) ? 1 : 1 + dateShare * 0.5 ** (days / halfLife);
  };
  const least = 0.15 * (page[0]?.score ?? 0);
  return page
    .filter(
      ({ segment, document }) => context.snapshot.segments[segment]!.segment.columns.id(document) !== id,
    )
    .filter(({ score }) => score >= least)
    .map((found) => ({ ...found, score: found.score * nearness(found) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((found) => {
      const { name } = context.snapshot.segments[found.segment]!.segment;
      return { ...found, because: inSegment(name, () => shared(context, words, found)) };
    });
}
