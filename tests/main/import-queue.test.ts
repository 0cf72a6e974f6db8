import { expect, test } from 'vitest';
import { ImportQueue } from '../../main/import-queue.ts';

test('imports begin one after the other, and one that cannot begin stays the next', () => {
  const queue = new ImportQueue();
  const begun: string[] = [];
  const begin = (paths: readonly string[], collection: string | null): boolean => {
    begun.push(`${paths.join()} into ${String(collection)}`);
    return true;
  };
  queue.next(begin);
  queue.add([], null);
  queue.add(['/a', '/b'], null);
  queue.add(['/c'], 'Danas');
  queue.next(() => false);
  expect([queue.length, begun]).toEqual([2, []]);
  queue.next(begin);
  queue.next(begin);
  queue.next(begin);
  expect([queue.length, begun]).toEqual([0, ['/a,/b into null', '/c into Danas']]);
});
