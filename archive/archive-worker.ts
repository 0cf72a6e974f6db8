import { parentPort, workerData } from 'node:worker_threads';
import type { LibraryWork } from './indexing/library-work.ts';
import { workHere } from './indexing/work-here.ts';
import type { JobData, JobMessage } from './indexing/work-messages.ts';
import { openLibrary } from './library/library.ts';

/*
 * Entry of the thread that imports and indexes while the archive's own thread answers questions. It has its own
 * connection to the library and does one job.
 */

const { folder, job } = workerData as JobData;
const signal = { aborted: false };

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

parentPort?.on('message', () => {
  signal.aborted = true;
});

async function main(): Promise<void> {
  const opened = await openLibrary(folder, {});
  if (opened.ok) {
    say(await carryOut(workHere(opened.value)));
    opened.value.close();
  } else {
    say({ type: 'done', result: opened });
  }
  parentPort?.close();
}

main().catch((error: unknown) => {
  // The thread's `error` event tells whoever started it.
  setImmediate(() => {
    throw error;
  });
});
