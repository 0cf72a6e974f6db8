import { randomBytes } from 'node:crypto';
import type { Cancellation } from '../../model/cancellation.ts';
import { mergeSegments } from '../segment/merge-segments.ts';
import { RemovedDocuments } from '../segment/removed-documents.ts';
import { SegmentBuilder } from '../segment/segment-builder.ts';
import { Vocabulary } from '../segment/vocabulary.ts';
import { writeSegment } from '../segment/write-segment.ts';
import type { Files } from './files.ts';
import { manifestNumbers, newestManifest, writeManifest } from './manifest.ts';
import type { Manifest, ManifestSegment } from './manifest.ts';
import { chooseAtRest, chooseMerge } from './merge-policy.ts';
import { writeRemoved } from './removed-file.ts';
import { noManifest, openSnapshot } from './snapshot.ts';
import type { LiveSegment, Snapshot } from './snapshot.ts';
import { sweep } from './sweep.ts';

/** What an index is of. */
export interface IndexIdentity {
  readonly library: string;
  readonly fingerprint: string;
}

/** How far the index follows the library after a commit. */
export interface IndexPosition {
  readonly change: number;
  readonly token: string;
}

/** What one commit does. An id in `remove` that the index lacks is passed over. */
export interface IndexBatch {
  readonly remove: readonly string[];
  readonly add: SegmentBuilder;
}

function newName(): string {
  return `${randomBytes(8).toString('hex')}.segment`;
}

/**
 * Changes an index; there is one writer at a time (see `index-lease.ts`). Every commit is durable when it returns, and
 * whatever interrupts one leaves the state of the commit before. Methods throw what the system throws.
 */
export class IndexWriter {
  manifest: Manifest;
  private readonly files: Files;
  private readonly identity: IndexIdentity;
  private readonly vocabulary = new Vocabulary();
  private snapshot: Snapshot;

  constructor(files: Files, identity: IndexIdentity) {
    this.files = files;
    this.identity = identity;
    const found = newestManifest(files);
    const usable = found?.library === identity.library && found.fingerprint === identity.fingerprint;
    this.manifest = usable ? found : this.empty();
    this.snapshot = openSnapshot(files, this.manifest, null);
    if (this.snapshot.damaged.length > 0) this.startOver();
    sweep(files, this.manifest);
  }

  /** A builder for the documents of the next commit. */
  builder(): SegmentBuilder {
    return new SegmentBuilder(this.vocabulary);
  }

  /** Writes a batch as one commit. */
  commit({ add, remove }: IndexBatch, position: IndexPosition): void {
    const kept = this.withRemoved(remove);
    this.publish(add.documents === 0 ? kept : [...kept, this.writeNew(add)], position);
  }

  /** Merges as the policy says, one merge; false when nothing is to be merged. Throws `MergeCancelled`. */
  mergeOnce(signal?: Cancellation): boolean {
    return this.mergeChosen(chooseMerge(this.manifest.segments), signal);
  }

  /** Merges what an index at rest is searched faster without; false when it is so already. Throws `MergeCancelled`. */
  settle(signal?: Cancellation): boolean {
    return this.mergeChosen(chooseAtRest(this.manifest.segments), signal);
  }

  /** Merges everything into one segment: what was removed is gone from the disk afterwards. */
  mergeAll(signal?: Cancellation): void {
    const { segments } = this.manifest;
    if (segments.length > 1 || segments.some(({ removedCount }) => removedCount > 0))
      this.merge(segments, signal);
    sweep(this.files, this.manifest, true);
  }

  /** Forgets everything: the next commit begins an empty index. */
  startOver(): void {
    this.snapshot.release();
    this.manifest = this.empty();
    this.snapshot = openSnapshot(this.files, this.manifest, null);
  }

  close(): void {
    this.snapshot.release();
  }

  private empty(): Manifest {
    const [newest = 0] = manifestNumbers(this.files);
    return { ...noManifest, ...this.identity, number: newest };
  }

  private writeNew(builder: SegmentBuilder): ManifestSegment {
    const name = newName();
    const length = writeSegment(builder, this.files.create(name), this.identity.fingerprint);
    return { name, documents: builder.documents, length, removed: null, removedCount: 0 };
  }

  /** The segments as the manifest has them, with these documents removed too. */
  private withRemoved(ids: readonly string[]): readonly ManifestSegment[] {
    return this.manifest.segments.map((listed) => {
      const live = this.liveOf(listed);
      const { segment, removed } = live;
      const found = ids
        .map((id) => segment.columns.find(id))
        .filter((document) => document >= 0 && removed?.has(document) !== true);
      if (found.length === 0) return listed;
      const all = (removed ?? new RemovedDocuments(segment.documents)).with(found);
      const name = `${listed.name}.${randomBytes(4).toString('hex')}.removed`;
      writeRemoved(this.files, name, all);
      return { ...listed, removed: name, removedCount: all.count };
    });
  }

  private mergeChosen(chosen: readonly ManifestSegment[], signal: Cancellation | undefined): boolean {
    if (chosen.length === 0) return false;
    this.merge(chosen, signal);
    return true;
  }

  private merge(chosen: readonly ManifestSegment[], signal: Cancellation | undefined): void {
    const name = newName();
    const inputs = chosen.map((listed) => this.liveOf(listed));
    const documents = inputs.reduce((sum, { live }) => sum + live, 0);
    const { fingerprint } = this.identity;
    const length = mergeSegments(inputs, this.files.create(name), { fingerprint, signal });
    const merged = { name, documents, length, removed: null, removedCount: 0 };
    const rest = this.manifest.segments.filter((listed) => !chosen.includes(listed));
    this.publish(documents === 0 ? rest : [merged, ...rest], this.manifest);
  }

  private liveOf(listed: ManifestSegment): LiveSegment {
    const live = this.snapshot.segments.find(({ segment }) => segment.name === listed.name);
    if (live === undefined) throw new Error(`The segment ${listed.name} is not open.`);
    return live;
  }

  private publish(segments: readonly ManifestSegment[], { change, token }: IndexPosition): void {
    this.files.syncFolder();
    const [newest = 0] = manifestNumbers(this.files);
    const number = Math.max(newest, this.manifest.number) + 1;
    const live = segments.filter(({ documents, removedCount }) => removedCount < documents);
    const manifest = { number, ...this.identity, change, token, segments: live };
    writeManifest(this.files, manifest);
    const former = this.snapshot;
    this.manifest = manifest;
    this.snapshot = openSnapshot(this.files, manifest, former);
    former.release();
    sweep(this.files, manifest);
  }
}
