/** What a document of a web archive may be, by the media type that came with it. */
export type MediaKind =
  /** HTML, XHTML. */
  | 'page'
  /** Text, XML, feeds: also what a page fetches while it is shown. */
  | 'text'
  /** PDF and the files of word processors. */
  | 'document'
  /** To be told by its first bytes. */
  | 'unknown'
  /** No article. */
  | 'other';

const pages: readonly string[] = ['text/html', 'application/xhtml+xml', 'application/vnd.wap.xhtml+xml'];

const texts: readonly string[] = [
  'text/plain',
  'text/xml',
  'text/markdown',
  'text/x-markdown',
  'text/rtf',
  'application/xml',
  'application/rtf',
  'application/feed+json',
  'application/vnd.iptc.g2.newsitem+xml',
  'application/vnd.iptc.g2.packageitem+xml',
  'message/rfc822',
  'multipart/related',
];

const documents: readonly string[] = [
  'application/pdf',
  'application/x-pdf',
  'application/epub+zip',
  'application/msword',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

/** What servers send that do not know; ARC files say `no-type`. */
const unknowns: readonly string[] = [
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-octet-stream',
  'application/unknown',
  'application/force-download',
  'application/download',
  'text/*',
  '*/*',
  'unknown/unknown',
  'text/unknown',
  'content/unknown',
];

/** XML that is no text: pictures, formulas, players' lists, addresses of a site. */
const otherXml = /^(?:image|audio|video|model)\/|svg|dash|smil|mathml|xslt|wsdl|soap|opensearch|kml|gpx/u;

/** By the media type, in lower case without parameters; null is none that makes sense. */
export function kindOfMedia(mediaType: string | null): MediaKind {
  if (mediaType === null || unknowns.includes(mediaType)) return 'unknown';
  if (pages.includes(mediaType)) return 'page';
  if (documents.includes(mediaType)) return 'document';
  if (texts.includes(mediaType)) return 'text';
  if (mediaType.endsWith('+xml') && !otherXml.test(mediaType)) return 'text';
  // Most JSON is what programs tell each other; feeds are told by what is in them.
  return mediaType === 'application/json' ? 'unknown' : 'other';
}

/** Files that are written for programs, whatever their media type. */
const forPrograms = /\/(?:robots|ads|app-ads|humans|security|llms)\.txt$|\/sitemap[\w.-]*\.xml(?:\.gz)?$/iu;

/** Endings of names that no article has. */
const otherNames =
  /\.(?:avif|bmp|css|eot|flv|gif|ico|jpe?g|js|m3u8|m4a|m4s|map|mjs|mov|mp3|mp4|mpd|ogg|otf|png|svg|swf|ts|ttf|wasm|wav|webm|webp|woff2?)$/iu;

/** Whether what stands at an address is no article by its name, where nothing else tells. */
export function isOtherName(url: string): boolean {
  return otherNames.test(url.slice(0, 4_096).replace(/[?#][^]*$/u, ''));
}

/** Kinds of addresses under which tools keep what is no document: DNS answers, pictures of pages, lists of requests. */
const notDocuments = /^(?:dns|whois|screenshot|metadata|urn:(?!text:|sha256:)[a-z0-9.+-]+):/iu;

/** Whether an address is of something that is no article, whatever its media type. */
export function isOtherAddress(url: string): boolean {
  return notDocuments.test(url) || forPrograms.test(url.slice(0, 4_096).replace(/[?#][^]*$/u, ''));
}

/** Whether an address is that of a file which an archive carries whole, by its hash: then its content tells what it is. */
export function isCarriedFile(url: string): boolean {
  return url.startsWith('urn:sha256:');
}

/** First bytes of what is no article, in Latin-1. */
const otherSignatures: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['RIFF', 'image/webp'],
  ['\x00\x00\x01\x00', 'image/x-icon'],
  ['OggS', 'audio/ogg'],
  ['ID3', 'audio/mpeg'],
  ['wOF', 'font/woff'],
  ['\x1aE\xdf\xa3', 'video/webm'],
  ['FWS', 'application/x-shockwave-flash'],
  ['CWS', 'application/x-shockwave-flash'],
];

const programXml =
  /<(?:[\w-]+:)?(?:urlset|sitemapindex|cross-domain-policy|OpenSearchDescription|svg|MPD|SmoothStreamingMedia)[\s>]/u;

/**
 * The media type of bytes that can be no article, by the first of them; null when they may be one. `kind` is what the
 * media type that came with them says.
 */
export function otherMediaIn(head: Uint8Array, kind: MediaKind, mediaType: string | null): string | null {
  const text = Buffer.from(head.subarray(0, 1_024)).toString('latin1');
  const signed = otherSignatures.find(([signature]) => text.startsWith(signature));
  if (signed !== undefined) return signed[1];
  if (kind === 'text') return programXml.test(text) ? 'application/xml' : null;
  if (kind !== 'unknown') return null;
  if (mediaType === 'application/json') return text.includes('jsonfeed.org/version') ? null : mediaType;
  if (text.startsWith('%PDF-') || text.startsWith('{\\rtf')) return null;
  return /^\s*[{[]/u.test(text) || hasControls(head) ? (mediaType ?? 'application/octet-stream') : null;
}

/** Two bytes of UTF-16 are text; other bytes below the blank are not. */
function hasControls(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  return head.subarray(0, 1_024).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
}
