const equals = 0x3d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const tab = 0x09;

function hexadecimal(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}

/** Where a soft line break that begins at an equals sign ends; -1 when it is none. Blanks before the line end were added on the way. */
function afterSoftBreak(bytes: Uint8Array, at: number): number {
  let next = at + 1;
  while (next - at < 80 && (bytes[next] === blank || bytes[next] === tab)) next += 1;
  if (next >= bytes.length) return bytes.length;
  if (bytes[next] === carriageReturn) return bytes[next + 1] === lineFeed ? next + 2 : next + 1;
  return bytes[next] === lineFeed ? next + 1 : -1;
}

/** Quoted-printable (RFC 2045, 6.7). An equals sign that begins neither an octet nor a soft line break stands for itself. */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte === equals) {
      const high = hexadecimal(bytes[at + 1]);
      const low = hexadecimal(bytes[at + 2]);
      const next = high !== -1 && low !== -1 ? at + 3 : afterSoftBreak(bytes, at);
      if (next === at + 3 && high !== -1 && low !== -1) decoded[length++] = high * 16 + low;
      if (next !== -1) {
        at = next;
        continue;
      }
    }
    decoded[length++] = byte;
    at += 1;
  }
  return decoded.subarray(0, length);
}

/** Base64 (RFC 2045, 6.8); characters that are none of its alphabet are passed over. */
export function decodeBase64(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(
    Buffer.from(
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/[^A-Za-z\d+/_-]+/gu, ''),
      'base64',
    ),
  );
}

/** The bytes that a `Content-Transfer-Encoding` stands for. 7bit, 8bit, binary and unknown ones leave them as they are. */
export function decodeTransfer(bytes: Uint8Array, encoding: string | undefined): Uint8Array {
  const name = (encoding ?? '')
    .trim()
    .toLowerCase()
    .replace(/[;\s].*$/su, '');
  if (name === 'quoted-printable') return decodeQuotedPrintable(bytes);
  return name === 'base64' ? decodeBase64(bytes) : bytes;
}
