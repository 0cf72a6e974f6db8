import { parentPort, workerData } from 'node:worker_threads';
import { followImport } from './indexing/follow-apart.ts';
import { workHere } from './indexing/work-here.ts';
import { asking } from './indexing/work-messages.ts';
import type { JobData, JobMessage } from './indexing/work-messages.ts';
import { serveReading } from './ingest/serve-reading.ts';
import { openLibrary } from './library/library.ts';
import type { Library } from './library/library.ts';
import type { Cancellation } from './model/cancellation.ts';
import { fail, ok } from './model/result.ts';

/*
 * Entry of the thread that imports and indexes while the archive's own thread answers questions. It has its own
 * connection to the library and does one job. Beside an import it starts more of itself: one that indexes what is committed,
 * and some that read files, which have no library.
 */

const { folder, script, job, stop } = workerData as JobData;
const asked = new Int32Array(stop);
const signal: Cancellation = {
  get aborted() {
    return Atomics.load(asked, 0) === asking.stop;
  },
  get paused() {
    return Atomics.load(asked, 0) === asking.wait;
  },
};

function say(message: JobMessage): void {
  parentPort?.postMessage(message);
}

function onOriginals(progress: Extract<JobMessage, { type: 'originals' }>['progress']): void {
  say({ type: 'originals', progress });
}

async function carryOut(library: Library): Promise<JobMessage> {
  const work = workHere(library, script);
  const options = {
    signal,
    onIndexProgress: (progress: Extract<JobMessage, { type: 'indexed' }>['progress']) =>
      say({ type: 'indexed', progress }),
  };
  switch (job.kind) {
    case 'import': {
      const { collection, map, link, only } = job;
      const onProgress = (progress: Extract<JobMessage, { type: 'progress' }>['progress']) =>
        say({ type: 'progress', progress });
      const result = await work.import(job.paths, { ...options, onProgress, collection, map, link, only });
      return { type: 'done', result };
    }
    case 'catch-up':
      return { type: 'done', result: await work.catchUp(options) };
    case 'rebuild':
      return { type: 'done', result: await work.rebuild(options) };
    case 'verify':
      return { type: 'done', result: await work.verify({ signal, onProgress: onOriginals }) };
    case 'backup':
      return { type: 'done', result: await work.backup(job.into, { signal, onProgress: onOriginals }) };
    case 'merge':
      return { type: 'done', result: await work.merge(options) };
    case 'follow': {
      const error = await followImport(library, job.follow, options);
      return { type: 'done', result: error === null ? ok(null) : fail(error) };
    }
    case 'read':
      throw new Error('a thread that reads has no library');
  }
}

async function main(): Promise<void> {
  if (job.kind === 'read') {
    if (parentPort !== null) serveReading(parentPort, job.map);
    return;
  }
  const opened = await openLibrary(folder, {});
  if (opened.ok) {
    say(await carryOut(opened.value));
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
