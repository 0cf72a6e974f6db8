import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { fail } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { decodeError, decodeWarnings, sourceText } from '../source-text.ts';
import { beginsWithNinjs } from './ninjs-claim.ts';
import { draftsOfNinjs } from './ninjs-drafts.ts';
import { ninjsName } from './ninjs-article.ts';
import { isObject } from './ninjs-values.ts';
import { agencyLimit } from './xml-reading.ts';

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

/** The engine's own message quotes the text and differs between versions: the place is enough. */
function whyBad({ message }: Error): string {
  const place = /position (\d+)/u.exec(message)?.[1];
  return place === undefined
    ? 'its JSON ends in the middle'
    : `its JSON is wrong at character ${Number(place) + 1}`;
}

async function* read(source: SourceFile, signal?: Cancellation): AsyncGenerator<Result<Draft, ArchiveError>> {
  const { path } = source;
  const decoded = sourceText(source);
  if (!decoded.ok) {
    yield fail(decodeError(decoded.error, path));
    return;
  }
  const parsed = parse(decoded.value.text);
  if (parsed instanceof Error) {
    yield fail(archiveError('file-broken', { path, detail: whyBad(parsed) }));
    return;
  }
  const { encoding } = decoded.value;
  const file = { mediaType: 'application/json', encoding, warnings: decodeWarnings(decoded.value), source };
  const all: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  for (const [at, item] of all.entries()) {
    if (signal?.aborted === true) return;
    const place = all.length === 1 ? path : `${path} › ${ninjsName(item) ?? String(at + 1)}`;
    if (isObject(item)) yield* draftsOfNinjs(item, place, file);
    else yield fail(archiveError('record-broken', { path: place, detail: 'it is no object' }));
  }
}

/** The first byte that is no blank and no mark opens an object or a list. */
function beginsAsJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0\s]*[[{]/u.test(head);
}

/**
 * ninjs 1.0 to 3.1, IPTC's news in JSON (https://iptc.org/std/ninjs/): an object, or a list of objects. Claims JSON whose
 * first object has the address and a further key that ninjs asks for.
 */
export const ninjs: Reader = {
  name: 'ninjs',
  version: 1,
  limit: agencyLimit,
  claims(source: SourceFile): boolean {
    if (!beginsAsJson(source.bytes)) return false;
    const decoded = sourceText(source);
    return decoded.ok && beginsWithNinjs(decoded.value.text);
  },
  read,
};
