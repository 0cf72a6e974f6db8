import type { RecordObject } from '../records/record-fields.ts';
import { isRecord } from '../records/record-fields.ts';
import { articleContainers } from './json-containers.ts';
import { JsonScanner } from './json-scanner.ts';
import { parseJson } from './parse-json.ts';

/** The container with the most objects in it: where articles are when no name says so. */
function fullest(head: Buffer): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { container } of new JsonScanner(null).take(head)) {
    counts.set(container, (counts.get(container) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return new Set(best === undefined ? [] : [best[0]]);
}

/** The first objects of JSON or JSON Lines that are articles, or look most like a list of records. */
export function firstObjects(head: Buffer, count: number): readonly RecordObject[] {
  const articles = articleContainers(head, false, null);
  const spans = new JsonScanner(articles.size > 0 ? articles : fullest(head)).take(head).slice(0, count);
  return spans.map(({ start, end }) => parseJson(head.subarray(start, end))).filter(isRecord);
}
