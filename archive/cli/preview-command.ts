import type { HostApi } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { FieldMap, RecordPreview } from '../model/field-map.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { ParsedArguments } from './arguments.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

/** What a file of records would give, as lines: its fields with what they hold, then the first articles. */
export function previewText(path: string, preview: RecordPreview | null): string {
  if (preview === null)
    return `${path} is no file of records (JSON, JSON Lines, or a table with a row of names).\n`;
  const held = new Map(Object.entries(preview.map).map(([part, field]) => [field, part]));
  const columns = preview.columns.map(
    (column) => `  ${column}${held.has(column) ? `  → ${String(held.get(column))}` : ''}`,
  );
  const articles = preview.articles.map(
    ({ headline, text, published, source }) =>
      `  ${[headline, published, source].filter((part) => part !== null).join(' · ')}\n    ${text}`,
  );
  const none =
    '  No field is known to hold a headline or a text: name them, --map headline=FIELD,body=FIELD.';
  return [
    `${path}`,
    'Fields:',
    ...columns,
    'First articles:',
    ...(articles.length > 0 ? articles : [none]),
    '',
  ].join('\n');
}

/** `cuttings import --preview`: nothing is imported. Exit 1 when a file would give no article. */
export async function previewCommand(
  archive: HostApi,
  args: ParsedArguments,
  map: FieldMap | null,
  { stdout }: Surroundings,
): Promise<Result<number, ArchiveError>> {
  let complete = true;
  for (const path of args.words) {
    const preview = await archive.keeping.preview(path, map);
    if (!preview.ok) return preview;
    if (preview.value === null || preview.value.articles.length === 0) complete = false;
    const text = args.flag('json')
      ? `${JSON.stringify({ path, preview: preview.value })}\n`
      : previewText(path, preview.value);
    await stdout.write(text);
  }
  if (args.words.length === 0) throw new UsageError('import --preview needs at least one file.');
  return ok(complete ? exitCodes.done : exitCodes.failed);
}
