import { parentPort, workerData } from 'node:worker_threads';
import type { LibraryWork } from './indexing/library-work.ts';
import { workHere } from './indexing/work-here.ts';
import type { JobData, JobMessage } from './indexing/work-messages.ts';
import { openLibrary } from './library/library.ts';
import type { Cancellation } from './model/cancellation.ts';

/*
 * Entry of the thread that imports and indexes while the archive's own thread answers questions. It has its own
 * connection to the library and does one job.
 */

const { folder, job, stop } = workerData as JobData;
const stopping = new Int32Array(stop);
const signal: Cancellation = {
  get aborted() {
    return Atomics.load(stopping, 0) !== 0;
  },
};

function say(message: JobMessage): void {
  parentPort?.postMessage(message);
}

async function carryOut(work: LibraryWork): Promise<JobMessage> {
  const options = {
    signal,
    onIndexProgress: (progress: Extract<JobMessage, { type: 'indexed' }>['progress']) =>
      say({ type: 'indexed', progress }),
  };
  switch (job.kind) {
    case 'import': {
      const onProgress = (progress: Extract<JobMessage, { type: 'progress' }>['progress']) =>
        say({ type: 'progress', progress });
      const result = await work.import(job.paths, { ...options, onProgress, collection: job.collection });
      return { type: 'done', result };
    }
    case 'catch-up':
      return { type: 'done', result: await work.catchUp(options) };
    case 'rebuild':
      return { type: 'done', result: await work.rebuild(options) };
    case 'merge':
      return { type: 'done', result: await work.merge(options) };
  }
}

async function main(): Promise<void> {
  const opened = await openLibrary(folder, {});
  if (opened.ok) {
    say(await carryOut(workHere(opened.value)));
    opened.value.close();
  } else {
    say({ type: 'done', result: opened });
  }
}

main().catch((error: unknown) => {
  // The thread's `error` event tells whoever started it.
  setImmediate(() => {
    throw error;
  });
});
