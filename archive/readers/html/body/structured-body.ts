import { attribute } from '../page/page-tree.ts';
import type { Page } from '../page/page-tree.ts';
import { rawText } from '../page/tree-builder.ts';

const mostScripts = 50;
const longestScript = 2_000_000;
/** Longer than a book of news. */
const longestBody = 300_000;
const deepest = 12;

function* bodiesIn(value: unknown, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    if (key.toLowerCase() === 'articlebody' && typeof inner === 'string') yield inner;
    else yield* bodiesIn(inner, depth + 1);
  }
}

function parsed(text: string): unknown {
  try {
    // Line ends inside strings are a common fault.
    return JSON.parse(text.replace(/[\r\n\t]+/gu, ' ')) as unknown;
  } catch {
    return null;
  }
}

/** The text of the article that a page carries in JSON-LD (schema.org `articleBody`), the longest; null when it has none. */
export function structuredBody(page: Page): string | null {
  let longest: string | null = null;
  const scripts = page.elements.filter(
    (element) => element.name === 'script' && /ld\+json/iu.test(attribute(element, 'type')),
  );
  for (const script of scripts.slice(0, mostScripts)) {
    const text = rawText(script);
    if (text.length > longestScript || !/articleBody/iu.test(text)) continue;
    for (const body of bodiesIn(parsed(text), 0))
      if (body.length > (longest?.length ?? 0) && body.length <= longestBody) longest = body;
  }
  return longest;
}
