import * as v from 'valibot';
import { DamagedSegment } from './damaged-segment.ts';
import { dictionaryNames, formatVersion } from './format.ts';
import type { Contents } from './format.ts';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const shape = v.object({
  version: v.literal(formatVersion),
  fingerprint: v.string(),
  documents: v.pipe(whole, v.maxValue(2 ** 31 - 1)),
  covered: whole,
  checksumsCrc: whole,
  sections: v.record(v.string(), v.tuple([whole, whole])),
  terms: v.object({ forms: whole, pairs: whole, prefixes: whole, stems: whole }),
  tables: v.record(v.string(), v.array(v.string())),
});

/** The contents as their writer meant them. Throws `DamagedSegment` when they are anything else. */
export function parseContents(json: Uint8Array): Contents {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(json));
  } catch (error) {
    throw new DamagedSegment('its contents are no JSON', { cause: error });
  }
  const parsed = v.safeParse(shape, value);
  if (!parsed.success)
    throw new DamagedSegment(`its contents are not complete (${parsed.issues[0].message})`);
  const { sections, covered } = parsed.output;
  for (const [offset, length] of Object.values(sections)) {
    if (offset + length > covered) throw new DamagedSegment('a section lies outside the file');
  }
  if (dictionaryNames.some((name) => sections[`${name}.index`] === undefined)) {
    throw new DamagedSegment('a dictionary is missing');
  }
  return parsed.output;
}
