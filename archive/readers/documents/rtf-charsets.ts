import iconv from 'iconv-lite';

/** Code pages by the character set of a font (specification 1.9.1, "Font table"). */
const byCharset: Readonly<Record<number, number>> = {
  ...{ 0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254 },
  ...{ 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850 },
};

/** The code page of a font's character set; null for the document's own, and for signs. */
export function codePageOf(charset: number): number | null {
  return byCharset[charset] ?? null;
}

/** A code page by its number as iconv-lite names it; Windows-1252 when there is none. */
function encodingOf(codePage: number): string {
  if (codePage === 10000) return 'macroman';
  if (codePage === 10007) return 'maccyrillic';
  if (codePage === 10029) return 'maccenteuro';
  if (codePage === 65001) return 'utf8';
  const name = codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : `cp${codePage}`;
  return iconv.encodingExists(name) ? name : 'windows-1252';
}

/** Text in a code page. Bytes that belong together, such as two of a Japanese character, have to come together. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  return iconv.decode(Buffer.from(bytes), encodingOf(codePage));
}
