import { onOneLine, textOf } from './record-values.ts';

const mostKeywords = 200;
const longestKeyword = 200;

function* wordsIn(value: unknown, depth = 0): Generator<string> {
  if (Array.isArray(value)) {
    // A list of lists is as deep as subjects go.
    if (depth < 2) for (const item of value) yield* wordsIn(item, depth + 1);
    return;
  }
  if (typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string') {
    // The New York Times: `{name: 'glocations', value: 'Kosovo'}`.
    yield value.value;
    return;
  }
  const text = textOf(value);
  if (depth > 0) yield text;
  else yield* text.split(/[;|\n]/u.test(text) ? /[;|\n]/u : ',');
}

/** Subjects and tags, each once: a list, or one text with semicolons, bars or commas between them. */
export function keywordsOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const found = new Set<string>();
  for (const word of wordsIn(value)) {
    if (found.size >= mostKeywords) break;
    const keyword = onOneLine(word.replace(/^\s*#(?=\S)/u, ''));
    if (keyword !== '' && keyword.length <= longestKeyword) found.add(keyword);
  }
  return [...found];
}
