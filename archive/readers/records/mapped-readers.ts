import { csvReader } from '../csv/csv.ts';
import { jsonReader } from '../json/json.ts';
import { jsonLinesReader } from '../json-lines/json-lines.ts';
import type { RecordReader } from '../reader.ts';
import type { FieldMap } from './field-map.ts';

/**
 * The readers of records with the fields that a person named: they claim every file that has these fields, whatever else it
 * holds. With a map they are to be asked before all others; what they do not claim is read as ever.
 */
export function readersFor(map: FieldMap | null): readonly RecordReader[] {
  return [jsonLinesReader(map), jsonReader(map), csvReader(map)];
}
