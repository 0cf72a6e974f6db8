import type { ManifestSegment } from './manifest.ts';

/** Segments of one size class that are merged together; each class is as many times larger than the one below. */
export const mergeFactor = 8;
/** Segments up to this size are of the lowest class. In bytes. */
const smallest = 4_000_000;
/** A segment of which so large a share was removed is written anew. */
const mostRemoved = 0.3;

function sizeClass({ length, documents, removedCount }: ManifestSegment): number {
  const live = documents === 0 ? 0 : (length * (documents - removedCount)) / documents;
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
