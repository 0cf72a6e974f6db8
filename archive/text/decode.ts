import iconv from 'iconv-lite';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { hasBinaryBytes, hasBinarySignature } from './binary.ts';
import type { SingleByteEncoding } from './encoding-profiles.ts';
import { guessEncoding } from './guess-encoding.ts';

/** WHATWG labels of all encodings that are read. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding;

export interface DecodedText {
  /** Without a byte order mark; line ends untouched. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** 0 to 100 when the encoding was guessed; null when a byte order mark or strict UTF-8 says it. */
  readonly confidence: number | null;
  /** How many bytes (in UTF-16: code units) had no character and stand as U+FFFD. */
  readonly lost: number;
}

/** The codes of `archive/model/errors.ts` that decoding can end with. */
export type DecodeFailure = 'empty' | 'binary' | 'undecodable';

/** At most one character in so many may be lost. */
const lostShare = 1 / 50;
/** Bytes above 0x7F that make no sense in any encoding: more than this share of them is no text we can read. */
const nonsenseShare = 0.4;

const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * Decodes bytes as an encoding that `decodeText` named, byte order mark removed: the same text again. Bytes without
 * a character become U+FFFD.
 */
export function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string {
  const text =
    encoding === 'utf-8'
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      : iconv.decode(bytes, encoding, { stripBOM: false });
  const decoded = text.startsWith('\ufeff') ? text.slice(1) : text;
  return encoding.startsWith('utf-16') ? decoded.replace(loneSurrogates, '\ufffd') : decoded;
}

const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

type Outcome = Result<DecodedText, DecodeFailure>;

function judged(bytes: Uint8Array, encoding: TextEncoding, confidence: number | null, present = 0): Outcome {
  const text = decodeAs(bytes, encoding);
  const lost = Math.max(0, countOf(text, /\ufffd/gu) - present);
  // In a short text one character is a large share already.
  if (lost > Math.max(2, text.length * lostShare) || lost * 4 > text.length) return fail('undecodable');
  return ok({ text, encoding, confidence, lost });
}

/** UTF-16 without a mark is believed only when every unit is a letter or sign of Europe's scripts, or a blank. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const european =
    /^[\t\n\v\f\r\u0020-\u007e\u00a0-\u052f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u215f]*$/u;
  const sample = bytes.subarray(0, 200_000);
  return (
    (['utf-16le', 'utf-16be'] as const).find((encoding) => european.test(decodeAs(sample, encoding))) ?? null
  );
}

/** Whether bytes are UTF-8 but for a little damage, such as a character cut in two at the end of a block. */
function isDamagedUtf8(text: string): boolean {
  const broken = countOf(text, /\ufffd/gu);
  const whole = countOf(text, /[^\0-\x7f\ufffd]/gu);
  return whole >= 4 * broken;
}

function decodeMarked(bytes: Uint8Array): Outcome | null {
  const mark = marks.find(([, prefix]) => prefix.every((byte, at) => bytes[at] === byte));
  if (mark === undefined) return null;
  const [encoding] = mark;
  if (encoding === 'utf-8' && hasBinaryBytes(bytes)) return fail('binary');
  const outcome = judged(
    bytes,
    encoding,
    null,
    encoding === 'utf-8' ? countOf(strictUtf8(bytes) ?? '', /\ufffd/gu) : 0,
  );
  return outcome.ok && outcome.value.text.includes('\0') ? fail('binary') : outcome;
}

function decodeUnmarked(bytes: Uint8Array): Outcome {
  if (hasBinarySignature(bytes)) return fail('binary');
  if (hasBinaryBytes(bytes)) {
    const encoding = bytes.includes(0) ? unmarkedUtf16(bytes) : null;
    return encoding === null ? fail('binary') : judged(bytes, encoding, 95);
  }
  const strict = strictUtf8(bytes);
  if (strict !== null) return ok({ text: strict, encoding: 'utf-8', confidence: null, lost: 0 });
  if (isDamagedUtf8(decodeAs(bytes, 'utf-8'))) return judged(bytes, 'utf-8', 90);
  const guess = guessEncoding(bytes);
  const high = bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
  const nonsense = high * (1 - guess.plausible);
  if (guess.plausible < 1 - nonsenseShare && nonsense > bytes.length * lostShare) return fail('undecodable');
  return judged(bytes, guess.encoding, guess.confidence);
}

/**
 * Bytes to text: a byte order mark decides, else strict UTF-8, else the encoding is guessed among Windows-1250, 1251
 * and 1252, ISO-8859-2 and 5, and UTF-16. Never throws. Fails with `empty` (no bytes, or blanks only), `binary`
 * (NULs, control bytes, a known format that is not text) or `undecodable` (too much would be lost in any of them).
 */
export function decodeText(bytes: Uint8Array): Outcome {
  if (bytes.length === 0) return fail('empty');
  const outcome = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  // A byte order mark, joiners without width and blanks are nothing to read.
  if (outcome.ok && !/[^\s\u200b-\u200f\u2060\ufeff\x1a]/u.test(outcome.value.text)) return fail('empty');
  return outcome;
}
