import type { ArticleId } from '../../model/article.ts';
import type { ExplainedPart, Explanation } from '../../model/explanation.ts';
import type { FoundDocument } from '../execute/run-plan.ts';
import { evaluate } from '../execute/evaluate.ts';
import type { Matched } from '../execute/evaluate.ts';
import { DocumentFinder, speaks } from '../execute/match-terms.ts';
import { closenessWeights } from '../execute/plan.ts';
import type { PhrasePlan, PlanNode, Requirement } from '../execute/plan.ts';
import { nearPairs, Proximity, wordsOf } from '../execute/proximity.ts';
import { releaseMatched } from '../execute/run-plan.ts';
import { lengthTerms, scoredLeaves, scoreOfSum, scoreScale } from '../execute/scoring.ts';
import { SegmentSearch } from '../execute/segment-search.ts';
import { wordsOfNorm } from '../segment/norms.ts';
import type { Snapshot } from '../store/snapshot.ts';

function explainTerms(search: SegmentSearch, requirement: Requirement, document: number) {
  const language = search.stemLanguages[document]!;
  return requirement.terms[search.index]!.flatMap((term) => {
    const finder = new DocumentFinder(search.live.segment.postings(term.entry));
    const at = finder.find(document);
    if (at < 0 || !speaks(term.languages, language)) return [];
    finder.cursor.loadFrequencies(requirement.mask);
    const weight = finder.cursor.weights[at]! * closenessWeights[term.closeness];
    return [{ written: term.written, closeness: term.closeness, weight }];
  });
}

function explainPhrase(phrase: PhrasePlan, { phrases }: Matched, document: number) {
  const found = phrases.get(phrase);
  const place = found?.documents.indexOf(document) ?? -1;
  return place < 0 ? [] : [{ written: phrase.label, closeness: 'phrase', weight: found?.sums[place] ?? 0 }];
}

/** How a found document got its score by a plan. */
export function explain(snapshot: Snapshot, plan: PlanNode, found: FoundDocument): Explanation {
  const live = snapshot.segments[found.segment]!;
  const search = new SegmentSearch(live, found.segment);
  const matched = evaluate(search, plan);
  const norm = search.norms[found.document]!;
  const lengthTerm = lengthTerms(snapshot.meanWords)[norm]!;
  const parts = scoredLeaves(plan).map((leaf): ExplainedPart => {
    const isPhrase = 'places' in leaf;
    const forms = isPhrase
      ? explainPhrase(leaf, matched, found.document)
      : explainTerms(search, leaf, found.document);
    const sum = forms.reduce((all, { weight }) => all + weight, 0);
    const { label, rarity } = leaf;
    const documents = isPhrase ? 0 : leaf.documents;
    return { label, documents, rarity, forms, score: scoreOfSum(sum, lengthTerm, leaf) / scoreScale };
  });
  const nearness = new Proximity(search, nearPairs(wordsOf(plan))).bonus(found.document) / scoreScale;
  releaseMatched(search, matched);
  const id = live.segment.columns.id(found.document) as ArticleId;
  const { meanWords } = snapshot;
  return { id, score: found.score, words: wordsOfNorm[norm]!, meanWords, parts, nearness };
}
