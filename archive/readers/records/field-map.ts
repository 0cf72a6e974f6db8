import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { recordParts } from '../../model/field-map.ts';
import type { FieldMap, RecordPart } from '../../model/field-map.ts';
import { roleOf } from './field-names.ts';

function problem(detail: string): Result<FieldMap, ArchiveError> {
  return fail(archiveError('bad-request', { method: 'map', detail }));
}

function isPart(name: string): name is RecordPart {
  return (recordParts as readonly string[]).includes(name);
}

/** Pieces between commas that stand in no quotation marks; marks of a piece are taken off. */
function pairsOf(text: string): readonly string[] {
  return (text.match(/(?:"[^"]*"|[^",])+/gu) ?? []).filter((pair) => pair.trim() !== '');
}

/**
 * Reads `headline=title,body=content`: parts of an article (see `recordParts`) and the fields that hold them. A name with
 * commas or blanks at its ends stands in quotation marks: `body="Text, full"`. Error: `bad-request` with what is wrong.
 */
export function parseFieldMap(text: string): Result<FieldMap, ArchiveError> {
  const map: Partial<Record<RecordPart, string>> = {};
  for (const pair of pairsOf(text)) {
    const equals = pair.indexOf('=');
    if (equals === -1) return problem(`“${pair.trim()}” is not of the form part=field`);
    const part = pair.slice(0, equals).trim().toLowerCase();
    const written = pair.slice(equals + 1).trim();
    const field = /^"(?<name>[^"]*)"$/u.exec(written)?.groups?.['name'] ?? written;
    if (!isPart(part)) return problem(`“${part}” is none of ${recordParts.join(', ')}`);
    if (field === '') return problem(`${part} has no field`);
    if (map[part] !== undefined) return problem(`${part} is there twice`);
    map[part] = field;
  }
  return Object.keys(map).length === 0 ? problem('it is empty') : ok(map);
}

/** The fields for each part, by the names of the columns alone; the parts that none holds are absent. */
export function guessFieldMap(columns: readonly string[]): FieldMap {
  const map: Partial<Record<RecordPart, string>> = {};
  const ranks = new Map<RecordPart, number>();
  for (const column of columns) {
    const role = roleOf(column);
    if (role === null || role.rank >= (ranks.get(role.part) ?? Infinity)) continue;
    ranks.set(role.part, role.rank);
    map[role.part] = column;
  }
  return map;
}
