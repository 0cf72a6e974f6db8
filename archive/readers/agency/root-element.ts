/** The outermost element of an XML file: its name without a prefix, and its opening tag as written. */
export interface RootElement {
  readonly name: string;
  readonly tag: string;
}

/** So much of a file is looked at for its first element. */
const headLength = 64 * 1024;

function decodeHead(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength));
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le').slice(1);
  if (head[0] === 0xfe && head[1] === 0xff) {
    return Buffer.from(head.subarray(0, head.length - (head.length % 2)))
      .swap16()
      .toString('utf16le')
      .slice(1);
  }
  const skip = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  return head.toString('latin1', skip);
}

/** Where a document type ends: its own part in brackets may hold further `>`. */
function endOfDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  if (bracket === -1 || end < bracket) return end;
  const close = text.indexOf(']', bracket);
  return close === -1 ? -1 : text.indexOf('>', close);
}

function endOfProlog(text: string, at: number): number {
  if (text.startsWith('<?', at)) return text.indexOf('?>', at) + 1;
  if (text.startsWith('<!--', at)) return text.indexOf('-->', at + 4) + 2;
  return endOfDoctype(text, at);
}

/** The root element, by the first bytes; null when the file does not begin as XML. Only its own tag is believed. */
export function rootElement(bytes: Uint8Array): RootElement | null {
  const text = decodeHead(bytes);
  if (text === null) return null;
  for (let at = 0; at < text.length;) {
    if (/\s/u.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    if (text.charAt(at) !== '<') return null;
    if (text.charAt(at + 1) !== '?' && text.charAt(at + 1) !== '!') return elementAt(text, at);
    const end = endOfProlog(text, at);
    if (end <= at) return null;
    at = end + 1;
  }
  return null;
}

function elementAt(text: string, at: number): RootElement | null {
  const end = text.indexOf('>', at);
  const tag = text.slice(at, end === -1 ? Math.min(text.length, at + 4_000) : end + 1);
  const name = /^<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/u.exec(tag)?.[1];
  return name === undefined ? null : { name, tag };
}
