import { basename } from 'node:path';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { FieldMap, RecordPreview } from '../model/field-map.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { previewOf } from '../readers/records/preview.ts';
import { attempt } from './prepare-support.ts';
import { headSize, readSource } from './source-bytes.ts';

/**
 * The fields of a file of records and its first articles, by the beginning of the file. Null when it is no such file. Errors:
 * `unreadable`, `not-a-file`.
 */
export async function previewFile(
  path: string,
  map: FieldMap | null,
): Promise<Result<RecordPreview | null, ArchiveError>> {
  const read = await attempt(path, () => readSource(path, headSize));
  if (!('kind' in read)) return fail(read.error);
  if (read.kind === 'special') return fail(archiveError('not-a-file', { path }));
  const bytes = read.kind === 'whole' ? read.bytes : read.head;
  // One byte more than is looked at says that the file goes on.
  const shown = read.kind === 'whole' ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
  return ok(await previewOf({ name: basename(path), path, bytes: shown }, map));
}
