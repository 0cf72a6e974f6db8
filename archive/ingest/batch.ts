import type { Library } from '../library/library.ts';
import type { Recorder } from '../library/recorder.ts';
import type { ImportLog } from './import-log.ts';

/** Something to write within the next transaction: a file, or a part of a large one. */
export interface Recording {
  /** The file it is of. */
  readonly path: string;
  /** How large its rows may be, in bytes of text. */
  readonly weight: number;
  /** How many articles it has. */
  readonly articles: number;
  /** Writes the rows, stages the lines of the report, and gives the number of articles that were new. */
  readonly record: (recorder: Recorder) => number;
}

/** What one transaction holds at most: it takes under 200 ms, so that a note can be saved meanwhile. */
const mostBytes = 3_000_000;
const mostArticles = 5_000;
const mostRecordings = 200;

/** What was read and is not committed yet. A commit takes all of it in one transaction, or nothing. */
export class Batch {
  private readonly library: Library;
  private readonly log: ImportLog;
  private recordings: Recording[] = [];
  private weight = 0;
  private articles = 0;

  constructor(library: Library, log: ImportLog) {
    this.library = library;
    this.log = log;
  }

  /** Whether it is time to commit. */
  get isFull(): boolean {
    return (
      this.weight >= mostBytes || this.articles >= mostArticles || this.recordings.length >= mostRecordings
    );
  }

  get isEmpty(): boolean {
    return this.recordings.length === 0;
  }

  /** The files that something is of, each once, in their order. */
  get paths(): readonly string[] {
    return [...new Set(this.recordings.map(({ path }) => path))];
  }

  add(recording: Recording): void {
    this.recordings.push(recording);
    this.weight += recording.weight;
    this.articles += recording.articles;
  }

  /**
   * Commits everything: rows, and lines of the report, after the originals they name are durable. Gives the number of new
   * articles. Throws what the system throws; then nothing of it is in the library.
   */
  async commit(): Promise<number> {
    const { library, log, recordings } = this;
    await library.originals.flush();
    const added = library.write((recorder) => {
      const counts = recordings.map(({ record }) => record(recorder));
      log.write(library.database);
      return counts.reduce((sum, count) => sum + count, 0);
    });
    log.settle();
    this.clear();
    return added;
  }

  clear(): void {
    this.recordings = [];
    this.weight = 0;
    this.articles = 0;
  }
}
