import { Worker } from 'node:worker_threads';
import type { Library } from '../library/library.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { followHere, IndexFollower } from './index-follower.ts';
import type { FollowsImport } from './index-follower.ts';
import type { WorkOptions } from './library-work.ts';
import type { JobData, JobMessage } from './work-messages.ts';

/** What an import and the thread that indexes share: how many batches were committed, and whether that was the last. */
const commits = 0;
const ended = 1;
const followBytes = 8;

/** A shorter import is indexed where it is done: a thread takes a while to begin. In milliseconds. */
const shortImport = 1_000;

/** Follows in a thread of its own, so that indexing goes on while the import reads. */
export function followApart(script: string, library: Library, options: WorkOptions): FollowsImport {
  const follow = new SharedArrayBuffer(followBytes);
  const state = new Int32Array(follow);
  const begun = performance.now();
  let done: Promise<ArchiveError | null> | null = null;
  const begin = (): Promise<ArchiveError | null> => {
    const job = { kind: 'follow', follow } as const;
    const data: JobData = { folder: library.folder, script, job, stop: new SharedArrayBuffer(4) };
    return outcomeOf(new Worker(script, { workerData: data }), options.onIndexProgress);
  };
  return {
    async afterBatch() {
      if (done === null && performance.now() - begun < shortImport) return;
      Atomics.add(state, commits, 1);
      Atomics.notify(state, commits);
      done ??= begin();
    },
    async finish() {
      if (done === null) return followHere(library, options).finish();
      Atomics.store(state, ended, 1);
      Atomics.notify(state, ended);
      Atomics.add(state, commits, 1);
      Atomics.notify(state, commits);
      return done;
    },
  };
}

function outcomeOf(
  worker: Worker,
  onIndexProgress: WorkOptions['onIndexProgress'],
): Promise<ArchiveError | null> {
  return new Promise((resolve) => {
    let error: ArchiveError | null = archiveError('internal', { detail: 'the indexing thread ended early' });
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'indexed') onIndexProgress?.(message.progress);
      if (message.type === 'done') error = message.result.ok ? null : message.result.error;
    });
    worker.on('error', (thrown) => {
      error = archiveError('internal', { detail: `the indexing thread failed: ${String(thrown)}` });
    });
    worker.on('exit', () => resolve(error));
  });
}

/** What that thread does: indexes after commits, not too often, until the import has ended; then for the last time. */
export async function followImport(
  library: Library,
  follow: SharedArrayBuffer,
  options: WorkOptions,
): Promise<ArchiveError | null> {
  const state = new Int32Array(follow);
  const follower = new IndexFollower(library, options);
  try {
    for (;;) {
      const seen = Atomics.load(state, commits);
      const last = Atomics.load(state, ended) !== 0;
      const pause = await follower.follow(last);
      if (last) return follower.error;
      rest(state, pause);
      if (Atomics.load(state, ended) === 0) Atomics.wait(state, commits, seen);
    }
  } finally {
    follower.close();
  }
}

/** Waits, but no longer than until the import has ended. */
function rest(state: Int32Array, milliseconds: number): void {
  Atomics.wait(state, ended, 0, milliseconds);
}
