import iconv from 'iconv-lite';

/** iconv-lite has neither: they are EUC in seven bits, with signs that say where it begins and ends. */
export function isIso2022(label: string): boolean {
  return /^(?:iso-?2022-?(?:jp(?:-[123]|-ms|-2004)?|kr)|cp5022[0-2]|junet)$/u.test(label);
}

/** Whether a label means HZ (RFC 1843). */
export function isHz(label: string): boolean {
  return /^hz(?:-gb-?2312)?$/u.test(label);
}

const escape = 0x1b;
type Set = 'ascii' | 'kana' | 'double' | 'korean' | 'chinese';

/** Escape sequences of ISO-2022-JP (RFC 1468, 1554) and KR (RFC 1557), after the ESC. */
const sequences: readonly (readonly [string, Set])[] = [
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(H', 'ascii'],
  ['(I', 'kana'],
  ['$@', 'double'],
  ['$B', 'double'],
  ['$(B', 'double'],
  ['$(D', 'double'],
  ['$A', 'chinese'],
  ['$(C', 'korean'],
  ['$)C', 'korean'],
];

const eucOf: Readonly<Record<Set, string>> = {
  ascii: 'euc-jp',
  kana: 'euc-jp',
  double: 'euc-jp',
  korean: 'euc-kr',
  chinese: 'gbk',
};

function sequenceAt(bytes: Buffer, at: number): readonly [string, Set] | null {
  const ahead = bytes.toString('latin1', at + 1, at + 4);
  return sequences.find(([sign]) => ahead.startsWith(sign)) ?? null;
}

/** Bytes of a set as EUC, which all of them are in seven bits. */
function raised(bytes: Buffer, set: Set): Buffer {
  if (set === 'ascii') return bytes;
  const high = bytes.map((byte) => (byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte));
  if (set !== 'kana') return Buffer.from(high);
  return Buffer.from([...high].flatMap((byte) => (byte > 0x80 ? [0x8e, byte] : [byte])));
}

/** Gathers stretches of the same encoding, to decode them at one go. */
class Stretches {
  private readonly texts: string[] = [];
  private encoding = '';
  private held: Buffer[] = [];

  add(bytes: Buffer, set: Set): void {
    if (bytes.length === 0) return;
    if (eucOf[set] !== this.encoding) this.end();
    this.encoding = eucOf[set];
    this.held.push(raised(bytes, set));
  }

  text(): string {
    this.end();
    return this.texts.join('');
  }

  private end(): void {
    if (this.held.length > 0) this.texts.push(iconv.decode(Buffer.concat(this.held), this.encoding));
    this.held = [];
  }
}

/** Text in ISO-2022-JP or ISO-2022-KR. A line end puts an end to two-byte characters, whatever was forgotten. */
export function decodeIso2022(bytes: Buffer): string {
  const stretches = new Stretches();
  let set: Set = 'ascii';
  let shifted: Set = 'double';
  let from = 0;
  const end = (at: number, skip: number, next: Set): void => {
    stretches.add(bytes.subarray(from, at), set);
    from = at + skip;
    set = next;
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === escape) {
      const sequence = sequenceAt(bytes, at);
      if (sequence === null) continue;
      const [sign, next] = sequence;
      // `$)C` only says what the shift below means.
      if (sign === '$)C') shifted = next;
      end(at, sign.length + 1, sign === '$)C' ? set : next);
    } else if (byte === 0x0e) end(at, 1, shifted);
    else if (byte === 0x0f) end(at, 1, 'ascii');
    else if ((byte === 0x0a || byte === 0x0d) && set !== 'ascii') end(at, 0, 'ascii');
  }
  end(bytes.length, 0, 'ascii');
  return stretches.text();
}

/** Text in HZ: `~{` and `~}` around two-byte characters. */
export function decodeHz(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/~\{([^~\n]*)(?:~\}|(?=\n)|$)|~(~|\r?\n)/gu, (_, inside?: string, other?: string) => {
    if (inside === undefined) return other === '~' ? '~' : '';
    return iconv.decode(raised(Buffer.from(inside, 'latin1'), 'chinese'), 'gbk');
  });
}
