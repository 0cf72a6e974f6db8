import type { ByteCursor } from './byte-cursor.ts';
import { isoInstant } from './capture-date.ts';
import { readHeaderFields } from './header-fields.ts';
import type { HeaderOutcome, RecordHeader } from './web-record.ts';

/** The line every record begins with. */
export const versionLine = /^WARC\/\d{1,2}\.\d{1,3}[ \t]*\r{0,2}\n?$/u;

const longestVersion = 64;
/** Of all named fields of a record: tools put long JSON in some. */
const longestHeader = 1024 * 1024;
/** Larger numbers are no lengths. */
const length = /^\d{1,15}$/u;

/** An address; some versions of wget set it in angle brackets. */
function addressOf(field: string | undefined): string | null {
  const address = field?.replace(/^<(.*)>$/u, '$1').trim() ?? '';
  return address === '' ? null : address;
}

function headerOf(fields: ReadonlyMap<string, string>, blockLength: number): RecordHeader {
  const segment = fields.get('warc-segment-number');
  return {
    type: (fields.get('warc-type') ?? '').toLowerCase(),
    url: addressOf(fields.get('warc-target-uri')),
    captured: isoInstant(fields.get('warc-date') ?? ''),
    contentType: fields.get('content-type') ?? '',
    length: blockLength,
    id: addressOf(fields.get('warc-record-id')),
    blockDigest: fields.get('warc-block-digest') ?? null,
    payloadDigest: fields.get('warc-payload-digest') ?? null,
    isCut: fields.has('warc-truncated') || segment !== undefined,
    refersTo: {
      id: addressOf(fields.get('warc-refers-to')),
      url: addressOf(fields.get('warc-refers-to-target-uri')),
      captured: isoInstant(fields.get('warc-refers-to-date') ?? ''),
    },
  };
}

/**
 * The header of the record a cursor stands at (ISO 28500:2017, 4 and 5; WARC 0.17 to 1.1), which is taken; the block
 * follows. Lines may end with LF alone and may be folded.
 */
export async function readWarcHeader(cursor: ByteCursor): Promise<HeaderOutcome> {
  const version = await cursor.line(longestVersion);
  if (version === null || !versionLine.test(Buffer.from(version).toString('latin1'))) {
    return { broken: 'no record begins where one should', url: null };
  }
  const fields = await readHeaderFields(cursor, longestHeader, 'WARC/');
  if (fields === null) return { broken: 'its header does not end', url: null };
  const url = addressOf(fields.get('warc-target-uri'));
  const stated = fields.get('content-length') ?? '';
  if (!length.test(stated)) return { broken: 'its header gives no length', url };
  if (!fields.has('warc-type')) return { broken: 'its header gives no type', url };
  return { header: headerOf(fields, Number(stated)) };
}
