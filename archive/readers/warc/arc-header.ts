import type { ByteCursor } from './byte-cursor.ts';
import { isoInstant } from './capture-date.ts';
import { headerText } from './header-fields.ts';
import type { HeaderOutcome } from './web-record.ts';

const longestLine = 64 * 1024;
/** Of version 1: address, IP number, date, media type, length. The address may hold blanks, the rest none. */
const versionOne = /^(\S.*) (\S+) (\d{8,18}) (\S*) (-?\d{1,15})$/u;
/** Of version 2: the same up to the media type; then status, checksum, location, offset, file name, length. */
const versionTwo = /^(\S.*) (\S+) (\d{8,18}) (\S*) (-?\d{1,4}|-) (\S+) (\S+) (\d{1,15}) (\S+) (\d{1,15})$/u;

/** The beginning of an ARC file: the line that describes the file, and the one that says its version. */
export const arcOpening = /^filedesc:\/\/[^\r\n]{0,4096}\r?\n[12] \d/u;

/** Whether a line is the header of a record of an ARC file. */
export function isArcLine(line: string): boolean {
  return /^[a-z][a-z0-9+.-]{1,20}:/iu.test(line) && (versionOne.test(line) || versionTwo.test(line));
}

/**
 * The header line of the record a cursor stands at (Internet Archive's ARC format, versions 1 and 2,
 * https://archive.org/web/researcher/ArcFileFormat.php), which is taken; the block follows. The record that describes the
 * file has the type `warcinfo`.
 */
export async function readArcHeader(cursor: ByteCursor): Promise<HeaderOutcome> {
  const bytes = await cursor.line(longestLine);
  const line = bytes === null ? '' : headerText(bytes).trim();
  const parts = isArcLine(line) ? (versionTwo.exec(line) ?? versionOne.exec(line)) : null;
  if (parts === null) return { broken: 'no record begins where one should', url: null };
  const [, url = '', , date = '', contentType = ''] = parts;
  const length = Number(parts.at(-1));
  if (length < 0) return { broken: 'its header gives no length', url };
  return {
    header: {
      type: url.startsWith('filedesc://') ? 'warcinfo' : 'response',
      url,
      captured: isoInstant(date),
      contentType,
      length,
      id: null,
      blockDigest: null,
      payloadDigest: null,
      isCut: false,
      refersTo: { id: null, url: null, captured: null },
    },
  };
}
