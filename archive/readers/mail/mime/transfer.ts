/** Spaces and tabs at the ends of lines are the way's, not the writer's (RFC 2045, 6.7 (3)). */
function withoutTrailing(text: string): string {
  if (!/[ \t]\r?\n/u.test(text) && !/[ \t]$/u.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      let end = line.endsWith('\r') ? line.length - 1 : line.length;
      const close = line.slice(end);
      while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
      return line.slice(0, end) + close;
    })
    .join('\n');
}

/** Quoted-printable (RFC 2045, 6.7). What is no code stays as it stands. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const text = withoutTrailing(bytes.toString('latin1'));
  const plain = text.replace(/=(?:([0-9a-f]{2})|\r?\n|$)/giu, (_, code?: string) =>
    code === undefined ? '' : String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(plain, 'latin1');
}

/** Of a text joined from so many that were coded apart, the rest is not read. */
const mostPieces = 100_000;

/**
 * Base64 (RFC 2045, 6.8). Padding in the middle, as where two pieces were joined, begins a new piece; other characters are
 * passed over.
 */
export function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/[^a-z0-9+/=]+/giu, '');
  const pieces = text.split(/=+/u, mostPieces).filter((piece) => piece !== '');
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}

const uuencodeLine = 45;

/** The lines between `begin` and `end` of uuencode; null when there is no `begin`. */
export function decodeUuencode(bytes: Buffer): Buffer | null {
  const lines = bytes.toString('latin1').split(/\r?\n/u);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /u.test(line));
  if (begin === -1) return null;
  const parts: Buffer[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end' || line === '') break;
    const length = (line.charCodeAt(0) - 32) & 63;
    if (length === 0 || length > uuencodeLine) break;
    const codes = Array.from(line.slice(1), (sign) => (sign.charCodeAt(0) - 32) & 63);
    const out: number[] = [];
    for (let at = 0; at < codes.length; at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = codes.slice(at, at + 4);
      out.push(((a << 2) | (b >> 4)) & 255, ((b << 4) | (c >> 2)) & 255, ((c << 6) | d) & 255);
    }
    parts.push(Buffer.from(out.slice(0, length)));
  }
  return Buffer.concat(parts);
}

/** The content of a part, by its Content-Transfer-Encoding; one that is not known is none. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (/base-?64/iu.test(encoding)) return decodeBase64(bytes);
  if (/quoted-?\s?printable/iu.test(encoding)) return decodeQuotedPrintable(bytes);
  if (/uu(?:encode|e)?\b/iu.test(encoding)) return decodeUuencode(bytes) ?? bytes;
  return bytes;
}
