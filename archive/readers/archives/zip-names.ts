import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { crc32 } from './checksum.ts';

/** A name as a ZIP has it. */
export interface RawName {
  readonly bytes: Buffer;
  /** Bit 11 of the flags (APPNOTE.TXT 4.4.4): the name is UTF-8. */
  readonly isUtf8: boolean;
  /** The extra fields of the entry. */
  readonly extra: readonly { readonly id: number; readonly data: Buffer }[];
}

/** What programs write that do not say that they write UTF-8: by the specification CP437, in practice the system's own. */
const legacy = ['cp437', 'cp852', 'cp866', 'windows-1250', 'windows-1251', 'windows-1252'] as const;
type Legacy = (typeof legacy)[number];

const unicodePath = 0x7075;

/** The Info-ZIP Unicode Path Extra Field (APPNOTE.TXT 4.6.9), when it belongs to this very name. */
function unicodeName({ bytes, extra }: RawName): string | null {
  const field = extra.find(({ id, data }) => id === unicodePath && data.length > 5 && data[0] === 1);
  if (field === undefined || field.data.readUInt32LE(1) !== crc32(bytes)) return null;
  return field.data.toString('utf8', 5);
}

/** Names are letters; those of one script stand together, and small ones follow each other. */
function plausibility(name: string): number {
  let sum = 0;
  for (const sign of name.match(/[^\0-\x7f]/gu) ?? []) {
    if (/[\p{L}\p{M}]/u.test(sign)) sum += /[ºª\p{Script=Greek}]/u.test(sign) ? -1 : 1;
    else sum -= /[–—“”„‘’«»]/u.test(sign) ? 0 : 2;
  }
  const mixed = name.match(
    /[\p{Script=Latin}][\p{Script=Cyrillic}]|[\p{Script=Cyrillic}][\p{Script=Latin}]/gu,
  );
  // Words of Latin letters have an accent here and there; three in a row are letters of another script.
  const accents = name.match(/(?:(?![\0-\x7f])\p{Script=Latin}){3,}/gu)?.join('').length ?? 0;
  const jumps = name.match(/\p{Ll}\p{Lu}/gu);
  return sum - 2 * (mixed?.length ?? 0) - (jumps?.length ?? 0) * 2 - 2 * accents;
}

/** The one encoding in which all names that say none look most like names; the specification's, when several do. */
function chooseLegacy(names: readonly Buffer[]): Legacy {
  const sample = Buffer.concat(names.slice(0, 200).flatMap((name) => [name, Buffer.from('\n')]));
  let best: { readonly encoding: Legacy; readonly score: number } = { encoding: 'cp437', score: -Infinity };
  for (const encoding of legacy) {
    const score = plausibility(iconv.decode(sample, encoding));
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** The names of all entries of a ZIP, in their order, with `/` between folders whichever stroke the program wrote. */
export function decodeZipNames(names: readonly RawName[]): readonly string[] {
  const bare = names.filter((name) => !name.isUtf8 && !isUtf8(name.bytes)).map(({ bytes }) => bytes);
  const encoding = bare.length === 0 ? 'cp437' : chooseLegacy(bare);
  return names.map((name) => {
    const isText = name.isUtf8 || isUtf8(name.bytes);
    const given =
      unicodeName(name) ?? (isText ? name.bytes.toString('utf8') : iconv.decode(name.bytes, encoding));
    return given.replaceAll('\\', '/');
  });
}
