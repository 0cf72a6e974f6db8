import type { Matched } from '../execute/evaluate.ts';
import type { PlanNode, SegmentTerm } from '../execute/plan.ts';
import type { SegmentSearch } from '../execute/segment-search.ts';
import { caseFold } from '../../text/fold.ts';
import { SegmentForms } from '../expand/segment-forms.ts';
import { displayedForm } from './displayed-form.ts';

const mostForms = 6;

interface FormCounts {
  occurrences: number;
  capitals: number;
  uppers: number;
  found: boolean;
}

/** The terms that stand for a wanted word as a whole, and not only for its stem or beginning. */
function wholeWords(node: PlanNode, segment: number): readonly SegmentTerm[] {
  switch (node.kind) {
    case 'terms':
      return node.requirement.terms[segment]!.filter(isWhole);
    case 'phrase':
      return node.places.flatMap(({ terms }) => terms[segment]!.filter(isWhole));
    case 'all':
    case 'one':
      return node.nodes.flatMap((child) => wholeWords(child, segment));
    case 'also':
      return wholeWords(node.node, segment);
    default:
      return [];
  }
}

function isWhole({ dictionary, closeness }: SegmentTerm): boolean {
  return dictionary === 'forms' && (closeness === 'folded' || closeness === 'variant');
}

/** Finds out which other ways of writing the query's words there are in the documents found. */
export class AlsoMatched {
  private readonly plan: PlanNode;
  private readonly typed: ReadonlySet<string>;
  private readonly forms = new Map<string, FormCounts>();

  /** `typed` are the query's words, case folded: what was typed is not "also" matched. */
  constructor(plan: PlanNode, typed: ReadonlySet<string>) {
    this.plan = plan;
    this.typed = typed;
  }

  /** Whether any of so many segments has another way of writing a word: else there is nothing to look for. */
  isPossible(segments: number): boolean {
    return Array.from({ length: segments }, (_, segment) => wholeWords(this.plan, segment)).some((terms) =>
      terms.some(({ written }) => !this.typed.has(caseFold(written))),
    );
  }

  /** Looks at the matching documents of one segment. */
  add(search: SegmentSearch, { bits }: Matched): void {
    const dictionary = new SegmentForms(search.live.segment);
    search.lists.each(wholeWords(this.plan, search.index), (term, cursor) => {
      if (this.typed.has(caseFold(term.written))) return;
      const { entry, capitals, uppers } = dictionary.byNumber(term.entry.ordinal);
      const known = this.forms.get(term.written) ?? { occurrences: 0, capitals: 0, uppers: 0, found: false };
      known.occurrences += entry.occurrences;
      known.capitals += capitals;
      known.uppers += uppers;
      this.forms.set(term.written, known);
      while (!known.found && cursor.next()) {
        for (let index = 0; index < cursor.count && !known.found; index += 1) {
          const document = cursor.docs[index]!;
          known.found = (bits[document >>> 5]! & (1 << (document & 31))) !== 0;
        }
      }
    });
  }

  /** The forms as they are mostly printed, the most frequent first; at most six. */
  list(): readonly string[] {
    return [...this.forms]
      .filter(([, { found }]) => found)
      .sort(([a, one], [b, other]) => other.occurrences - one.occurrences || (a < b ? -1 : 1))
      .slice(0, mostForms)
      .map(([written, counts]) => displayedForm(written, counts));
  }
}
