import type { ByteCursor } from './byte-cursor.ts';
import { headerText, readHeaderFields } from './header-fields.ts';

/** The status line and the header fields of an HTTP response. */
export interface HttpHead {
  readonly status: number;
  /** By their names in lower case, of each the first value. */
  readonly fields: ReadonlyMap<string, string>;
}

const longestStatus = 8 * 1024;
/** `HTTP/1.1 200 OK`; old servers of sound said ICY, and broken ones all kinds of names. */
const statusLine = /^(?:HTTP|ICY|[A-Z]{4,8}\/\d\.\d)(?:\/\d?(?:\.\d)?)?[ \t]+(\d{3})\b/iu;
const longestHead = 256 * 1024;

/**
 * The head of the HTTP response at the cursor, which is taken (RFC 9112, 4 and 5, read leniently: LF alone, folded lines,
 * Latin-1, no reason phrase). Null when none begins there; nothing is taken then but its first line.
 */
export async function readHttpHead(cursor: ByteCursor): Promise<HttpHead | null> {
  const line = await cursor.line(longestStatus);
  const status = line === null ? null : statusLine.exec(headerText(line));
  if (status === null) return null;
  const fields = await readHeaderFields(cursor, longestHead);
  return fields === null ? null : { status: Number(status[1]), fields };
}

/** Whether an HTTP response begins at the cursor; nothing is taken. */
export async function beginsResponse(cursor: ByteCursor): Promise<boolean> {
  return statusLine.test(headerText((await cursor.peek(64)).subarray(0, 64)));
}

/** A media type in lower case without its parameters, and its charset (RFC 9110, 8.3). */
export interface MediaTypeField {
  readonly mediaType: string | null;
  readonly charset: string | null;
}

/** Reads a Content-Type field; of several that were joined with commas the first counts. */
export function readMediaType(field: string): MediaTypeField {
  const [type = '', ...parameters] = field.slice(0, 1_000).split(';');
  const mediaType = (type.split(',', 1)[0] ?? '').trim().toLowerCase();
  const named = parameters.map((parameter) => /^\s*charset\s*=\s*["']?([\w.:+-]+)/iu.exec(parameter)?.[1]);
  return {
    mediaType: /^[\w.+*-]+\/[\w.+*-]+$/u.test(mediaType) ? mediaType : null,
    charset: named.find((charset) => charset !== undefined) ?? null,
  };
}

/** The codings of a field such as Content-Encoding or Transfer-Encoding, in the order they were applied. */
export function codingsOf(field: string | undefined): readonly string[] {
  const names = (field ?? '').toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}
