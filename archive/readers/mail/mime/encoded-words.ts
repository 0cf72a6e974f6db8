import { decodeCharset } from './charset.ts';
import { decodeBase64 } from './transfer.ts';

/** An encoded word (RFC 2047) at a place in a header. */
interface EncodedWord {
  readonly charset: string;
  readonly bytes: Buffer;
  readonly end: number;
}

/** RFC 2047 allows 75 characters; what programs write is often longer, but not endless. */
const longestWord = 4_000;
const opening = /=\?([^\s?*]{1,60})(?:\*[^\s?]{0,40})?\?([bq])\?/iuy;

/** The bytes of `Q`: quoted-printable with `_` for a blank. */
function decodeQ(text: string): Buffer {
  const plain = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}

function wordAt(text: string, start: number): EncodedWord | null {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (match === null) return null;
  const from = start + match[0].length;
  const [, charset = '', kind = ''] = match;
  const close = text.slice(from, from + longestWord).indexOf('?=');
  if (close === -1) return null;
  const inside = text.slice(from, from + close);
  return {
    charset,
    bytes: kind.toLowerCase() === 'b' ? decodeBase64(Buffer.from(inside, 'latin1')) : decodeQ(inside),
    end: from + close + 2,
  };
}

/** Characters split between words, as programs do though they must not, are whole again when the words are joined first. */
class Words {
  private readonly parts: string[] = [];
  private charset = '';
  private bytes: Buffer[] = [];

  take(word: EncodedWord): void {
    if (word.charset.toLowerCase() !== this.charset) this.end();
    this.charset = word.charset.toLowerCase();
    this.bytes.push(word.bytes);
  }

  plain(text: string): void {
    // Between two encoded words blanks count for nothing (RFC 2047, 6.2).
    this.end();
    this.parts.push(text);
  }

  text(): string {
    this.end();
    return this.parts.join('');
  }

  private end(): void {
    if (this.bytes.length > 0) this.parts.push(decodeCharset(Buffer.concat(this.bytes), this.charset).text);
    this.bytes = [];
  }
}

/** A header's text with its encoded words (RFC 2047) decoded, also inside quotation marks, where they do not belong. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  const words = new Words();
  let from = 0;
  let afterWord = false;
  for (let at = text.indexOf('=?'); at !== -1;) {
    const word = wordAt(text, at);
    if (word === null) {
      at = text.indexOf('=?', at + 2);
      continue;
    }
    const between = text.slice(from, at);
    if (!afterWord || between.trim() !== '') words.plain(between);
    words.take(word);
    afterWord = true;
    from = word.end;
    at = text.indexOf('=?', from);
  }
  words.plain(text.slice(from));
  return words.text();
}
