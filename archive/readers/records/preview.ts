import { anyColumns, csvHeader } from '../csv/csv-header.ts';
import { codingOf } from '../csv/csv-text.ts';
import { firstObjects } from '../json/first-objects.ts';
import type { Draft, SourceFile } from '../reader.ts';
import type { FieldMap, PreviewedArticle, RecordPreview } from '../../model/field-map.ts';
import { guessFieldMap } from './field-map.ts';
import { readersFor } from './mapped-readers.ts';

const headLength = 64 * 1024;
const previewed = 5;
const mostColumns = 300;
const textShown = 300;

function shown({ headline, standfirst, blocks, published, source }: Draft): PreviewedArticle {
  const texts = blocks.map((block) => ('text' in block ? block.text : ''));
  const text = [standfirst ?? '', ...texts].filter((part) => part !== '').join(' ');
  return {
    headline,
    text: text.length > textShown ? `${text.slice(0, textShown).trimEnd()}…` : text,
    published: published?.printed ?? published?.value ?? null,
    source,
  };
}

function columnsOf(head: Buffer, complete: boolean): readonly string[] {
  const decoded = codingOf(head, complete);
  const text = decoded?.text ?? '';
  if (/^\s*[[{]/u.test(text)) {
    const names = new Set(
      firstObjects(Buffer.from(text), previewed).flatMap((record) => Object.keys(record)),
    );
    return [...names].slice(0, mostColumns);
  }
  return csvHeader(text, complete, null)?.columns ?? anyColumns(text, complete);
}

/**
 * The fields of a file of records (JSON Lines, JSON, a table), what they are taken to hold and the first articles, by the
 * beginning of the file. Null when it is none of these, by its content.
 */
export async function previewOf(
  source: SourceFile,
  map: FieldMap | null = null,
): Promise<RecordPreview | null> {
  const complete = source.bytes.length <= headLength;
  const head = { ...source, bytes: source.bytes.subarray(0, headLength) };
  const columns = columnsOf(Buffer.from(head.bytes), complete);
  if (columns.length === 0) return null;
  const guessed = map ?? guessFieldMap(columns);
  const reader = readersFor(map).find((one) => one.claims(head)) ?? null;
  const articles: PreviewedArticle[] = [];
  for await (const result of reader?.read(head) ?? []) {
    if (result.ok) articles.push(shown(result.value));
    if (articles.length === previewed) break;
  }
  return { reader: reader?.name ?? null, columns, map: guessed, articles };
}
