import { lastCommit } from '../library/changes.ts';
import type { Library } from '../library/library.ts';
import type { IndexReport } from '../model/index-report.ts';
import { DamagedSegment } from '../search/segment/damaged-segment.ts';
import { newestManifest } from '../search/store/manifest.ts';
import { noManifest, openSnapshot } from '../search/store/snapshot.ts';
import { verifySegment } from '../search/segment/verify-segment.ts';
import { indexFiles } from './index-identity.ts';

/** Looks at the index of a library; with `verify` every byte is compared with its checksum, and every term is read. */
export function inspectIndex(library: Library, verify: boolean): IndexReport {
  const files = indexFiles(library);
  const manifest = newestManifest(files) ?? noManifest;
  const snapshot = openSnapshot(files, manifest, null);
  const damaged = [...snapshot.damaged];
  try {
    for (const { segment } of verify ? snapshot.segments : []) {
      try {
        verifySegment(segment);
      } catch (error) {
        if (!(error instanceof DamagedSegment)) throw error;
        damaged.push({ name: segment.name, detail: error.message });
      }
    }
    return {
      documents: snapshot.documents,
      bytes: manifest.segments.reduce((sum, { length }) => sum + length, 0),
      covered: manifest.change,
      last: lastCommit(library.database).change,
      parts: manifest.segments.map(({ name, documents, removedCount, length }) => {
        const open = snapshot.segments.find(({ segment }) => segment.name === name);
        const words = open?.segment.forms.terms ?? 0;
        return { name, documents, removed: removedCount, bytes: length, words };
      }),
      damaged,
    };
  } finally {
    snapshot.release();
  }
}
