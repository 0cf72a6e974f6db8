import type { CollectionChange, CollectionUndone } from './collections.ts';

const number = new Intl.NumberFormat('en-GB');

function articles(count: number): string {
  return `${number.format(count)} ${count === 1 ? 'article' : 'articles'}`;
}

/** Names in quotation marks: all of them while they are few. */
function quoted(names: readonly string[]): string {
  if (names.length > 3) return `${number.format(names.length)} collections`;
  const marked = names.map((name) => `“${name}”`);
  return marked.length < 2
    ? (marked[0] ?? '')
    : `${marked.slice(0, -1).join(', ')} and ${marked.at(-1) ?? ''}`;
}

/** What was done to collections, as a sentence. */
export function describeChange({ kind, from, into, articles: count, undo }: CollectionChange): string {
  const target = `“${into ?? ''}”`;
  if (undo === null) return 'Nothing had to be changed.';
  switch (kind) {
    case 'created':
      return `Made the collection ${target}.`;
    case 'renamed':
      return `Renamed ${quoted(from)} to ${target}.`;
    case 'merged':
      return `Merged ${quoted(from)} into ${target}: ${articles(count)} moved.`;
    case 'moved':
      return `Moved ${articles(count)} into ${target}.`;
    case 'removed':
      return into === null || count === 0
        ? `Removed the collection ${quoted(from)}.`
        : `Removed the collection ${quoted(from)}; its ${articles(count)} ${count === 1 ? 'is' : 'are'} in ${target} now.`;
  }
}

/** What was taken back, as a sentence. */
export function describeUndone({ change, articles: count }: CollectionUndone): string {
  const { kind, from, into } = change;
  const missing = change.articles - count;
  const left =
    missing > 0 ? ` ${articles(missing)} had been moved or deleted since, and were left alone.` : '';
  switch (kind) {
    case 'created':
      return `Undone: the collection “${into ?? ''}” was not made.`;
    case 'renamed':
      return `Undone: the collection is ${quoted(from)} again.`;
    case 'merged':
    case 'removed':
      return `Undone: ${quoted(from)} ${from.length === 1 ? 'is' : 'are'} back, with ${articles(count)}.${left}`;
    case 'moved':
      return `Undone: ${articles(count)} moved back.${left}`;
  }
}
