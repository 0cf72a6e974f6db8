import { stemLanguages } from '../analysis/stemming.ts';
import type { StemLanguage } from '../analysis/stemming.ts';
import { DamagedSegment } from '../segment/damaged-segment.ts';
import { wordsOfNorm } from '../segment/norms.ts';
import type { RemovedDocuments } from '../segment/removed-documents.ts';
import { openSegment } from '../segment/segment-reader.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { Files } from './files.ts';
import type { Manifest, ManifestSegment } from './manifest.ts';
import { readRemoved } from './removed-file.ts';

/** A segment with what was removed from it. */
export interface LiveSegment {
  readonly segment: SegmentReader;
  readonly removed: RemovedDocuments | null;
  /** Documents that are not removed. */
  readonly live: number;
  /** Their words, as their norms have them. */
  readonly words: number;
  /** How many of them each stem language has, by its number plus one; at 0 those without one. */
  readonly byLanguage: Float64Array;
}

/** A part of the index that cannot be used, and why. */
export interface DamagedPart {
  readonly name: string;
  readonly detail: string;
}

/**
 * The index as one commit left it: nothing in it changes, however long somebody searches it. `release` it when another
 * one has taken its place.
 */
export class Snapshot {
  readonly manifest: Manifest;
  readonly segments: readonly LiveSegment[];
  readonly damaged: readonly DamagedPart[];
  /** Live documents of all segments. */
  readonly documents: number;
  /** The mean length of a document in words; 1 when there is none. */
  readonly meanWords: number;
  /** The stem languages that documents are in. */
  readonly languages: readonly StemLanguage[];

  constructor(manifest: Manifest, segments: readonly LiveSegment[], damaged: readonly DamagedPart[]) {
    this.manifest = manifest;
    this.segments = segments;
    this.damaged = damaged;
    this.documents = segments.reduce((sum, { live }) => sum + live, 0);
    const words = segments.reduce((sum, segment) => sum + segment.words, 0);
    this.meanWords = this.documents === 0 ? 1 : Math.max(1, words / this.documents);
    this.languages = stemLanguages.filter((_, number) =>
      segments.some(({ byLanguage }) => byLanguage[number + 1]! > 0),
    );
  }

  /** The same without a segment that turned out to be damaged while it was searched. */
  without(name: string, detail: string): Snapshot {
    const rest = this.segments.filter(({ segment }) => segment.name !== name);
    return new Snapshot(this.manifest, rest, [...this.damaged, { name, detail }]);
  }

  release(): void {
    for (const { segment } of this.segments) segment.release();
  }
}

/** A library that was never indexed. */
export const noManifest: Manifest = {
  number: 0,
  library: '',
  change: 0,
  token: '',
  fingerprint: '',
  segments: [],
};

function liveSegment(segment: SegmentReader, removed: RemovedDocuments | null): LiveSegment {
  const { norms, stemLanguages: ofDocuments } = segment.columns;
  const byNorm = new Float64Array(256);
  const byLanguage = new Float64Array(stemLanguages.length + 1);
  for (let document = 0; document < segment.documents; document += 1) {
    if (removed?.has(document) === true) continue;
    byNorm[norms[document]!]! += 1;
    byLanguage[ofDocuments[document]!]! += 1;
  }
  const words = byNorm.reduce((sum, count, norm) => sum + count * wordsOfNorm[norm]!, 0);
  return { segment, removed, live: segment.documents - (removed?.count ?? 0), words, byLanguage };
}

function openLive(files: Files, listed: ManifestSegment, known: SegmentReader | undefined): LiveSegment {
  const segment = known?.acquire() ?? openSegment(files, listed.name);
  try {
    if (segment.documents !== listed.documents || segment.input.size !== listed.length) {
      throw new DamagedSegment('it is not the file that the manifest names');
    }
    const removed = listed.removed === null ? null : readRemoved(files, listed.removed, segment.documents);
    return liveSegment(segment, removed);
  } catch (error) {
    segment.release();
    throw error;
  }
}

/**
 * Opens the segments of a manifest; those that `former` has open are shared. What is damaged or gone is left out and named.
 * Throws what the system throws but for files that are not there.
 */
export function openSnapshot(files: Files, manifest: Manifest, former: Snapshot | null): Snapshot {
  const known = new Map(former?.segments.map((live) => [live.segment.name, live] as const));
  const formerRemoved = new Map(
    former?.manifest.segments.map(({ name, removed }) => [name, removed] as const),
  );
  const segments: LiveSegment[] = [];
  const damaged: DamagedPart[] = [];
  for (const listed of manifest.segments) {
    const same = known.get(listed.name);
    try {
      if (same !== undefined && formerRemoved.get(listed.name) === listed.removed) {
        same.segment.acquire();
        segments.push(same);
      } else {
        segments.push(openLive(files, listed, same?.segment));
      }
    } catch (error) {
      const missing = error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!missing && !(error instanceof DamagedSegment)) throw error;
      damaged.push({ name: listed.name, detail: missing ? 'its file is gone' : error.message });
    }
  }
  return new Snapshot(manifest, segments, damaged);
}
