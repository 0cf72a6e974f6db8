import { spread } from '../search/analysis/word-hash.ts';
import { surtOf } from '../text/surt.ts';

/**
 * A whole number below 2^53 that stands for an address: the same with and without `www`, in either scheme, with its query
 * in another order, and whatever its fragment. Null for what is no web address.
 */
export function addressHash(url: string | null): number | null {
  if (url === null || !/^https?:\/\//iu.test(url)) return null;
  const key = surtOf(url);
  let [high, low] = [0x811c9dc5, 0];
  for (let at = 0; at < key.length; at += 1) {
    high = Math.imul(high ^ key.charCodeAt(at), 0x01000193);
    low = (Math.imul(low, 31) + key.charCodeAt(at)) | 0;
  }
  return (spread(high) >>> 0) * 0x20_0000 + (spread(low) >>> 11);
}
