import type { MessagePort } from 'node:worker_threads';
import type { FieldMap } from '../model/field-map.ts';
import { choosing } from '../readers/records/mapped-readers.ts';
import { chooseReader, openerOf } from '../readers/registry.ts';
import { readLeaf } from './read-leaf.ts';
import type { Leaf, LeafReading } from './read-leaf.ts';

/** What a thread that reads answers: `not-here` for a file whose attachments are read where the file is. */
export type LeafAnswer =
  LeafReading | { readonly kind: 'not-here' } | { readonly kind: 'thrown'; readonly detail: string };

async function answerTo(leaf: Leaf, choose: typeof chooseReader): Promise<LeafAnswer> {
  let opens = false;
  try {
    const reading = await readLeaf(leaf, {
      chooseReader: (source) => {
        const reader = choose(source);
        opens = reader !== null && openerOf(reader.name) !== null;
        // Nothing is read of it: whoever asked does it.
        return opens ? null : reader;
      },
      readAttached: () => {
        throw new Error('attachments are not read in a thread');
      },
    });
    return opens ? { kind: 'not-here' } : reading;
  } catch (error) {
    return { kind: 'thrown', detail: String(error) };
  }
}

/** Answers one leaf after the other, in their order, until the thread is ended. `map` is that of the import. */
export function serveReading(port: MessagePort, map: FieldMap | null): void {
  const choose = choosing(map, chooseReader);
  let last: Promise<void> = Promise.resolve();
  port.on('message', (leaf: Leaf) => {
    last = last.then(async () => port.postMessage(await answerTo(leaf, choose)));
  });
}
