import iconv from 'iconv-lite';

/**
 * Labels that mean another encoding than their name says (WHATWG Encoding, 4.2), or that iconv-lite knows by another
 * name. All others are their own names.
 */
const meant: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'x-unicode20utf8': 'utf-8',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'ansi_x3.4-1968': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  iso8859_1: 'windows-1252',
  'iso8859-1': 'windows-1252',
  iso88591: 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  l1: 'windows-1252',
  cp1252: 'windows-1252',
  'x-cp1252': 'windows-1252',
  'x-user-defined': 'windows-1252',
  cp1250: 'windows-1250',
  'x-cp1250': 'windows-1250',
  cp1251: 'windows-1251',
  'x-cp1251': 'windows-1251',
  cp1253: 'windows-1253',
  cp1254: 'windows-1254',
  'iso-8859-9': 'windows-1254',
  'iso8859-9': 'windows-1254',
  latin5: 'windows-1254',
  cp1255: 'windows-1255',
  cp1256: 'windows-1256',
  cp1257: 'windows-1257',
  cp1258: 'windows-1258',
  'iso8859-2': 'iso-8859-2',
  'iso_8859-2': 'iso-8859-2',
  latin2: 'iso-8859-2',
  l2: 'iso-8859-2',
  'iso8859-5': 'iso-8859-5',
  cyrillic: 'iso-8859-5',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-8-e': 'iso-8859-8',
  logical: 'iso-8859-8',
  visual: 'iso-8859-8',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  'dos-874': 'windows-874',
  koi: 'koi8-r',
  koi8: 'koi8-r',
  koi8_r: 'koi8-r',
  'koi8-ru': 'koi8-u',
  mac: 'macintosh',
  'x-mac-roman': 'macintosh',
  'x-mac-cyrillic': 'maccyrillic',
  'x-mac-ukrainian': 'maccyrillic',
  dos866: 'ibm866',
  cp866: 'ibm866',
  gb2312: 'gbk',
  gb_2312: 'gbk',
  'gb_2312-80': 'gbk',
  'x-gbk': 'gbk',
  chinese: 'gbk',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  'cn-big5': 'big5',
  sjis: 'shift_jis',
  'shift-jis': 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  ms_kanji: 'shift_jis',
  'x-euc-jp': 'euc-jp',
  korean: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  ksc5601: 'euc-kr',
  'windows-949': 'euc-kr',
  'utf-16': 'utf-16le',
  unicode: 'utf-16le',
  'ucs-2': 'utf-16le',
  'iso-10646-ucs-2': 'utf-16le',
};

/** Encodings that a page is never decoded from by its word alone. */
const refused = /^(?:utf-?7|utf-?32|base64|hex|binary|cesu)/u;

/** The encoding that a label means by the WHATWG's Encoding Standard; null when it is none that is read. */
export function encodingOfLabel(label: string): string | null {
  const tidy = label
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/gu, '');
  if (tidy === '' || tidy.length > 40 || refused.test(tidy)) return null;
  const name = Object.hasOwn(meant, tidy) ? (meant[tidy] ?? tidy) : tidy;
  return iconv.encodingExists(name) ? name : null;
}

/** How far into a page a declaration counts. The standard says 1,024 bytes at least; saved pages put notes before it. */
const scanned = 16_384;

const meta = /<meta\s[^>]{1,1000}>/giu;
const charset = /\scharset\s*=\s*["']?\s*([\w.:-]{1,40})/iu;
const xmlDeclaration = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/iu;
const contentCharset = /\scontent\s*=\s*["']?[^"'>]{0,200}?charset\s*=\s*([\w.:-]{1,40})/iu;

/** The encoding that a page declares near its beginning (HTML, 13.2.3.2, “prescan”); null when it declares none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, scanned)).toString('latin1');
  const visible = head.replace(/<!--[^]*?(?:-->|$)/gu, ' ');
  for (const [tag] of visible.matchAll(meta)) {
    const label = charset.exec(tag)?.[1] ?? contentCharset.exec(tag)?.[1] ?? null;
    const encoding = label === null ? null : encodingOfLabel(label);
    // A declaration that could be read as ASCII is not in UTF-16.
    if (encoding !== null) return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  }
  const label = xmlDeclaration.exec(head)?.[1];
  const encoding = label === undefined ? null : encodingOfLabel(label);
  return encoding?.startsWith('utf-16') === true ? 'utf-8' : encoding;
}
