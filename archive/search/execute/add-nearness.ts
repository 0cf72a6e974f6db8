import { inSegment } from '../segment/damaged-segment.ts';
import { Candidates } from './candidates.ts';
import { Proximity } from './proximity.ts';
import type { NearPair } from './proximity.ts';
import type { SegmentSearch } from './segment-search.ts';

/** Candidates are looked at in rounds, the best first: down to these shares of the bonus below the last one wanted. */
const rounds = [0, 0.25, 1];

/**
 * The candidates that may still be among the best when nearness is added to their scores, with their final scores. Most are
 * passed over: once enough of the best have their bonus, others could not catch up even if their words were neighbours.
 * `candidates` are in the order of segments and documents, as the lists of positions want them.
 */
export function addNearness(
  candidates: Candidates,
  wanted: number,
  pairs: readonly NearPair[],
  searches: readonly SegmentSearch[],
): Candidates {
  const final = new Candidates(wanted, 0);
  const { count, keys, slack } = candidates;
  const last = candidates.threshold + slack;
  const done = new Uint8Array(count);
  for (const share of rounds) {
    let proximity: Proximity | null = null;
    let segment = -1;
    for (let index = 0; index < count; index += 1) {
      const key = keys[index]!;
      if (done[index] === 1 || key < last - share * slack || key + slack < final.threshold) continue;
      done[index] = 1;
      if (candidates.segments[index] !== segment) {
        segment = candidates.segments[index]!;
        proximity = new Proximity(searches[segment]!, pairs);
      }
      const document = candidates.documents[index]!;
      final.add(segment, document, key + bonusOf(searches[segment]!, proximity, document));
    }
  }
  final.trim();
  return final;
}

function bonusOf({ live }: SegmentSearch, proximity: Proximity | null, document: number): number {
  return inSegment(live.segment.name, () => proximity?.bonus(document) ?? 0);
}
