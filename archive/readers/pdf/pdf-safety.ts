import { inflateSync } from 'node:zlib';
import { FormCalls } from './form-calls.ts';

/** What a stream of a page's commands, a font or a table may unpack to, in bytes; pictures are not unpacked. */
const mostUnpacked = 48 * 1024 * 1024;
/** Streams packed to less than this cannot unpack to more than is allowed: deflate packs to a thousandth at best. */
const smallest = mostUnpacked / 1_032;
/** So many codes may the tables of a font's characters have in all; pdf.js writes out each of them. */
const mostCodes = 4_000_000;

const streamMark = Buffer.from('stream', 'latin1');

interface PackedStream {
  /** The number of its object; null when it cannot be told. */
  readonly number: number | null;
  readonly dictionary: string;
  readonly data: Buffer;
}

/** The streams of a PDF, found by their key words, not by its tables, which may lie. */
function* streamsOf(file: Buffer): Generator<PackedStream> {
  for (let at = file.indexOf(streamMark); at !== -1; at = file.indexOf(streamMark, at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const start =
      at + 6 + (file[at + 6] === 13 ? 1 : 0) + (file[at + 7] === 10 || file[at + 6] === 10 ? 1 : 0);
    const end = file.indexOf('endstream', start, 'latin1');
    const dictionary = file.toString('latin1', Math.max(0, at - 600), at);
    const begin = dictionary.lastIndexOf(' obj');
    const number = /(\d{1,9})\s+\d{1,5}$/u.exec(
      dictionary.slice(Math.max(0, begin - 20), Math.max(0, begin)),
    )?.[1];
    const own = dictionary.slice(Math.max(0, begin));
    yield {
      number: number === undefined ? null : Number(number),
      dictionary: own,
      data: file.subarray(start, end === -1 ? file.length : end),
    };
    if (end === -1) return;
    at = end;
  }
}

/** The data of a stream; null when it would be too much. What cannot be unpacked here is pdf.js's own affair. */
function unpack(data: Buffer): Buffer | null {
  try {
    return inflateSync(data, { maxOutputLength: mostUnpacked });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') return null;
    if (code.startsWith('Z_')) return Buffer.alloc(0);
    throw error;
  }
}

const ranges = /begin(?:bf|cid)range([^]*?)(?:end(?:bf|cid)range|$)/gu;
const range = /<([\da-f]{1,8})>\s*<([\da-f]{1,8})>\s*(?:\d|<[\da-f]*>|\[)/giu;

/** How many codes the ranges of a character map stand for (Adobe Technical Note 5014). */
function codesIn(data: Buffer): number {
  if (!data.includes('begincidrange') && !data.includes('beginbfrange')) return 0;
  let sum = 0;
  for (const [, inside = ''] of data.toString('latin1').matchAll(ranges)) {
    for (const [, from = '', to = ''] of inside.matchAll(range)) {
      sum += Math.max(0, parseInt(to, 16) - parseInt(from, 16));
    }
  }
  return sum;
}

/** A page's commands put states of the pen aside so often at most: pdf.js takes longer for each than for the one before. */
const deepestStates = 2_000;

/** How many states commands put aside (`q`) and never take back (`Q`), at the worst place (ISO 32000-1, 8.4.2). */
function deepestSave(data: Uint8Array): number {
  let depth = 0;
  let most = 0;
  const isBlank = (byte: number | undefined): boolean => byte === undefined || byte <= 0x20;
  for (let at = 0; at < data.length; at += 1) {
    const byte = data[at];
    if ((byte !== 0x71 && byte !== 0x51) || !isBlank(data[at - 1]) || !isBlank(data[at + 1])) continue;
    depth = byte === 0x71 ? depth + 1 : Math.max(0, depth - 1);
    if (depth > most) most = depth;
  }
  return most;
}

/** Why a PDF is not to be opened: it was built to use up the memory or the time of who does. Null when nothing speaks of it. */
export function unsafePdf(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let codes = 0;
  const forms = new FormCalls();
  for (const { number, dictionary, data } of streamsOf(file)) {
    if (/\/Subtype\s*\/Image/u.test(dictionary)) continue;
    const isPacked = /\/Fl(?:ateDecode)?\b/u.test(dictionary);
    const isTable = data.length < 200_000;
    if (isPacked && data.length < smallest && !isTable) continue;
    const unpacked = isPacked ? unpack(data) : data;
    if (unpacked === null) return 'a part of the PDF unpacks to far more than any text';
    if (!dictionary.includes('/Length1') && deepestSave(unpacked) > deepestStates) {
      return 'a page of the PDF has commands without end';
    }
    if (isTable) codes += codesIn(unpacked);
    if (number !== null && /\/Subtype\s*\/Form\b/u.test(dictionary)) forms.add(number, dictionary, unpacked);
    if (codes > mostCodes) return 'a font of the PDF claims to have millions of characters';
  }
  return forms.haveCircle(file) ? 'a part of the PDF prints itself, again and again' : null;
}
