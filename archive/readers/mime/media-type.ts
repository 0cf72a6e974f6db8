/** A media type with its parameters (RFC 2045, 5.1). */
export interface MediaType {
  /** In lower case: `multipart/related`. */
  readonly type: string;
  /** By name in lower case, without quotes; the pieces of RFC 2231 (`boundary*0`) joined. */
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /;\s*([^\s;="]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"?|([^\s;]{0,2000}))/gsu;
const most = 50;

/** `name*0`, `name*1` and `name*` are pieces of one value. */
function joined(given: readonly (readonly [string, string])[]): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of given) {
    const piece = /^(.+?)\*(\d{1,2})?\*?$/u.exec(name);
    const key = piece?.[1] ?? name;
    const isLater = piece?.[2] !== undefined && piece[2] !== '0';
    const known = parameters.get(key);
    if (known === undefined) parameters.set(key, value);
    else if (isLater) parameters.set(key, known + value);
  }
  return parameters;
}

/** Reads a `Content-Type`. Null when it names no type. */
export function readMediaType(value: string | undefined): MediaType | null {
  const plain = value ?? '';
  const type = /^\s*([\w!#$&^.+-]{1,80}\/[\w!#$&^.+-]{1,80})/u.exec(plain)?.[1]?.toLowerCase();
  if (type === undefined) return null;
  const given: (readonly [string, string])[] = [];
  for (const match of plain.matchAll(parameter)) {
    const text = match[2] === undefined ? (match[3] ?? '') : match[2].replace(/\\(.)/gsu, '$1');
    given.push([(match[1] ?? '').toLowerCase(), text]);
    if (given.length >= most) break;
  }
  return { type, parameters: joined(given) };
}
