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
  ascii: 'latin1',
  kana: 'euc-jp',
  double: 'euc-jp',
  korean: 'euc-kr',
  chinese: 'gbk',
};

function sequenceAt(bytes: Buffer, at: number): readonly [string, Set] | null {
  const ahead = bytes.toString('latin1', at + 1, at + 4);
  return sequences.find(([sign]) => ahead.startsWith(sign)) ?? null;
}

/** A stretch in one set, as EUC. A line end puts an end to two-byte characters, whatever was forgotten. */
function decodeStretch(bytes: Buffer, set: Set): string {
  if (set === 'ascii') return bytes.toString('latin1');
  const high = Buffer.from(bytes.map((byte) => (byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte)));
  if (set !== 'kana') return iconv.decode(high, eucOf[set]);
  return iconv.decode(
    Buffer.from([...high].flatMap((byte) => (byte > 0x80 ? [0x8e, byte] : [byte]))),
    'euc-jp',
  );
}

/** Text in ISO-2022-JP or ISO-2022-KR. */
export function decodeIso2022(bytes: Buffer): string {
  const parts: string[] = [];
  let set: Set = 'ascii';
  let shifted: Set = 'double';
  let from = 0;
  const end = (at: number, skip: number, next: Set): void => {
    parts.push(decodeStretch(bytes.subarray(from, at), set));
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
  return parts.join('');
}

/** Text in HZ: `~{` and `~}` around two-byte characters. */
export function decodeHz(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/~\{([^~\n]*)(?:~\}|(?=\n)|$)|~(~|\r?\n)/gu, (_, inside?: string, other?: string) => {
    if (inside === undefined) return other === '~' ? '~' : '';
    return decodeStretch(Buffer.from(inside, 'latin1'), 'chinese');
  });
}
