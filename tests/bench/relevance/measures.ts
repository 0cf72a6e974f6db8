/*
 * Measures of a ranking against judgements that say relevant or not, as trec_eval computes them: nDCG with gains of 1 and a
 * discount of log2(rank + 1); average precision over all that is relevant, found or not.
 */

/** What a ranking of one query is worth; each from 0 to 1. */
export interface Worth {
  readonly ndcg10: number;
  readonly map: number;
  readonly p10: number;
}

function discounted(relevant: readonly boolean[]): number {
  return relevant.reduce((sum, is, index) => sum + (is ? 1 / Math.log2(index + 2) : 0), 0);
}

/** `ranking` are documents, the best first, none twice; `relevant` is not empty. */
export function worthOf(ranking: readonly number[], relevant: ReadonlySet<number>): Worth {
  const hits = ranking.map((document) => relevant.has(document));
  const ideal = Array.from({ length: Math.min(10, relevant.size) }, () => true);
  let found = 0;
  let precisions = 0;
  for (const [index, hit] of hits.entries()) {
    if (!hit) continue;
    found += 1;
    precisions += found / (index + 1);
  }
  const first = hits.slice(0, 10);
  return {
    ndcg10: discounted(first) / discounted(ideal),
    map: precisions / relevant.size,
    p10: first.filter(Boolean).length / 10,
  };
}

/** The mean over queries. */
export function meanOf(all: readonly Worth[]): Worth {
  const mean = (pick: (worth: Worth) => number) =>
    all.reduce((sum, worth) => sum + pick(worth), 0) / all.length;
  return {
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    map: mean(({ map }) => map),
    p10: mean(({ p10 }) => p10),
  };
}
