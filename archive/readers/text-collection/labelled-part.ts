import { roleOf } from '../records/field-names.ts';
import type { RecordPart } from '../../model/field-map.ts';
import type { RecordObject } from '../records/record-fields.ts';

const label = /^(?<name>\p{Lu}[\p{L}\p{M} /-]{1,40}?)\s?:(?:\s+(?<value>\S.*))?$/u;
/** So many parts of an article must be labelled. */
const enoughLabels = 3;

/**
 * A text whose parts are labelled, as databases and people write them down: `Title: …`, `Publication date: …`, `Full text: …`. Of the
 * text, what no label stands before is the body. Null when fewer than three parts are labelled, or no headline.
 */
export function labelledRecord(text: string): RecordObject | null {
  const fields = new Map<string, string[]>();
  const parts = new Set<RecordPart>();
  const rest: string[] = [];
  let open: string[] = rest;
  for (const line of text.split('\n')) {
    const { name = '', value = '' } = label.exec(line.slice(0, 2_000))?.groups ?? {};
    const role = name === '' || /^none available\.?$/iu.test(value) ? null : roleOf(name);
    if (role !== null && !fields.has(name)) {
      // A label of a short part holds one line; only a text goes on.
      const lines = [line.length > 2_000 ? line.slice(line.indexOf(':') + 1).trim() : value];
      fields.set(name, lines);
      parts.add(role.part);
      open = role.part === 'body' || role.part === 'standfirst' ? lines : rest;
    } else if (name !== '' && open !== rest && role === null && isOtherLabel(name)) open = rest;
    else open.push(line);
  }
  if (parts.size < enoughLabels || !parts.has('headline')) return null;
  const record = Object.fromEntries([...fields].map(([name, lines]) => [name, lines.join('\n').trim()]));
  return parts.has('body') ? record : { ...record, text: rest.join('\n').trim() };
}

/** Labels of databases that end a text and are no part of an article. */
function isOtherLabel(name: string): boolean {
  return /^(?:copyright|database|source type|document (?:type|id)|publication info|last updated|issn|pages?|volume|issue|language of publication|country of publication|place of publication|load-date|length|word count)$/iu.test(
    name,
  );
}
