import fs from 'node:fs';
import type { BenchDocument } from './document.ts';

const chunk = 1 << 20;
const lineFeed = 10;

/** The records of a file of JSON Lines in UTF-8, read as it goes: the file may be larger than memory. */
export function* jsonLines<Line>(file: string): Generator<Line> {
  const handle = fs.openSync(file, 'r');
  try {
    let rest = Buffer.alloc(0);
    const bytes = Buffer.allocUnsafe(chunk);
    for (;;) {
      const read = fs.readSync(handle, bytes, 0, chunk, null);
      const end = read === 0 ? -1 : bytes.lastIndexOf(lineFeed, read - 1);
      if (end < 0) {
        rest = Buffer.concat([rest, bytes.subarray(0, read)]);
        if (read > 0) continue;
        if (rest.length > 0) yield JSON.parse(rest.toString('utf8')) as Line;
        return;
      }
      const whole = Buffer.concat([rest, bytes.subarray(0, end)]).toString('utf8');
      rest = Buffer.from(bytes.subarray(end + 1, read));
      for (const line of whole.split('\n')) yield JSON.parse(line) as Line;
    }
  } finally {
    fs.closeSync(handle);
  }
}

/** What a prepared file holds. */
export interface Prepared {
  readonly file: string;
  readonly articles: number;
  /** Bytes of title and body in UTF-8. */
  readonly bytes: number;
}

/**
 * Writes the first `limit` documents as JSON Lines. `seen` gets each of them. Other things of the process, such as
 * signals, get their turn.
 */
export async function prepare(
  documents: Iterable<BenchDocument>,
  { file, limit, seen }: { file: string; limit: number; seen: (document: BenchDocument) => void },
): Promise<Prepared> {
  const handle = fs.openSync(file, 'w');
  let articles = 0;
  let bytes = 0;
  let pending: string[] = [];
  const flush = () => {
    fs.writeSync(handle, pending.join(''));
    pending = [];
  };
  for (const document of documents) {
    if (articles >= limit) break;
    articles += 1;
    bytes += Buffer.byteLength(document.title) + Buffer.byteLength(document.body);
    seen(document);
    pending.push(`${JSON.stringify(document)}\n`);
    if (pending.length < 1000) continue;
    flush();
    await new Promise((resolve) => setImmediate(resolve));
  }
  flush();
  fs.closeSync(handle);
  return { file, articles, bytes };
}
