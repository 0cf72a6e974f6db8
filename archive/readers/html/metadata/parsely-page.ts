import { lenientJson } from './lenient-json.ts';

/** What the older `parsely-page`, JSON in a meta element, says. */
export interface ParselyPage {
  readonly title: string | null;
  readonly author: string | null;
  readonly section: string | null;
  readonly published: string | null;
}

/** Reads `<meta name="parsely-page">` of Parse.ly; nulls where the page has none. */
export function parselyPage(metas: ReadonlyMap<string, readonly string[]>): ParselyPage {
  const value = lenientJson(metas.get('parsely-page')?.[0] ?? '');
  const page =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const text = (key: string): string | null => {
    const one = page[key];
    return typeof one === 'string' && one.trim() !== '' ? one : null;
  };
  return {
    title: text('title'),
    author: text('author'),
    section: text('section'),
    published: text('pub_date'),
  };
}
