import { feedHead } from './feed-text.ts';
import { beginsAsJsonFeed } from './json-feed.ts';

/** So much of a file shows what it is. */
const headLength = 64 * 1024;

/** The formats whose file begins so. */
export type FeedKind = 'xml' | 'json' | 'wordpress';

/** Where what stands before the first element ends: declarations, comments, a document type with what it holds. */
function afterProlog(text: string): number {
  let at = 0;
  while (at < text.length) {
    while (/\s/u.test(text.charAt(at))) at += 1;
    let end = at;
    if (text.startsWith('<!--', at)) end = past(text, '-->', at);
    else if (text.startsWith('<?', at)) end = past(text, '?>', at);
    else if (text.startsWith('<!', at)) end = afterDoctype(text, at);
    if (end === at) return at;
    at = end;
  }
  return at;
}

function past(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? from : at + end.length;
}

function afterDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  if (bracket === -1 || close < bracket) return close === -1 ? from : close + 1;
  const end = text.indexOf(']', bracket);
  return end === -1 ? from : past(text, '>', end);
}

const rdfOfFeeds = /purl\.org\/(?:rss\/1\.0|net\/rss1\.1)|netscape\.com\/rdf\/simple\/0\.9/iu;
const atom = /\d{4}\/atom\b|purl\.org\/(?:atom|echo|pie)|example\.com\/ne(?:cho|wformat)|uri\/of\/echo/iu;

/** Which kind of feed a file is, by its outermost element; null when it is none. */
export function feedKindOf(bytes: Uint8Array): FeedKind | null {
  const head = feedHead(bytes, headLength);
  if (beginsAsJsonFeed(head)) return 'json';
  const at = afterProlog(head);
  const match = /^<(?:[\w.-]{1,60}:)?([\w.-]{1,60})(?=[\s>/])/u.exec(head.slice(at, at + 200));
  if (match === null) return null;
  const end = head.indexOf('>', at);
  const tag = head.slice(at, end === -1 ? at + 8_000 : end);
  return kindOf((match[1] ?? '').toLowerCase(), tag, head.slice(at));
}

function kindOf(name: string, tag: string, rest: string): FeedKind | null {
  if (name === 'rss') {
    const isExport = /["']https?:\/\/(?:www\.)?wordpress\.org\/export\/\d/iu.test(tag);
    return isExport ? 'wordpress' : 'xml';
  }
  if (name === 'rdf') return rdfOfFeeds.test(rest) ? 'xml' : null;
  if (name === 'feed')
    return atom.test(tag) || /<(?:\w+:)?entry[\s>]/u.test(rest) || /\sversion=/u.test(tag) ? 'xml' : null;
  if (name === 'entry') return atom.test(tag) ? 'xml' : null;
  return name === 'channel' && /<(?:item|title|channel)[\s>]/iu.test(rest) ? 'xml' : null;
}
