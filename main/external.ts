/** The longest address that is handed to the system: Windows refuses longer ones. */
const longestAddress = 2081;

/**
 * The address to hand to the system, when it may be: `http:`, `https:` and `mailto:`, written out in full and without a
 * password. Null for everything else. What is returned is the parsed form, so that what is shown is what is opened.
 */
export function externalAddress(address: string): string | null {
  if (address.length > longestAddress) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    // Not an address.
    return null;
  }
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href.length > longestAddress ? null : url.href;
}
