/** First bytes of formats that are not text, in Latin-1. */
const signatures: readonly string[] = [
  '\x89PNG\r\n',
  '\xff\xd8\xff', // JPEG
  'GIF87a',
  'GIF89a',
  '%PDF-',
  '%!PS-Adobe',
  'PK\x03\x04', // ZIP, and what is built on it: EPUB, DOCX, WACZ
  'PK\x05\x06',
  '\x7fELF',
  'MZ\x90\x00',
  '\x1f\x8b', // gzip
  'BZh',
  '\xfd7zXZ\x00',
  '7z\xbc\xaf\x27\x1c',
  'Rar!\x1a\x07',
  '\x28\xb5\x2f\xfd', // Zstandard
  'RIFF',
  'OggS',
  'ID3',
  'fLaC',
  'SQLite format 3\x00',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', // OLE: old Office files
  '\xca\xfe\xba\xbe',
  '\xcf\xfa\xed\xfe',
  '\x00asm',
  'wOFF',
  'wOF2',
];

/** One control byte in so many is still text: telegrams and old agency files carry a few. */
const controlShare = 1 / 50;

const isControl = (byte: number): boolean =>
  byte === 0x7f || (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b);

/** Whether bytes begin like a known format that is not text. */
export function hasBinarySignature(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return signatures.some((signature) => head.startsWith(signature));
}

/** Whether bytes hold a NUL or more control bytes than text does. A last 0x1A, the end of file of DOS, is text. */
export function hasBinaryBytes(bytes: Uint8Array): boolean {
  const end = bytes.at(-1) === 0x1a ? bytes.length - 1 : bytes.length;
  let controls = 0;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return true;
    if (isControl(byte)) controls += 1;
  }
  return controls > end * controlShare;
}
