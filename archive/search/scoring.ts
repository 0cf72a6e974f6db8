import type { Documents } from './evaluate.ts';
import type { IndexField } from './fields.ts';
import type { QueryPlan } from './query-plan.ts';
import type { TermIndex } from './term-index.ts';

type FieldVectors = ReadonlyMap<IndexField, ReadonlyMap<string, number>>;

/** The query as lunr sees it: for each field, the boost of every term that the index holds. */
function queryVectors(index: TermIndex, plan: QueryPlan): FieldVectors {
  const vectors = new Map<IndexField, Map<string, number>>();
  for (const clause of plan.clauses) {
    const slots = clause.presence === 'prohibited' ? [] : clause.alternatives.flat();
    const atoms = slots.flatMap((slot) => slot ?? []);
    for (const field of atoms.length === 0 ? [] : clause.fields) {
      const vector = vectors.get(field) ?? new Map<string, number>();
      vectors.set(field, vector);
      for (const atom of atoms) {
        vector.set(atom.term, (vector.get(atom.term) ?? 0) + atom.boost);
      }
    }
  }
  return vectors;
}

function magnitude(vector: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const boost of vector.values()) {
    squares += boost * boost;
  }
  return Math.sqrt(squares);
}

/**
 * lunr's scores: in each field the similarity of the query's vector with the document's (BM25 weights, which lunr
 * computed for its index), summed over the fields. Computed here over the postings of the terms that matched, because
 * `lunr.Index#query` looks each term up again by walking its token set, which for a letter being typed means hundreds.
 */
export function scores(index: TermIndex, plan: QueryPlan, documents: Documents): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  for (const [field, vector] of queryVectors(index, plan)) {
    const length = magnitude(vector);
    if (length === 0) {
      continue;
    }
    for (const [term, boost] of vector) {
      index.eachWeight(term, field, (document, weight) => {
        if (documents.has(document)) {
          result.set(document, (result.get(document) ?? 0) + (boost * weight) / length);
        }
      });
    }
  }
  return result;
}
