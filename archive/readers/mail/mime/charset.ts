import iconv from 'iconv-lite';
import type { ArticleWarning } from '../../../model/article.ts';
import { decodeAs, decodeText } from '../../../text/decode.ts';
import { encodingOfLabel } from '../../html/encoding-labels.ts';
import { decodeWarnings } from '../../source-text.ts';
import { isHz, isIso2022, decodeHz, decodeIso2022 } from './iso-2022.ts';

/** Text of a part of a mail, and how it was decoded. */
export interface MailText {
  readonly text: string;
  /** WHATWG name in lower case, or `iso-2022-jp`, `hz-gb-2312`, `utf-7`. */
  readonly encoding: string;
  readonly warnings: readonly ArticleWarning[];
}

const labelNames: Readonly<Record<string, string>> = {
  'x-unknown': '',
  'unknown-8bit': '',
  default: '',
  '8bit': '',
  'utf-8-mac': 'utf-8',
  'unicode-2-0-utf-8': 'utf-8',
  'windows-936': 'gbk',
  cp936: 'gbk',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp949: 'euc-kr',
  cp950: 'big5',
  ks_c_5601: 'euc-kr',
};
/** So many characters of more than one byte, and none broken, make bytes UTF-8 whatever is declared. */
const utf8Evidence = 4;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function tidyLabel(label: string): string {
  const tidy = label
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/gu, '')
    .replace(/^cs(?=iso|utf|euc|koi)/u, '');
  return Object.hasOwn(labelNames, tidy) ? (labelNames[tidy] ?? '') : tidy;
}

/** The bytes as what they look like; Windows-1252, which has a character for all, when they look like nothing. */
function guessed(bytes: Uint8Array): MailText {
  const decoded = decodeText(bytes);
  if (decoded.ok) {
    const { text, encoding } = decoded.value;
    return { text, encoding, warnings: decodeWarnings(decoded.value) };
  }
  const text = decodeAs(bytes, 'windows-1252');
  return {
    text,
    encoding: 'windows-1252',
    warnings: [{ code: 'encoding-guessed', encoding: 'windows-1252', confidence: 0 }],
  };
}

/** The bytes in the encoding that a label means; null when it means none, or plainly not theirs. */
function declared(bytes: Buffer, label: string): MailText | null {
  if (isIso2022(label)) return { text: decodeIso2022(bytes), encoding: label, warnings: [] };
  if (isHz(label)) return { text: decodeHz(bytes), encoding: 'hz-gb-2312', warnings: [] };
  if (/^(?:unicode-1-1-)?utf-?7$/u.test(label)) {
    return { text: iconv.decode(bytes, 'utf-7'), encoding: 'utf-7', warnings: [] };
  }
  const encoding = encodingOfLabel(label);
  if (encoding === null) return null;
  const text = iconv.decode(bytes, encoding);
  const lost = count(text, /\ufffd/gu);
  if (lost > Math.max(3, text.length / 100)) return null;
  return { text, encoding, warnings: lost > 0 ? [{ code: 'characters-lost', count: lost }] : [] };
}

/**
 * Decodes text by the `charset` it is declared with; bytes that are UTF-8 beyond doubt, or not of the declared encoding, by
 * what they look like. Always gives a text.
 */
export function decodeCharset(bytes: Uint8Array, charset: string | null): MailText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const label = tidyLabel(charset ?? '');
  const isPlain = !buffer.some((byte) => byte > 0x7f);
  const utf8 = isPlain ? null : strictUtf8(buffer);
  const asUtf8: MailText | null = utf8 === null ? null : { text: utf8, encoding: 'utf-8', warnings: [] };
  if (asUtf8 !== null) {
    const evidence = count(asUtf8.text.slice(0, 100_000), /[^\0-\x7f]/gu);
    if (label === '' || evidence >= utf8Evidence) return asUtf8;
  }
  // Who declares ASCII and writes more than that did not know what they wrote.
  if (!isPlain && (label === 'us-ascii' || label === 'ascii')) return asUtf8 ?? guessed(buffer);
  const known = label === '' ? null : declared(buffer, label);
  if (known !== null && (known.warnings.length === 0 || asUtf8 === null)) return known;
  if (asUtf8 !== null) return asUtf8;
  return isPlain ? { text: buffer.toString('latin1'), encoding: 'utf-8', warnings: [] } : guessed(buffer);
}
