import { parse } from 'smol-toml';
import type { RecordObject } from '../records/record-fields.ts';
import { readYamlFrontMatter } from './front-matter-yaml.ts';

/** The metadata above a text, and the text. */
export interface FrontMatter {
  readonly fields: RecordObject;
  /** The text below. */
  readonly body: string;
}

/** In characters. What is longer is a text between two lines. */
const longest = 64_000;

/** TOML has dates of its own; their text is the one that RFC 3339 gives. */
function plain(value: unknown, depth = 0): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.000(?=Z|[+-]|$)/u, '');
  if (typeof value !== 'object' || value === null || depth > 8) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, depth + 1)]));
}

function readToml(text: string): RecordObject {
  try {
    // Hugo lets sites have tables of their own (`[params]`); what is at the top comes first.
    const read = plain(parse(text, { maxDepth: 20 })) as RecordObject;
    const inner = read['params'] ?? read['extra'] ?? read['taxonomies'];
    return typeof inner === 'object' && inner !== null ? { ...inner, ...read } : read;
  } catch (error) {
    if (error instanceof Error) return readYamlFrontMatter(text.replace(/^(\s*[\w-]+)\s*=\s*/gmu, '$1: '));
    throw error;
  }
}

/**
 * Front matter as Jekyll, Hugo, Obsidian and others write it: YAML between lines of `---`, or TOML between lines of `+++`, at the
 * very beginning. Null when the text does not begin so.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const opening = /^\s*(?<mark>---|\+\+\+)[^\S\n]*\n/u.exec(text.slice(0, 1_000));
  const mark = opening?.groups?.['mark'];
  if (opening === null || mark === undefined) return null;
  const start = opening[0].length;
  const head = text.slice(start, start + longest);
  const closing = (mark === '---' ? /^(?:---|\.\.\.)[^\S\n]*$/mu : /^\+\+\+[^\S\n]*$/mu).exec(head);
  if (closing === null) return null;
  const inner = head.slice(0, closing.index);
  const fields = mark === '---' ? readYamlFrontMatter(inner) : readToml(inner);
  return { fields, body: text.slice(start + closing.index + closing[0].length) };
}
