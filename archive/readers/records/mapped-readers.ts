import { csvReader } from '../csv/csv.ts';
import { jsonReader } from '../json/json.ts';
import { jsonLinesReader } from '../json-lines/json-lines.ts';
import type { FieldMap } from '../../model/field-map.ts';
import type { Reader, RecordReader, SourceFile } from '../reader.ts';

/**
 * The readers of records with the fields that a person named: they claim every file that has these fields, whatever else it
 * holds. With a map they are to be asked before all others; what they do not claim is read as ever.
 */
export function readersFor(map: FieldMap | null): readonly RecordReader[] {
  return [jsonLinesReader(map), jsonReader(map), csvReader(map)];
}

/**
 * Chooses as `choose` does, but a file of records that has the fields of the map is read by it. Without a map it is `choose`
 * itself.
 */
export function choosing(
  map: FieldMap | null,
  choose: (source: SourceFile) => Reader | null,
): (source: SourceFile) => Reader | null {
  if (map === null) return choose;
  const mapped = readersFor(map);
  return (source) => mapped.find((reader) => reader.claims(source)) ?? choose(source);
}
