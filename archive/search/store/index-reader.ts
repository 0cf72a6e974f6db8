import type { Files } from './files.ts';
import { manifestName, newestManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { noManifest, openSnapshot } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** Follows the commits of an index, whichever process makes them. */
export class IndexReader {
  private readonly files: Files;
  private readonly accepts: (manifest: Manifest) => boolean;
  private current: Snapshot | null = null;

  /** `accepts` says whether an index is of the library and the analysis at hand; another one counts as none. */
  constructor(files: Files, accepts: (manifest: Manifest) => boolean) {
    this.files = files;
    this.accepts = accepts;
  }

  /** The newest state. What was given before is no longer to be used. Throws what the system throws. */
  snapshot(): Snapshot {
    if (this.current === null || this.isOutdated(this.current)) this.refresh();
    return this.current!;
  }

  /** Leaves a segment out from now on, until the next commit. */
  exclude(name: string, detail: string): Snapshot {
    const before = this.snapshot();
    const bad = before.segments.find(({ segment }) => segment.name === name);
    this.current = before.without(name, detail);
    bad?.segment.release();
    return this.current;
  }

  close(): void {
    this.current?.release();
    this.current = null;
  }

  private isOutdated({ manifest }: Snapshot): boolean {
    const { files } = this;
    const { number } = manifest;
    // The newest two are kept: while ours is there and none follows it, it is the newest. A number may be left out, when
    // a writer was killed in the middle of its manifest.
    const following = [number + 1, number + 2].some((next) => files.has(manifestName(next)));
    return following || !files.has(manifestName(number));
  }

  private refresh(): void {
    const former = this.current;
    for (let attempt = 0; ; attempt += 1) {
      const found = newestManifest(this.files);
      const manifest = found !== null && this.accepts(found) ? found : noManifest;
      if (former !== null && former.manifest.number === manifest.number && found !== null) return;
      const snapshot = openSnapshot(this.files, manifest, former);
      // A file that is gone may have been merged away since the manifest was read.
      const moved = snapshot.damaged.length > 0 && newestManifest(this.files)?.number !== found?.number;
      if (moved && attempt < 10) {
        snapshot.release();
        continue;
      }
      this.current = snapshot;
      former?.release();
      return;
    }
  }
}
