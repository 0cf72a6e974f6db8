import type { ManifestSegment } from './manifest.ts';

/** Segments of one size class that are merged together; each class is as many times larger than the one below. */
export const mergeFactor = 8;
/** Segments up to this size are of the lowest class. In bytes. */
const smallest = 4_000_000;
/** A segment of which so large a share was removed is written anew. */
const mostRemoved = 0.3;
/** Beside the largest segment of an index at rest, the others hold less than this share of it. */
const mostBeside = 0.25;

function liveLength({ length, documents, removedCount }: ManifestSegment): number {
  return documents === 0 ? 0 : (length * (documents - removedCount)) / documents;
}

function sizeClass(segment: ManifestSegment): number {
  const live = liveLength(segment);
  return live <= smallest ? 0 : 1 + Math.floor(Math.log(live / smallest) / Math.log(mergeFactor));
}

/**
 * The segments to merge next, or none: a full class, the lowest first, so that what was merged is merged again only
 * after eight times as much has come in; else a segment that is mostly gone.
 */
export function chooseMerge(segments: readonly ManifestSegment[]): readonly ManifestSegment[] {
  const classes = new Map<number, ManifestSegment[]>();
  for (const segment of segments) {
    const own = sizeClass(segment);
    classes.set(own, [...(classes.get(own) ?? []), segment]);
  }
  for (const own of [...classes.keys()].sort((a, b) => a - b)) {
    const members = classes.get(own) ?? [];
    if (members.length >= mergeFactor) return members;
  }
  const sparse = segments.find(({ documents, removedCount }) => removedCount > documents * mostRemoved);
  return sparse === undefined ? [] : [sparse];
}

/**
 * The segments to merge when nothing more is coming in: all of them, once those beside the largest have grown to a
 * quarter of it. Every question is asked of each segment, so that one answers nearly twice as fast as five; and as the
 * index grows by a quarter between two such merges, all of them together write five times its size at most, however
 * small the imports are that come one by one.
 */
export function chooseAtRest(segments: readonly ManifestSegment[]): readonly ManifestSegment[] {
  const lengths = segments.map(liveLength);
  const sum = lengths.reduce((total, length) => total + length, 0);
  const largest = Math.max(0, ...lengths);
  return segments.length > 1 && sum - largest >= largest * mostBeside ? segments : [];
}
